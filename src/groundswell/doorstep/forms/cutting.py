"""Cutting turf: by size, by streets, by an outline drawn on the map."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from groundswell.doorstep.models import Round
from groundswell.look.widgets import ChoiceButtons, WholeNumberInput

USUAL_LOCK, LONGEST_LOCK = 3, 30
_MOST_CORNERS = 500


class CutForm(forms.Form):
    """``way`` says which of size, minutes, streets and outline counts."""

    class Way:
        """How the turf is cut."""

        DOORS, MINUTES, STREETS, DRAWN = "doors", "minutes", "streets", "drawn"

    way = forms.ChoiceField(
        choices=[(one, one) for one in ("doors", "minutes", "streets", "drawn")],
        widget=forms.HiddenInput(),
        required=False,
    )
    doors = forms.IntegerField(
        label=_("Doors in a round"), required=False, min_value=1, widget=WholeNumberInput()
    )
    minutes = forms.IntegerField(
        label=_("Minutes for a round"), required=False, min_value=1, widget=WholeNumberInput()
    )
    streets = forms.MultipleChoiceField(
        label=_("Streets for one round"), required=False, widget=forms.CheckboxSelectMultiple()
    )
    outline = forms.JSONField(required=False, widget=forms.HiddenInput())
    sides = forms.ChoiceField(
        label=_("How a street is walked"),
        choices=Round.Sides.choices,
        required=False,
        widget=ChoiceButtons(),
    )
    comes_back = forms.BooleanField(label=_("End near the start"), required=False)
    lock_days = forms.IntegerField(
        label=_("Days that a round is kept for whoever takes it"),
        required=False,
        min_value=1,
        max_value=LONGEST_LOCK,
        widget=WholeNumberInput(),
    )

    def __init__(self, sent: QueryDict | None, *, streets: Sequence[tuple[str, int]]) -> None:
        super().__init__(
            sent,
            initial={
                "doors": 60,
                "minutes": 90,
                "sides": Round.Sides.BOTH,
                "lock_days": USUAL_LOCK,
            },
        )
        field = self.fields["streets"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(name, _with_doors(name, doors)) for name, doors in streets]

    def clean_outline(self) -> list[list[float]]:
        """Corners as [longitude, latitude]."""
        corners = self.cleaned_data["outline"] or []
        if not isinstance(corners, list) or len(corners) > _MOST_CORNERS:
            raise forms.ValidationError(_("Draw the outline again."))
        for corner in corners:
            if not (
                isinstance(corner, list)
                and len(corner) == 2
                and all(isinstance(one, int | float) for one in corner)
            ):
                raise forms.ValidationError(_("Draw the outline again."))
        return corners

    def how(self) -> dict[str, Any]:
        """How the rounds are walked and kept."""
        given = self.cleaned_data
        return {
            "sides": given["sides"] or Round.Sides.BOTH,
            "comes_back": given["comes_back"],
            "lock_days": given["lock_days"] or USUAL_LOCK,
        }


def _with_doors(street: str, doors: int) -> str:
    words = ngettext("%(street)s (%(n)d door)", "%(street)s (%(n)d doors)", doors)
    return words % {"street": street, "n": doors}
