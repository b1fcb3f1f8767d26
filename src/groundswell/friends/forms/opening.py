"""Opening an area for matching."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from groundswell.common import clock
from groundswell.friends.commands import OpeningPlan
from groundswell.friends.commands.openings import LONGEST_MESSAGE
from groundswell.friends.models import Opening
from groundswell.look.widgets import DayInput
from groundswell.members.models import Member, Role
from groundswell.members.queries import areas_held
from groundswell.places.models import Area
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import areas_to_choose, universes_for

USUAL_DAYS = 28
MESSAGES = 3


class OpeningForm(forms.Form):
    """What an organiser decides: who matters, where, how long, and what could be said."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("Supporters read it: “Riverside, this month”.")
    )
    universe = forms.ModelChoiceField(
        label=_("Who matters most now"),
        queryset=Universe.objects.none(),
        empty_label=None,
        help_text=_("Supporters never see who is in it, only which of their own friends matter."),
    )
    area = forms.ModelChoiceField(
        label=_("For supporters of"), queryset=Area.objects.none(), empty_label=None
    )
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput())
    words = forms.CharField(
        label=_("Why it matters"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two sentences that supporters read before they begin."),
    )

    def __init__(
        self, sent: QueryDict | None, *, member: Member, opening: Opening | None = None
    ) -> None:
        super().__init__(sent, initial=_as_it_stands(opening) if opening else _usual())
        usable = Q(pk__in=universes_for(member).values("pk"))
        present = Q(pk=opening.universe_id if opening else None)
        self._offer("universe", Universe.objects.filter(usable | present).order_by("name", "pk"))
        held = [area.pk for area in areas_held(member, Role.Kind.ORGANISER)]
        beneath = [area.pk for area in areas_to_choose(member)]
        self._offer("area", Area.objects.filter(pk__in={*held, *beneath}).order_by("path"))
        for number in range(1, MESSAGES + 1):
            self.fields[f"message_{number}"] = forms.CharField(
                label=_("Suggested message %(number)d") % {"number": number},
                max_length=LONGEST_MESSAGE,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("{friend} and {me} become their names. Shown as your words, to change.")
                if number == 1
                else "",
            )

    def plan(self) -> OpeningPlan:
        """What was filled in."""
        given = dict(self.cleaned_data)
        messages = [given.pop(f"message_{number}") for number in range(1, MESSAGES + 1)]
        return OpeningPlan(messages=messages, **given)

    def message_fields(self) -> list[forms.BoundField]:
        """The suggested messages, for the page."""
        return [self[f"message_{number}"] for number in range(1, MESSAGES + 1)]

    def _offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows


def _usual() -> dict[str, Any]:
    today = clock.today()
    return {"starts_on": today, "ends_on": today + timedelta(days=USUAL_DAYS)}


def _as_it_stands(opening: Opening) -> dict[str, Any]:
    names = ("name", "universe", "area", "starts_on", "ends_on", "words")
    told = {f"message_{number}": text for number, text in enumerate(opening.messages, start=1)}
    return {name: getattr(opening, name) for name in names} | told
