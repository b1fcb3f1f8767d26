"""An event that Bob hosts and Sue comes to, and one that is over, for the table."""

from datetime import timedelta

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.events.commands import EventPlan, PlacePlan, approve_event, come, host_event
from groundswell.events.models import Event, SignUp
from groundswell.events.queries.calendars import calendar_token
from tests.town import Town


def furnish_events(town: Town) -> None:
    """Both lie in Riverside; Alice has approved them."""
    event, sign_up = _event(town, "Saturday canvass", days=3)
    past = clock.now() - timedelta(days=2)
    with clock.set_to(past):
        _over, past_sign_up = _event(town, "Last week", days=1)
    town.things |= {
        "event": event,
        "event_shift": event.shifts.get(),
        "event_sign_up": sign_up,
        "past_sign_up": past_sign_up,
        "great_mark": 4,
        "calendar_token": calendar_token(town.supporter),
        "feed_form": "atom",
    }


def _event(town: Town, title: str, *, days: int) -> tuple[Event, SignUp]:
    starts_at = clock.now() + timedelta(days=days)
    plan = EventPlan(
        kind=Event.Kind.CANVASS,
        title=title,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place=PlacePlan(town="Riverside", address="14 Larch Close"),
    )
    event = host_event(by=town.caller, plan=plan, key=uuid7())
    if event.state == Event.State.WAITING:
        event = approve_event(by=town.organiser, event=event)
    shift = event.shifts.get()
    return event, come(by=town.supporter, event=event, shift_id=shift.pk, key=uuid7())
