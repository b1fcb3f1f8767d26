"""Finding events: near a postcode, on a day, of a kind; and which need somebody most today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from groundswell.common import clock
from groundswell.events.models import Event, RoleNeeded, Shift, SignUp
from groundswell.events.queries.coming import TAKES_A_SEAT
from groundswell.events.queries.seen import events_seen_by
from groundswell.events.rules.usefulness import Chance, usefulness
from groundswell.members.models import Member
from groundswell.members.queries import in_areas
from groundswell.places.models import Area
from groundswell.places.rules import Position, metres_between

MOST = 60
USEFUL_DAYS = 2


@dataclass(frozen=True)
class Sought:
    """What somebody looks for; whatever is empty does not matter to them."""

    here: Position | None = None
    within_km: float | None = None
    first: date | None = None
    last: date | None = None
    kinds: tuple[str, ...] = ()
    area: Area | None = None
    group_id: int | None = None


@dataclass(frozen=True)
class FoundEvent:
    """An event that was found. ``kilometres`` is rough, like the place it is measured to.

    ``empty``: seats left in all its shifts, None where one has no limit. ``roles_missing``: roles
    that nobody has taken.
    """

    event: Event
    kilometres: float | None
    empty: int | None
    places: int | None
    roles_missing: int

    @property
    def full(self) -> bool:
        """Whether whoever signs up now stands in line."""
        return self.empty == 0


def events_found(member: Member | None, sought: Sought) -> list[FoundEvent]:
    """Events to come that the member may find, at most sixty.

    The nearest first where a place is given, else the soonest. Online events are near everybody.
    """
    found = _measured(_filtered(member, sought), sought)
    if sought.here is not None:
        found.sort(key=lambda one: (_distance(one), one.event.starts_at, one.event.pk))
    return found[:MOST]


def most_useful(member: Member | None, sought: Sought) -> list[FoundEvent]:
    """Events of the next two days that need somebody, the most useful first (see ``rules``)."""
    now = clock.now()
    soon = _filtered(member, sought).filter(starts_at__lt=now + timedelta(days=USEFUL_DAYS))
    points = {one: usefulness(_chance(one, now)) for one in _measured(soon, sought)}
    useful = [one for one in points if points[one] > 0]
    return sorted(useful, key=lambda one: (-points[one], one.event.starts_at, one.event.pk))[:MOST]


def events_to_come(member: Member | None, sought: Sought) -> QuerySet[Event]:
    """Events to come that fit, the soonest first, for calendars and feeds."""
    return _filtered(member, sought).order_by("starts_at", "pk")


def _filtered(member: Member | None, sought: Sought) -> QuerySet[Event]:
    found = events_seen_by(member).filter(ends_at__gt=clock.now())
    if sought.first is not None:
        found = found.filter(ends_at__gte=_midnight(sought.first))
    if sought.last is not None:
        found = found.filter(starts_at__lt=_midnight(sought.last + timedelta(days=1)))
    if sought.kinds:
        found = found.filter(kind__in=sought.kinds)
    if sought.area is not None:
        found = found.filter(in_areas("area", [sought.area.path]))
    if sought.group_id is not None:
        found = found.filter(group_id=sought.group_id)
    return found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _measured(events: QuerySet[Event], sought: Sought) -> list[FoundEvent]:
    found = [_found(event, sought.here) for event in _with_places(events)]
    if sought.here is None or sought.within_km is None:
        return found
    return [one for one in found if _distance(one) <= sought.within_km]


def _with_places(events: QuerySet[Event]) -> Iterable[Event]:
    """With the seats there are, the seats taken and the roles nobody has, each in one go."""
    shifts = Shift.objects.filter(event=OuterRef("pk"), ended_at=None).values("event")
    taken = SignUp.objects.filter(
        event=OuterRef("pk"), shift__ended_at=None, state__in=TAKES_A_SEAT
    ).values("event")
    roles = (
        RoleNeeded.objects.filter(event=OuterRef("pk"))
        .annotate(have=Count("taken_by", filter=Q(taken_by__state__in=TAKES_A_SEAT)))
        .filter(have__lt=F("wanted"))
        .order_by()
    )
    return events.annotate(
        limited=_number(shifts.annotate(n=Count("capacity")).values("n")),
        all_shifts=_number(shifts.annotate(n=Count("pk")).values("n")),
        seats=_number(shifts.annotate(n=Sum("capacity")).values("n")),
        taken=_number(taken.annotate(n=Sum(F("guests") + 1)).values("n")),
        roles_open=_number(
            RoleNeeded.objects.filter(pk__in=roles.values("pk"), event=OuterRef("pk"))
            .values("event")
            .annotate(n=Count("pk"))
            .values("n")
        ),
    )


def _number(query: QuerySet[Any, Any]) -> Coalesce:
    return Coalesce(Subquery(query, output_field=IntegerField()), Value(0))


def _found(event: Event, here: Position | None) -> FoundEvent:
    counted = vars(event)
    limited = counted["all_shifts"] > 0 and counted["limited"] == counted["all_shifts"]
    places = counted["seats"] if limited else None
    return FoundEvent(
        event=event,
        kilometres=_kilometres(event, here),
        empty=max(0, places - counted["taken"]) if places is not None else None,
        places=places,
        roles_missing=counted["roles_open"],
    )


def _kilometres(event: Event, here: Position | None) -> float | None:
    if event.kind == Event.Kind.ONLINE:
        return 0.0
    if here is None or event.latitude is None or event.longitude is None:
        return None
    return round(metres_between(here, Position(event.latitude, event.longitude)) / 1000, 1)


def _distance(one: FoundEvent) -> float:
    return float("inf") if one.kilometres is None else one.kilometres


def _chance(one: FoundEvent, now: datetime) -> Chance:
    return Chance(
        roles_missing=one.roles_missing,
        places=one.places,
        empty=one.empty,
        hours_until=max(0.0, (one.event.starts_at - now).total_seconds() / 3600),
        kilometres=one.kilometres,
    )
