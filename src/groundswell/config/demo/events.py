"""Events of the demonstration: one of each kind, with people who come, wait, came and said how."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils.timezone import get_current_timezone

from groundswell.common import clock
from groundswell.events.commands import (
    EventPlan,
    PlacePlan,
    approve_event,
    come,
    host_event,
    mark,
    move_event,
    say_how_it_was,
    set_host_level,
    tell_of_lift,
    walk_in,
)
from groundswell.events.commands.shifts import ShiftPlan, put_shift
from groundswell.events.models import Event, SignUp
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.places.models import Area, Postcode

KINDS = Event.Kind
WARDS = ("E05004026", "E05004028", "E05004031")


def plan(*, organiser: Member, people: list[Member], newcomer: Member, bank: Effort) -> None:
    """Last week's stall, and what is to come: full, waiting for approval, moved, tied to a bank."""
    codes = _postcodes()
    _last_week(organiser, people, codes[0])
    canvass = _event(
        people[0],
        organiser,
        kind=KINDS.CANVASS,
        title="First canvass together, new walkers welcome",
        words="We go in pairs, and you are shown how. **No experience needed.** Tea afterwards.",
        day=3,
        place=PlacePlan(name="Car park of the library", address="1 Library Way", postcode=codes[0]),
        roles=(("drivers", 2), ("first-aider", 1)),
        children_welcome=True,
    )
    set_host_level(
        by=organiser,
        member=people[0],
        level="trusted",
        reason="Held the stall last week, and people came back.",
    )
    _fill(canvass, people[1:6])
    _lifts(canvass)
    party = _event(
        people[0],
        organiser,
        kind=KINDS.PHONE_BANK,
        title="Phone bank party",
        words="Bring a charged phone. There are headsets, soup and somebody to ask.",
        day=0,
        hour=19,
        place=PlacePlan(name="Community centre", address="20 High Road", postcode=codes[1]),
        step_free=True,
        hearing_loop=True,
        by=organiser,
        effort=bank,
    )
    _fill(party, people[1:4])
    meeting = _event(
        people[2],
        organiser,
        kind=KINDS.HOUSE_MEETING,
        title="Round the kitchen table: buses",
        words="Twelve chairs and a pot of tea. Tell us which bus you need.",
        day=5,
        hour=19,
        capacity=4,
        place=PlacePlan(name="At Carys’s", address="14 Larch Close", postcode=codes[2]),
        access_words="Two steps at the door; a ramp on request. A small dog lives here.",
    )
    _fill(meeting, [person for person in people if person != people[2]][:7])
    training = _event(
        organiser,
        organiser,
        kind=KINDS.TRAINING,
        title="How to listen at the door",
        words="An hour and a half: what to say first, what to write down, how to stay safe.",
        day=8,
        hour=18,
        place=PlacePlan(name="Room 2", address="The Wat Tyler Centre", postcode=codes[0]),
        step_free=True,
        hearing_loop=True,
    )
    _fill(training, people[:5])
    move_event(
        by=organiser,
        event=training,
        place=PlacePlan(name="Main hall", address="Towngate, High Street", postcode=codes[1]),
        starts_at=training.starts_at,
        ends_at=training.ends_at,
        capacity=60,
        words="So many want to come that we took a larger room.",
    )
    rally = _event(
        organiser,
        organiser,
        kind=KINDS.RALLY,
        title="Buses after eight: the rally",
        words="Speakers, music, and the petition handed over.",
        day=12,
        hour=14,
        place=PlacePlan(name="Town square", address="East Walk", postcode=codes[1]),
        step_free=True,
        children_welcome=True,
    )
    _stewards(organiser, rally)
    _fill(rally, people[:8])
    _event(
        people[3],
        organiser,
        kind=KINDS.ONLINE,
        title="Welcome call for everybody new",
        words="Half an hour. Who we are, what there is to do, and your questions.",
        day=2,
        hour=20,
        place=PlacePlan(online_url="https://meet.example.org/welcome"),
    )
    host_event(
        by=newcomer,
        plan=EventPlan(
            kind=KINDS.STREET_STALL,
            starts_at=_at(6, 10),
            ends_at=_at(6, 13),
            place=PlacePlan(address="Market stall 12", postcode=codes[2]),
            words="My first one: two tables, leaflets and a thermos.",
        ),
        key=uuid4(),
    )


def _last_week(organiser: Member, people: list[Member], postcode: str) -> None:
    now = clock.now()
    with clock.set_to(now - timedelta(days=9)):
        stall = _event(
            people[0],
            organiser,
            kind=KINDS.STREET_STALL,
            title="Stall at the market",
            words="Buses, buses, buses.",
            day=3,
            hour=10,
            place=PlacePlan(address="Market Pavement", postcode=postcode),
        )
        coming = _fill(stall, people[1:7])
    with clock.set_to(stall.starts_at + timedelta(minutes=20)):
        for sign_up in coming[:5]:
            mark(by=people[0], event=stall, sign_up_id=sign_up.pk, state=SignUp.State.CAME)
        walk_in(
            by=people[0],
            event=stall,
            shift_id=stall.shifts.get().pk,
            key=uuid4(),
            name="Rosa, from the bakery",
        )
    with clock.set_to(stall.ends_at + timedelta(hours=2)):
        for sign_up, given in zip(coming[:4], (4, 4, 3, 4), strict=True):
            sign_up.refresh_from_db()
            words = "More of the big signs, please." if given == 3 else ""
            say_how_it_was(sign_up=sign_up, mark=given, words=words)


def _event(
    host: Member,
    organiser: Member,
    *,
    day: int,
    hour: int = 11,
    by: Member | None = None,
    **told: Any,
) -> Event:
    starts_at = _at(day, hour)
    made = host_event(
        by=by or host,
        plan=EventPlan(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            **told,
        ),
        key=uuid4(),
    )
    if made.state == Event.State.WAITING:
        made = approve_event(by=organiser, event=made, words="Good luck!")
    return made


def _stewards(organiser: Member, rally: Event) -> None:
    early = rally.starts_at - timedelta(hours=2)
    setting_up = ShiftPlan("Setting up", early, rally.starts_at, 6)
    put_shift(by=organiser, event=rally, plan=setting_up)


def _fill(event: Event, members: list[Member]) -> list[SignUp]:
    shift = event.shifts.order_by("-starts_at").first()
    if shift is None:
        return []
    return [
        come(by=one, event=event, shift_id=shift.pk, key=uuid4(), guests=number % 2)
        for number, one in enumerate(members)
    ]


def _lifts(event: Event) -> None:
    first, second = event.sign_ups.filter(state="coming").order_by("line")[:2]
    tell_of_lift(sign_up=first, offers=True, seats=3, from_where="Pitsea", contact="07700 900461")
    tell_of_lift(sign_up=second, offers=False, seats=1, from_where="Vange", contact="07700 900462")


def _at(day: int, hour: int) -> datetime:
    then = clock.local_now() + timedelta(days=day)
    at = then.replace(hour=hour, minute=0, second=0, microsecond=0, tzinfo=get_current_timezone())
    return at if at > clock.now() else at + timedelta(days=1)


def _postcodes() -> list[str]:
    """One postcode in each of three wards."""
    wards = Area.objects.filter(code__in=WARDS, valid_to=None).order_by("code")
    found = [
        Postcode.objects.filter(ward=ward).order_by("postcode").values_list("pk", flat=True).first()
        for ward in wards
    ]
    return [one or "" for one in found]
