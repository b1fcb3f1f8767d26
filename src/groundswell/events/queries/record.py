"""What members have done at events: counted from the sign-ups themselves."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from groundswell.common import clock
from groundswell.events.models import Event, SignUp
from groundswell.events.queries.seen import attended_by, events_hosted_by
from groundswell.groups.models import Group
from groundswell.members.models import Member

_AT_WORK = (Event.Kind.CANVASS, Event.Kind.PHONE_BANK)


def hours_at(member: Member) -> int:
    """Seconds of the shifts at which the member was checked in, of events that tell their hours."""
    there = attended_by(member).filter(_tells_hours("event__"))
    times = there.values_list("shift__starts_at", "shift__ends_at")
    return sum(int((end - start).total_seconds()) for start, end in times)


def hours_hosting(member: Member) -> int:
    """Seconds of the events that the member hosted and at which they were not checked in too."""
    held = events_hosted_by(member).filter(
        _tells_hours(), state=Event.State.PUBLISHED, ends_at__lte=clock.now()
    )
    held = held.exclude(sign_ups__in=attended_by(member))
    times = held.values_list("starts_at", "ends_at")
    return sum(int((end - start).total_seconds()) for start, end in times)


def doers(since: datetime) -> QuerySet[Any, int]:
    """Ids of members who were checked in somewhere since then, for the campaign's mailings.

    Who comes to an independent group's events is that group's to know.
    """
    came = SignUp.objects.filter(
        state=SignUp.State.CAME, checked_in_at__gte=since, member__isnull=False
    ).exclude(event__group__kind=Group.Kind.INDEPENDENT)
    return came.values_list("member_id", flat=True)


def people_hosting(since: datetime) -> QuerySet[Any, int]:
    """Ids of members who have held an event since then, as for ``doers``."""
    held = Event.objects.filter(
        state=Event.State.PUBLISHED,
        ends_at__range=(since, clock.now()),
        host__isnull=False,
    ).exclude(group__kind=Group.Kind.INDEPENDENT)
    return held.values_list("host_id", flat=True)


def _tells_hours(event: str = "") -> Q:
    """Events whose own times are somebody's hours.

    At a canvass and at a phone bank party, and wherever a phone bank or a round is opened, the
    doors and calls of those who are there tell the hours: the shift beside them would count each
    hour twice. An independent group has no doors or calls here, so that only its shifts tell any.
    """
    at_work = Q(**{f"{event}kind__in": _AT_WORK}) | Q(**{f"{event}effort__isnull": False})
    return ~at_work | Q(**{f"{event}group__kind": Group.Kind.INDEPENDENT})
