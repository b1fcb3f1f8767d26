"""Drawing up an effort: what every channel asks. Each channel adds its own words and fields."""

from collections.abc import Mapping
from datetime import time, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from groundswell.common import clock
from groundswell.contact.models import ScriptVersion
from groundswell.contact.queries import newest_versions
from groundswell.look.widgets import ChoiceButtons, ClockInput, DayInput
from groundswell.members.models import Member, Role
from groundswell.members.queries import areas_held
from groundswell.outreach.commands import EffortPlan
from groundswell.outreach.models import Effort
from groundswell.outreach.rules import CallingHours
from groundswell.places.models import Area
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import areas_to_choose, universes_for

_AS_GIVEN = ("name", "universe", "area", "starts_on", "ends_on", "joining")
_HOURS = ("weekday_from", "weekday_to", "weekend_from", "weekend_to")


class EffortForm(forms.Form):
    """All that an organiser decides; an effort opens only when they say so.

    A channel gives ``labels`` and ``help_texts`` by field, ``usual`` values of its own, and names
    the fields it adds to the plan in ``also_planned``.
    """

    labels: ClassVar[Mapping[str, Any]] = {}
    help_texts: ClassVar[Mapping[str, Any]] = {}
    usual: ClassVar[Mapping[str, Any]] = {}
    also_planned: ClassVar[tuple[str, ...]] = ()
    usual_days: ClassVar[int] = 14

    name = forms.CharField(label=_("Name"), max_length=120)
    universe = forms.ModelChoiceField(queryset=Universe.objects.none(), empty_label=None)
    script = forms.ModelChoiceField(
        label=_("Script"), queryset=ScriptVersion.objects.none(), empty_label=None
    )
    area = forms.ModelChoiceField(label=_("Area"), queryset=Area.objects.none(), empty_label=None)
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput())
    joining = forms.ChoiceField(choices=Effort.Joining.choices, widget=ChoiceButtons())
    weekday_from = forms.TimeField(label=_("Weekdays from"), widget=ClockInput())
    weekday_to = forms.TimeField(label=_("Weekdays to"), widget=ClockInput())
    weekend_from = forms.TimeField(label=_("Weekends from"), widget=ClockInput())
    weekend_to = forms.TimeField(label=_("Weekends to"), widget=ClockInput())

    def __init__(
        self, sent: QueryDict | None, *, member: Member, effort: Effort | None = None
    ) -> None:
        scripts = newest_versions(member)
        initial = self._as_it_stands(effort, scripts) if effort else self._usual()
        super().__init__(sent, initial=initial)
        for name, label in self.labels.items():
            self.fields[name].label = label
        for name, text in self.help_texts.items():
            self.fields[name].help_text = text
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
        return EffortPlan(
            script_version=given["script"],
            hours=CallingHours(**{name: given[name] for name in _HOURS}),
            **{name: given[name] for name in (*_AS_GIVEN, *self.also_planned)},
        )

    def _offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = rows

    def _usual(self) -> dict[str, Any]:
        return {
            "starts_on": clock.today(),
            "ends_on": clock.today() + timedelta(days=self.usual_days),
            "joining": Effort.Joining.MEMBERS,
            "weekday_to": time(20),
            "weekend_from": time(10),
            "weekend_to": time(18),
            **self.usual,
        }

    def _as_it_stands(self, effort: Effort, scripts: QuerySet[ScriptVersion]) -> dict[str, Any]:
        """The plan as it is, with the newest version of its script."""
        names = [name for name in self.base_fields if name != "script"]
        newest = scripts.filter(script=effort.script_version.script_id).first()
        return {name: getattr(effort, name) for name in names} | {"script": newest}
