"""Drawing up a phone bank."""

from datetime import time, timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from groundswell.common import clock
from groundswell.contact.models import ScriptVersion
from groundswell.contact.queries import newest_versions
from groundswell.look.widgets import ChoiceButtons, ClockInput, DayInput, WholeNumberInput
from groundswell.members.models import Member, Role
from groundswell.members.queries import areas_held
from groundswell.outreach.commands import EffortPlan
from groundswell.outreach.models import Effort
from groundswell.outreach.rules import CallingHours
from groundswell.places.models import Area
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import areas_to_choose, universes_for

SHOWS = [
    ("past", _("What we know of them, in a line")),
    ("address", _("Their address")),
    ("age", _("Their age, where known")),
    ("along", _("All people of their batch at once, so that a call is possible without signal")),
]


class PlanForm(forms.Form):
    """All that an organiser decides; a phone bank opens only when they say so."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("Callers read it: “Riverside, first round”.")
    )
    universe = forms.ModelChoiceField(
        label=_("Whom to call"), queryset=Universe.objects.none(), empty_label=None
    )
    script = forms.ModelChoiceField(
        label=_("Script"),
        queryset=ScriptVersion.objects.none(),
        empty_label=None,
        help_text=_("Saving takes its newest version; callers have it with their next person."),
    )
    area = forms.ModelChoiceField(
        label=_("Area"),
        queryset=Area.objects.none(),
        empty_label=None,
        help_text=_("Its organisers run this phone bank with you."),
    )
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput())
    joining = forms.ChoiceField(
        label=_("Who may call"), choices=Effort.Joining.choices, widget=ChoiceButtons()
    )
    batch_size = forms.IntegerField(
        label=_("People kept for one caller at a time"), min_value=1, widget=WholeNumberInput()
    )
    cap_per_day = forms.IntegerField(
        label=_("Most people a caller may call in a day"), min_value=1, widget=WholeNumberInput()
    )
    weekday_from = forms.TimeField(label=_("Weekdays from"), widget=ClockInput())
    weekday_to = forms.TimeField(label=_("Weekdays to"), widget=ClockInput())
    weekend_from = forms.TimeField(label=_("Weekends from"), widget=ClockInput())
    weekend_to = forms.TimeField(label=_("Weekends to"), widget=ClockInput())
    shows = forms.MultipleChoiceField(
        label=_("What callers see beside name, area and number"),
        choices=SHOWS,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("Show no more of people than the conversation needs."),
    )

    def __init__(
        self, sent: QueryDict | None, *, member: Member, effort: Effort | None = None
    ) -> None:
        scripts = newest_versions(member)
        super().__init__(sent, initial=_as_it_stands(effort, scripts) if effort else _usual())
        usable = Q(pk__in=universes_for(member).values("pk"))
        present = Q(pk=effort.universe_id if effort else None)
        self._offer("universe", Universe.objects.filter(usable | present).order_by("name", "pk"))
        self._offer("script", scripts)
        held = [area.pk for area in areas_held(member, Role.Kind.ORGANISER)]
        beneath = [area.pk for area in areas_to_choose(member)]
        self._offer("area", Area.objects.filter(pk__in={*held, *beneath}).order_by("path"))

    def plan(self) -> EffortPlan:
        """What was filled in."""
        given = self.cleaned_data
        hours = ("weekday_from", "weekday_to", "weekend_from", "weekend_to")
        return EffortPlan(
            script_version=given["script"],
            hours=CallingHours(**{name: given[name] for name in hours}),
            **{
                name: given[name]
                for name in ("name", "universe", "area", "starts_on", "ends_on", "joining")
            },
            batch_size=given["batch_size"],
            cap_per_day=given["cap_per_day"],
            shows=given["shows"],
        )

    def _offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows


def _usual() -> dict[str, Any]:
    return {
        "starts_on": clock.today(),
        "ends_on": clock.today() + timedelta(days=14),
        "joining": Effort.Joining.MEMBERS,
        "batch_size": 10,
        "cap_per_day": 100,
        "weekday_from": time(9),
        "weekday_to": time(20),
        "weekend_from": time(10),
        "weekend_to": time(18),
        "shows": [],
    }


def _as_it_stands(effort: Effort, scripts: QuerySet[ScriptVersion]) -> dict[str, Any]:
    """The plan as it is, with the newest version of its script."""
    names = [name for name in PlanForm.base_fields if name != "script"]
    newest = scripts.filter(script=effort.script_version.script_id).first()
    return {name: getattr(effort, name) for name in names} | {"script": newest}
