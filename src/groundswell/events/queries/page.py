"""An event as one person sees it: the only way to the exact place."""

from dataclasses import dataclass

from groundswell.common.errors import NotFound
from groundswell.events.models import Event, Place, SignUp
from groundswell.events.queries.coming import ShiftFilling, filling_of, sign_ups_of
from groundswell.events.queries.seen import runs
from groundswell.members.models import Member
from groundswell.moderation.queries import is_hidden

COMES = (SignUp.State.COMING, SignUp.State.CAME)
_SHOWN = (Event.State.PUBLISHED, Event.State.CANCELLED)


@dataclass(frozen=True)
class EventPage:
    """An event as one person sees it; ``place`` is None for whoever does not come."""

    event: Event
    shifts: list[ShiftFilling]
    mine: list[SignUp]
    place: Place | None
    runs: bool


def event_page(member: Member | None, slug: str, *, with_roles: bool = True) -> EventPage:
    """An event by its link. One that is not published is NotFound but for those who run it.

    Without ``with_roles`` a role in the campaign opens nothing (see ``judging.may_judge``).
    """
    event = (
        Event.objects.select_related("area", "host", "effort", "group").filter(slug=slug).first()
    )
    if event is None:
        raise NotFound
    running = runs(member, event, with_roles=with_roles)
    if not running and (event.state not in _SHOWN or is_hidden("event", event.pk)):
        raise NotFound
    return EventPage(
        event=event,
        shifts=filling_of(event),
        mine=list(sign_ups_of(member, event)),
        place=place_for(member, event, with_roles=with_roles),
        runs=running,
    )


def place_for(member: Member | None, event: Event, *, with_roles: bool = True) -> Place | None:
    """The exact place, for those who run the event and those who come; None for anybody else.

    Whoever stands in line or has said that they cannot come is anybody else.
    """
    if member is None:
        return None
    if not (runs(member, event, with_roles=with_roles) or _comes(member, event)):
        return None
    return Place.objects.filter(event=event).first()


def place_with_code(sign_up: SignUp) -> Place | None:
    """The exact place for whoever holds the link of a sign-up, while that has a place."""
    if not tells_place(sign_up):
        return None
    return Place.objects.filter(event=sign_up.event_id).first()


def tells_place(sign_up: SignUp) -> bool:
    """Whether somebody's place at the event tells them where it is."""
    return sign_up.state in COMES and sign_up.event.state != Event.State.CANCELLED


def _comes(member: Member, event: Event) -> bool:
    if event.state == Event.State.CANCELLED:
        return False
    return event.sign_ups.filter(member=member, state__in=COMES).exists()
