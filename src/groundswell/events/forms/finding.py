"""Looking for events: where from, how far, when, and what kind."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from groundswell.events.models import Event
from groundswell.events.queries.finding import Sought
from groundswell.look.widgets import DayInput, PostcodeInput
from groundswell.places.queries import find_postcode
from groundswell.places.rules import Position

DISTANCES = [
    ("", _("Any distance")),
    ("2", "2 km"),
    ("5", "5 km"),
    ("10", "10 km"),
    ("25", "25 km"),
]


class FindForm(forms.Form):
    """Every field may stay empty; what cannot be read is said beside what was typed."""

    postcode = forms.CharField(
        label=_("Near (postcode)"), required=False, max_length=10, widget=PostcodeInput()
    )
    km = forms.ChoiceField(label=_("Within"), choices=DISTANCES, required=False)
    first = forms.DateField(label=_("From"), required=False, widget=DayInput())
    last = forms.DateField(label=_("Until"), required=False, widget=DayInput())
    kind = forms.MultipleChoiceField(
        label=_("What"),
        choices=Event.Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )

    def __init__(self, sent: QueryDict, *, home: str = "") -> None:
        super().__init__(sent.copy() if sent else {"postcode": home})
        self.here: Position | None = None

    def clean_postcode(self) -> str:
        """A postcode that we know the place of."""
        typed = str(self.cleaned_data["postcode"])
        if typed.strip():
            found = find_postcode(typed)
            if found is None:
                raise forms.ValidationError(
                    _("We do not know this postcode: check it, or leave it out.")
                )
            self.here = Position(found.latitude, found.longitude)
        return typed

    def sought(self, **more: Any) -> Sought:
        """What is looked for, leaving out what could not be read."""
        given = self.cleaned_data
        return Sought(
            here=self.here,
            within_km=float(given["km"]) if given.get("km") else None,
            first=given.get("first"),
            last=given.get("last"),
            kinds=tuple(given.get("kind") or ()),
            **more,
        )
