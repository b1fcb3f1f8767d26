"""The pieces of the builder: its head, a row, a group of rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy

from groundswell.places.models import Area
from groundswell.targeting.forms.conditions import ConditionForm
from groundswell.targeting.rules import Match


class NameForm(forms.Form):
    """What the universe is called, where it is, who may use it."""

    area = forms.TypedChoiceField(label=gettext_lazy("In"), coerce=int)
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        error_messages={
            "required": gettext_lazy("Give the universe a name, so that others can find it.")
        },
    )
    shared = forms.BooleanField(
        label=gettext_lazy("Other organisers of the area may use it"), required=False
    )

    def __init__(self, areas: Sequence[Area], **options: Any) -> None:
        super().__init__(**options)
        chooser = cast(forms.TypedChoiceField, self.fields["area"])
        chooser.choices = [(area.pk, area.name) for area in areas]


@dataclass
class Row:
    """One condition; ``new`` where it was just added."""

    key: str
    form: ConditionForm
    new: bool = False


@dataclass
class Block:
    """Conditions joined by one word; the first block is the rule itself, the others its groups.

    ``new`` where it was just added, or something just taken out of it: the keyboard goes there.
    """

    index: int
    match: str = Match.ALL
    rows: list[Row] = field(default_factory=list)
    trouble: str = ""
    new: bool = False
