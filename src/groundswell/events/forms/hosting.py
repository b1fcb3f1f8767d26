"""Hosting, moving and changing an event."""

from dataclasses import fields
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext_lazy as _

from groundswell.common import clock
from groundswell.events.commands import EventPlan, PlacePlan
from groundswell.events.models import Event
from groundswell.groups.models import Group
from groundswell.look.widgets import (
    ChoiceButtons,
    ClockInput,
    DayInput,
    PostcodeInput,
    WholeNumberInput,
)
from groundswell.outreach.models import Effort


class WhenForm(forms.Form):
    """A day, and from when to when; an end before the beginning is on the next day."""

    day = forms.DateField(label=_("Day"), widget=DayInput())
    begins = forms.TimeField(label=_("From"), widget=ClockInput())
    ends = forms.TimeField(label=_("To"), widget=ClockInput())

    def times(self) -> tuple[datetime, datetime]:
        """Beginning and end of what was filled in."""
        kept = self.cleaned_data
        last = kept["day"] if kept["ends"] > kept["begins"] else kept["day"] + timedelta(days=1)
        return _moment(kept["day"], kept["begins"]), _moment(last, kept["ends"])


def when_it_stands(starts_at: datetime, ends_at: datetime) -> dict[str, Any]:
    """What a ``WhenForm`` shows for what has its time."""
    begins, ends = localtime(starts_at), localtime(ends_at)
    return {"day": begins.date(), "begins": begins.time(), "ends": ends.time()}


class PlaceForm(forms.Form):
    """Where: all but ``town`` is shown to those who come and nobody else."""

    name = forms.CharField(label=_("Name of the place"), max_length=120, required=False)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    postcode = forms.CharField(
        label=_("Postcode"), max_length=10, required=False, widget=PostcodeInput()
    )
    online_url = forms.URLField(
        label=_("Link of the meeting"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Only those who come see it."),
    )
    town = forms.CharField(
        label=_("Roughly where, for everybody"),
        max_length=120,
        required=False,
        help_text=_("A district or village. Left empty, it is the ward of the postcode."),
    )
    directions = forms.CharField(
        label=_("How to find it"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def place(self) -> PlacePlan:
        """What was filled in of the place."""
        return PlacePlan(**{one.name: self.cleaned_data[one.name] for one in fields(PlacePlan)})


class CapacityForm(forms.Form):
    """How many."""

    capacity = forms.IntegerField(
        label=_("Places"),
        required=False,
        min_value=1,
        widget=WholeNumberInput(),
        help_text=_("Empty: as many as come. When it is full, people join a waiting list."),
    )


class MoveForm(WhenForm, PlaceForm, CapacityForm):
    """A new place, a new time, or both."""

    words = forms.CharField(
        label=_("Why, for those who come"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ShiftForm(WhenForm, CapacityForm):
    """A shift of an event."""

    shift = forms.IntegerField(required=False, widget=forms.HiddenInput())
    name = forms.CharField(label=_("Name, if it needs one"), max_length=80, required=False)
    field_order = ("name",)


class FactsForm(forms.Form):
    """What an event is, beside place and time."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Event.Kind, widget=ChoiceButtons())
    title = forms.CharField(
        label=_("Name"),
        max_length=120,
        required=False,
        help_text=_("Left empty, it is called by what it is and where."),
    )
    words = forms.CharField(
        label=_("What happens, and who is it for?"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    step_free = forms.BooleanField(label=_("Step-free"), required=False)
    hearing_loop = forms.BooleanField(label=_("Hearing loop"), required=False)
    children_welcome = forms.BooleanField(label=_("Children welcome"), required=False)
    access_words = forms.CharField(
        label=_("More about access"),
        max_length=500,
        required=False,
        help_text=_("Toilets, seats, parking, light and noise, signing: what people want to know."),
    )
    guests_allowed = forms.IntegerField(
        label=_("Friends that each may bring"),
        min_value=0,
        max_value=10,
        initial=2,
        widget=WholeNumberInput(),
    )
    lifts = forms.BooleanField(
        label=_("People may offer one another lifts"), required=False, initial=True
    )
    roles = forms.CharField(
        label=_("Who is needed?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One in a line, with how many: “2 drivers”, “first-aider”."),
    )
    visibility = forms.ChoiceField(
        label=_("Who finds it?"),
        choices=Event.Visibility,
        initial=Event.Visibility.PUBLIC,
        widget=ChoiceButtons(),
    )
    effort = forms.ModelChoiceField(
        label=_("Phone bank or round that it opens"), queryset=Effort.objects.none(), required=False
    )

    def __init__(self, *given: Any, efforts: QuerySet[Effort], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["effort"].queryset = efforts  # type: ignore[attr-defined]
        if not efforts:
            del self.fields["effort"]

    def clean_roles(self) -> list[tuple[str, int]]:
        """Each line as a name and a number: "2 drivers" is two of "drivers"."""
        roles = []
        for line in self.cleaned_data["roles"].splitlines():
            first, _space, rest = line.strip().partition(" ")
            count, name = (int(first), rest) if first.isdigit() and rest else (1, line.strip())
            if count > 99:
                raise ValidationError(_("Ninety-nine of a kind are enough."))
            if name:
                roles.append((name, count))
        return roles

    def facts(self) -> dict[str, Any]:
        """What was filled in, as a plan takes it."""
        return {name: self.cleaned_data.get(name) for name in FactsForm.base_fields}


def facts_as_they_stand(event: Event) -> dict[str, Any]:
    """What a ``FactsForm`` shows for an event that there is."""
    roles = [f"{role.wanted} {role.name}" for role in event.roles_needed.order_by("pk")]
    shown = {name: getattr(event, name) for name in FactsForm.base_fields if name != "roles"}
    return shown | {"roles": "\n".join(roles)}


class HostForm(FactsForm, WhenForm, PlaceForm, CapacityForm):
    """Everything at once: what, when and where first, the rest folded."""

    key = forms.UUIDField(widget=forms.HiddenInput())
    group = forms.ModelChoiceField(
        label=_("For a group?"), queryset=Group.objects.none(), required=False
    )

    def __init__(self, *given: Any, groups: QuerySet[Group], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        if not groups:
            del self.fields["group"]

    def plan(self) -> EventPlan:
        """What was filled in."""
        starts_at, ends_at = self.times()
        return EventPlan(
            starts_at=starts_at,
            ends_at=ends_at,
            place=self.place(),
            capacity=self.cleaned_data["capacity"],
            group=self.cleaned_data.get("group"),
            **self.facts(),
        )


def usual_time() -> dict[str, Any]:
    """The next Saturday, eleven to one: when most things happen."""
    today = clock.today()
    saturday = today + timedelta(days=(5 - today.weekday()) % 7 or 7)
    return {"day": saturday, "begins": time(11), "ends": time(13)}


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, get_current_timezone())
