"""What a host decides, and what it comes to in rows."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime

from django.utils.text import slugify
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.postcode import outward, tidy
from groundswell.events.models import Event, Place
from groundswell.events.rules import Limits, rough
from groundswell.groups.models import Group
from groundswell.groups.queries import is_in
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.outreach.models import Effort
from groundswell.places.models import Area, Postcode
from groundswell.places.queries import find_postcode

_CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LONGEST_DAYS = 31
FARTHEST_DAYS = 400


@dataclass(frozen=True)
class PlacePlan:
    """Where: ``town`` is for everybody, the rest for those who come."""

    town: str = ""
    name: str = ""
    address: str = ""
    postcode: str = ""
    directions: str = ""
    online_url: str = ""


def plan_of_place(event: Event, place: Place) -> PlacePlan:
    """The place that an event has, as a plan would have it."""
    exact = {one.name: getattr(place, one.name) for one in fields(PlacePlan) if one.name != "town"}
    return PlacePlan(town=event.town, **exact)


@dataclass(frozen=True)
class EventPlan:
    """Everything a host decides about an event; ``roles`` are names with how many are wanted."""

    kind: str
    starts_at: datetime
    ends_at: datetime
    place: PlacePlan
    title: str = ""
    words: str = ""
    capacity: int | None = None
    step_free: bool = False
    hearing_loop: bool = False
    children_welcome: bool = False
    access_words: str = ""
    guests_allowed: int = 2
    lifts: bool = True
    visibility: str = Event.Visibility.PUBLIC
    effort: Effort | None = None
    group: Group | None = None
    roles: Sequence[tuple[str, int]] = field(default_factory=tuple)


_COPIED = (
    "kind",
    "words",
    "step_free",
    "hearing_loop",
    "children_welcome",
    "access_words",
    "guests_allowed",
    "lifts",
    "visibility",
    "effort",
)


def new_code(length: int = 10) -> str:
    """Letters and digits that nobody guesses and nobody takes for one another."""
    return "".join(secrets.choice(_CODE_LETTERS) for _letter in range(length))


def slug_for(title: str) -> str:
    """The link's last part: the title, and enough that it cannot be guessed from it."""
    return f"{slugify(title)[:60] or 'event'}-{new_code(6)}"


def put_facts(event: Event, plan: EventPlan) -> None:
    """Put on the event's row what does not concern place and time."""
    for name in _COPIED:
        setattr(event, name, getattr(plan, name))
    event.title = plan.title.strip() or usual_title(plan, event.town)


def usual_title(plan: EventPlan, town: str) -> str:
    """What an event is called whose host gave it no name."""
    kind = Event.Kind(plan.kind).label
    if not town or plan.kind == Event.Kind.ONLINE:
        return str(kind)
    return _("%(kind)s in %(town)s") % {"kind": kind, "town": town}


def put_place(event: Event, given: PlacePlan, host: Member | None) -> Place:
    """Put the place where it belongs: roughly on the event's row, exactly on one of its own.

    Returns the row with the exact place, not yet saved.
    """
    postcode = tidy(given.postcode)
    found = find_postcode(postcode) if postcode else None
    event.town = given.town.strip() or _usual_town(event, found)
    event.outward = outward(postcode)
    event.latitude = rough(found.latitude) if found else None
    event.longitude = rough(found.longitude) if found else None
    event.area = _area(found.ward or found.constituency if found else None, event, host)
    return Place(
        event_id=event.pk,
        name=given.name.strip(),
        address=given.address.strip(),
        postcode=postcode,
        latitude=found.latitude if found else None,
        longitude=found.longitude if found else None,
        directions=given.directions.strip(),
        online_url=given.online_url.strip(),
    )


def _usual_town(event: Event, found: Postcode | None) -> str:
    """The ward of the postcode: near enough to decide whether to come, and no address."""
    if event.kind == Event.Kind.ONLINE:
        return _("Online")
    return found.ward.name if found and found.ward else ""


def _area(of_postcode: Area | None, event: Event, host: Member | None) -> Area | None:
    """The area whose organisers answer for it: of its postcode, else of its host's branch."""
    if of_postcode is not None:
        return of_postcode
    return event.area or (host.branch if host else None)


def refuse_what_cannot_be(plan: EventPlan, limits: Limits) -> None:
    """Refuse a plan that nobody could come to, or that a host of this level may not make."""
    refuse_times(plan.starts_at, plan.ends_at)
    refuse_place(plan.kind, plan.place)
    refuse_capacity(plan.capacity, limits)


def refuse_times(starts_at: datetime, ends_at: datetime) -> None:
    """Refuse times that no event can have."""
    if ends_at <= starts_at:
        raise Refused(_("It ends before it begins: look at the times again."))
    if (ends_at - starts_at).days > LONGEST_DAYS:
        raise Refused(_("An event lasts a month at most: make several of it."))
    if ends_at <= clock.now():
        raise Refused(_("This time has passed: choose one that is still to come."))
    if (starts_at - clock.now()).days > FARTHEST_DAYS:
        raise Refused(_("That is more than a year away: look at the date again."))


def refuse_place(kind: str, place: PlacePlan) -> None:
    """Refuse an event that has no place, or an online one without its link."""
    if kind == Event.Kind.ONLINE:
        if not place.online_url.strip():
            raise Refused(_("Give the link of the meeting: only those who come see it."))
        return
    if place.postcode and not tidy(place.postcode):
        raise Refused(_("This is no postcode: look at it again."))
    if not (place.address.strip() or place.name.strip()):
        raise Refused(_("Say where it is: only those who come see the exact place."))


def refuse_capacity(capacity: int | None, limits: Limits) -> None:
    """Refuse more places than the host's level allows."""
    if capacity is not None and capacity < 1:
        raise Refused(_("Have a place for one person at least, or leave the number out."))
    if (capacity or 0) > limits.places:
        raise Refused(
            _("You may invite up to %(most)d people. An organiser can trust you with more.")
            % {"most": limits.places}
        )


def refuse_group(by: Member, group: Group | None) -> None:
    """Refuse to host for a group that one is not in."""
    if group is not None and (group.closed_at is not None or not is_in(by, group)):
        raise Refused(_("Join the group first: its events are hosted by those who are in it."))


def refuse_effort(by: Member | None, effort: Effort | None, group: Group | None) -> None:
    """Refuse to tie an event to a phone bank or round that is not the host's to open."""
    if effort is not None and group is not None and group.is_independent:
        raise Refused(_("An independent group has no part in the campaign’s phone banks."))
    if effort is None or by is None or holds_role(by, Role.Kind.ORGANISER, area=effort.area):
        return
    raise Refused(
        _("Only an organiser of %(area)s can tie an event to this.") % {"area": effort.area.name}
    )
