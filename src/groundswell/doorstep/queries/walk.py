"""A round as it is walked: its doors in order, and whom to ask for at each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.contact.models import Attempt, CanvassCode, ElectorState
from groundswell.contact.queries import summary_line
from groundswell.doorstep.models import Round, RoundDoor
from groundswell.doorstep.queries.rounds import round_by_code
from groundswell.members.models import Member
from groundswell.outreach.models import HouseholdHold
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector, Household
from groundswell.safety.queries import access_notes, doors_not_to_send

_POSTAL = frozenset({Elector.AbsentVote.POSTAL, Elector.AbsentVote.POSTAL_PROXY})


@dataclass(frozen=True)
class Intention:
    """The last voting intention that somebody told us, in the organisation's letters."""

    letter: str
    label: str
    meaning: str
    at: datetime


@dataclass(frozen=True)
class WalkedPerson:
    """Somebody to ask for; ``came_last`` is "you" where the member had knocked there before."""

    elector_id: int
    person: UUID
    elector_number: str
    name: str
    intention: Intention | None
    postal: bool
    language: str
    came_last: str
    line: str


@dataclass(frozen=True)
class WalkedDoor:
    """A door in its place; with ``do_not_send`` nobody goes there, and no people are named."""

    household_id: int
    position: int
    address: str
    flat: str
    street: str
    number: str
    postcode: str
    latitude: float | None
    longitude: float | None
    do_not_send: bool
    access_note: str
    people: tuple[WalkedPerson, ...]


@dataclass(frozen=True)
class WalkedRound:
    """A round and its doors in walking order."""

    round: Round
    doors: tuple[WalkedDoor, ...]


def walk(member: Member, walked: Round) -> WalkedRound:
    """The round in walking order, as things stand now; NotFound for whoever may not see it.

    Left out is whoever has since asked not to be called on, has gone, or rests because somebody
    else was in touch; a door without anybody left is left out with them, and one that another
    round or a caller has in hand.
    """
    round_by_code(member, walked.code)
    return _as_it_stands(member, walked)


def _as_it_stands(member: Member, walked: Round) -> WalkedRound:
    here = {"constituency": walked.constituency_id}
    rows = list(RoundDoor.objects.filter(**here, round_id=walked.pk).order_by("position"))
    ids = [row.household_id for row in rows]
    homes = Household.objects.filter(**here).in_bulk(ids)
    elsewhere = set(
        HouseholdHold.objects.filter(**here, household__in=ids, until__gt=clock.now())
        .exclude(batch=walked.key)
        .values_list("household_id", flat=True)
    )
    people = _people(member, walked, rows)
    away = doors_not_to_send(walked.constituency_id, ids)
    notes = access_notes(walked.constituency_id, ids)
    doors = [
        _door(
            homes[row.household_id],
            row.position,
            () if row.household_id in away else people[row.household_id],
            do_not_send=row.household_id in away,
            access_note=notes.get(row.household_id, ""),
        )
        for row in rows
        if row.household_id in homes
        and row.household_id not in elsewhere
        and people[row.household_id]
    ]
    return WalkedRound(walked, tuple(doors))


def _people(
    member: Member, walked: Round, rows: list[RoundDoor]
) -> dict[int, tuple[WalkedPerson, ...]]:
    here = {"constituency": walked.constituency_id}
    wanted = [one for row in rows for one in row.electors]
    electors = Elector.objects.filter(**here, gone_at=None).in_bulk(wanted)
    states = {
        state.elector_id: state
        for state in ElectorState.objects.filter(**here, elector__in=wanted, in_force=True)
        if not {"all", Channel.DOOR} & set(state.stopped.split(","))
    }
    visited = set(
        Attempt.objects.filter(**here, effort_id=walked.effort_id, elector__in=wanted).values_list(
            "household_id", flat=True
        )
    )
    yours = set(
        Attempt.objects.filter(
            **here, elector__in=wanted, member=member, channel=Channel.DOOR
        ).values_list("household_id", flat=True)
    )
    letters = {code.pk: code for code in CanvassCode.objects.all()}
    found: dict[int, tuple[WalkedPerson, ...]] = defaultdict(tuple)
    for row in rows:
        found[row.household_id] = tuple(
            _person(electors[one], states[one], letters, "you" if row.household_id in yours else "")
            for one in row.electors
            if one in electors
            and one in states
            and (row.household_id in visited or not _rests(states[one]))
        )
    return found


def _rests(state: ElectorState) -> bool:
    until = state.call_back_at or state.rests_until
    return until is not None and until > clock.now()


def _person(
    elector: Elector, state: ElectorState, letters: dict[int, CanvassCode], came_last: str
) -> WalkedPerson:
    return WalkedPerson(
        elector_id=elector.pk,
        person=elector.person,
        elector_number=elector.elector_number,
        name=str(elector),
        intention=_intention(state, letters),
        postal=elector.absent_vote in _POSTAL,
        language=state.language,
        came_last=came_last,
        line=summary_line(state),
    )


def _intention(state: ElectorState, letters: dict[int, CanvassCode]) -> Intention | None:
    if not state.voting_intention or state.voting_intention_at is None:
        return None
    code = letters.get(state.canvass_code_id or 0)
    return Intention(
        letter=code.letter if code else "",
        label=str(code.label if code else state.get_voting_intention_display()),
        meaning=state.voting_intention,
        at=state.voting_intention_at,
    )


def _door(
    home: Household,
    position: int,
    people: tuple[WalkedPerson, ...],
    *,
    do_not_send: bool,
    access_note: str,
) -> WalkedDoor:
    return WalkedDoor(
        household_id=home.pk,
        position=position,
        address=home.address,
        flat=home.flat,
        street=home.street,
        number=home.number or home.house_name,
        postcode=home.postcode,
        latitude=home.latitude,
        longitude=home.longitude,
        do_not_send=do_not_send,
        access_note="" if do_not_send else access_note,
        people=people,
    )


def people_asked_for(walked: Round, household_id: int) -> list[int]:
    """Ids of those asked for in a household of the round; NotFound where it is not in it."""
    row = RoundDoor.objects.filter(
        constituency=walked.constituency_id, round_id=walked.pk, household=household_id
    ).first()
    if row is None:
        raise NotFound
    return list(row.electors)
