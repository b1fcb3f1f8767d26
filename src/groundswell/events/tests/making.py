"""Events for tests, made through the same commands that the pages use."""

from datetime import datetime, timedelta
from typing import Any

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.events.commands import EventPlan, PlacePlan, approve_event, come, host_event
from groundswell.events.models import Event, SignUp
from groundswell.members.commands import open_account
from groundswell.members.models import Member
from groundswell.places.models import Postcode
from tests.town import Town

ADDRESS = "14 Larch Close"
HALL = PlacePlan(
    town="Riverside",
    name="At Siân’s",
    address=ADDRESS,
    postcode="SS14 1AA",
    directions="Ring the lower bell",
)


def seated_postcode(town: Town) -> Postcode:
    """The postcode of the usual place, in Riverside."""
    found, _new = Postcode.objects.get_or_create(
        postcode="SS14 1AA",
        defaults={
            "latitude": 51.57634,
            "longitude": 0.48712,
            "ward": town.riverside,
            "constituency": town.marshfield,
            "source": "test",
        },
    )
    return found


def plan(**changed: Any) -> EventPlan:
    """A canvass the day after tomorrow at eleven, for two hours, without a limit."""
    starts_at = changed.pop("starts_at", None) or in_days(2)
    given: dict[str, Any] = {
        "kind": Event.Kind.CANVASS,
        "title": "Saturday canvass",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "place": HALL,
    }
    return EventPlan(**given | changed)


def in_days(days: int, hour: int = 11) -> datetime:
    """So many days from now, on the hour, on the wall clock."""
    then = clock.local_now() + timedelta(days=days)
    return then.replace(hour=hour, minute=0, second=0, microsecond=0)


def published(town: Town, *, by: Member | None = None, **changed: Any) -> Event:
    """An event that anybody may find."""
    seated_postcode(town)
    host = by or town.caller
    event = host_event(by=host, plan=plan(**changed), key=uuid7())
    if event.state == Event.State.WAITING:
        event = approve_event(by=town.organiser, event=event)
    return event


def comes(event: Event, member: Member, **told: Any) -> SignUp:
    """The member signs up for the event's first shift."""
    shift = event.shifts.order_by("starts_at").first()
    assert shift is not None
    return come(by=member, event=event, shift_id=shift.pk, key=uuid7(), **told)


def people(count: int, begin: int = 0) -> list[Member]:
    """So many new supporters."""
    return [
        open_account(by=None, email=f"p{number}@example.org", name=f"Pat {number}")
        for number in range(begin, begin + count)
    ]
