"""One row of the builder: a condition's controls, made from the table of kinds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from groundswell.contact.models import Meaning, Outcome
from groundswell.look.widgets import DayInput, WholeNumberInput
from groundswell.places.models import Area
from groundswell.targeting.forms.offers import Offers
from groundswell.targeting.forms.wording import USUAL, WORDING, FieldWords, KindWords
from groundswell.targeting.queries import trouble_in_words
from groundswell.targeting.queries.areas import Part, areas_named
from groundswell.targeting.rules import KINDS, UNKNOWN, Trouble, WrongRule
from groundswell.targeting.rules.checking import checked_condition
from groundswell.targeting.rules.kinds import Chosen, Day, Field, Flag, Ids, Names, Whole

NEW_STREET = "another"


@dataclass(frozen=True)
class Control:
    """A control of a row: how it looks, the control, the words around it."""

    look: str
    field: forms.BoundField
    words: FieldWords


@dataclass(frozen=True)
class Place:
    """A ward to tick, with its polling districts; ``open`` where one of those is ticked."""

    area: Area
    chosen: set[str]
    areas: tuple[Area, ...] = ()

    @classmethod
    def of_part(cls, part: Part, chosen: set[str]) -> "Place":
        """A ward with its polling districts."""
        return cls(part.area, chosen, part.parts)

    @property
    def ticked(self) -> bool:
        """Whether the whole of it is chosen."""
        return str(self.area.pk) in self.chosen

    @property
    def parts(self) -> list[tuple[Area, bool]]:
        """Its districts, and whether each is chosen."""
        return [(area, str(area.pk) in self.chosen) for area in self.areas]

    @property
    def open(self) -> bool:
        """Whether its districts are to be in view."""
        return any(ticked for _area, ticked in self.parts)


class ConditionForm(forms.Form):
    """The controls of one condition; what was typed stays, also where it cannot be used."""

    def __init__(self, kind: str, offers: Offers, **options: Any) -> None:
        super().__init__(**options)
        self.kind, self.offers = kind, offers
        if kind == "street":
            self._take_in_street()
        for name, field in KINDS[kind].items():
            self.fields[name] = self._control(name, field)
        if kind == "street":
            self.fields[NEW_STREET] = _text(_("Street"), {"list": "streets", "maxlength": 120})
        self.trouble = ""

    @classmethod
    def of_condition(
        cls, condition: Mapping[str, Any], offers: Offers, prefix: str
    ) -> "ConditionForm":
        """The row of a saved condition."""
        sent = QueryDict(mutable=True)
        for name in KINDS[condition["kind"]]:
            value = condition[name]
            if isinstance(value, list):
                sent.setlist(f"{prefix}-{name}", [str(one) for one in value])
            elif value is not None and value is not False:
                sent[f"{prefix}-{name}"] = "on" if value is True else str(value)
        return cls(condition["kind"], offers, data=sent, prefix=prefix)

    @classmethod
    def added(cls, kind: str, offers: Offers, prefix: str) -> "ConditionForm":
        """A new row, saying the usual; the keyboard goes to its first control."""
        sent = QueryDict(mutable=True)
        for name, value in USUAL.get(kind, {}).items():
            sent[f"{prefix}-{name}"] = value
        form = cls(kind, offers, data=sent, prefix=prefix)
        for field in list(form.fields.values())[:1]:
            field.widget.attrs["data-focus"] = True
        return form

    @property
    def words(self) -> KindWords:
        """How the row reads."""
        return WORDING[self.kind]

    def said(self) -> dict[str, Any]:
        """The condition as typed, not yet checked."""
        said: dict[str, Any] = {"kind": self.kind}
        for name, field in KINDS[self.kind].items():
            key = self.add_prefix(name)
            if isinstance(field, Chosen | Names | Ids):
                said[name] = self._typed(key)
            elif isinstance(field, Flag):
                said[name] = key in self.data
            else:
                said[name] = str(self.data.get(key, "")).strip()
        return said

    def condition(self) -> dict[str, Any]:
        """The condition, tidied; raises WrongRule."""
        if str(self.data.get(self.add_prefix(NEW_STREET), "")).strip():
            raise WrongRule(Trouble.NO_SUCH_NAME, self.kind, NEW_STREET)
        return checked_condition(self.said())

    def show_trouble(self, wrong: WrongRule) -> None:
        """Put what is wrong on the row, beside its control."""
        self.trouble = trouble_in_words(wrong)
        if wrong.field in self.fields:
            self.fields[wrong.field].widget.attrs["aria-invalid"] = "true"
            self.fields[wrong.field].widget.attrs["aria-describedby"] = f"{self.prefix}-trouble"

    def controls(self) -> list[Control]:
        """Its controls in order, each with the words around it."""
        return [
            Control(_look_of(self.kind, field), self[name], self.words.fields[name])
            for name, field in KINDS[self.kind].items()
        ]

    def chosen(self, name: str) -> set[str]:
        """What is ticked in a list."""
        return set(self._typed(self.add_prefix(name)))

    def places(self) -> list[Place]:
        """The wards to tick, each with its districts; and what was chosen beside them."""
        chosen = self.chosen("areas")
        places = [Place.of_part(part, chosen) for part in self.offers.parts]
        shown = {str(area.pk) for place in places for area in (place.area, *place.areas)}
        beside = areas_named(chosen - shown)
        return [*places, *(Place(area, chosen) for area in beside)]

    def _typed(self, key: str) -> list[str]:
        sent = cast(QueryDict, self.data)
        return list(sent.getlist(key))

    def _take_in_street(self) -> None:
        """A street that was typed and exists becomes one of those ticked."""
        sent = cast(QueryDict, self.data).copy()
        another = self.add_prefix(NEW_STREET)
        if found := self.offers.spellings_of(str(sent.get(another, ""))):
            ticked = [*sent.getlist(self.add_prefix("streets")), *found]
            sent.setlist(self.add_prefix("streets"), list(dict.fromkeys(ticked)))
            sent[another] = ""
            self.data = sent

    def _control(self, name: str, field: Field) -> forms.Field:
        label = str(self.words.fields[name].label)
        named = {"aria-label": label}
        match field:
            case Whole():
                digits = len(str(field.high))
                return _text(label, {**named, "maxlength": digits, "size": digits}, number=True)
            case Day():
                return forms.DateField(required=False, label=label, widget=DayInput(attrs=named))
            case Flag():
                return forms.BooleanField(required=False, label=label)
            case Chosen():
                return _ticks(label, [(word, _label(self.kind, word)) for word in field.among])
            case Names():
                return _ticks(label, [(word, word) for word in self._names(name)])
            case Ids():
                return _ticks(label, [])

    def _names(self, name: str) -> Sequence[str]:
        """What is on offer, and what was chosen before, though nobody has it any more."""
        offered = self.offers.names(self.kind)
        chosen = self._typed(self.add_prefix(name)) if self.is_bound else []
        return list(dict.fromkeys([*offered, *chosen]))


def _text(label: str, attrs: dict[str, Any], *, number: bool = False) -> forms.CharField:
    widget = WholeNumberInput(attrs=attrs) if number else forms.TextInput(attrs=attrs)
    return forms.CharField(required=False, label=label, widget=widget)


def _ticks(label: str, choices: Sequence[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        required=False, label=label, choices=choices, widget=forms.CheckboxSelectMultiple
    )


def _look_of(kind: str, field: Field) -> str:
    match field:
        case Ids():
            return "places"
        case Names() if kind == "street":
            return "streets"
        case Chosen() | Names():
            return "ticks"
        case Flag():
            return "flag"
    return "text"


def _label(kind: str, word: str) -> str:
    if word == UNKNOWN:
        return _("Not known")
    return str(Outcome(word).label if kind == "outcome" else Meaning(word).label)
