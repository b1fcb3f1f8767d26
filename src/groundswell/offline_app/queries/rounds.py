"""A round as the app takes it along."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from groundswell.common import clock
from groundswell.contact.models import ElectorState
from groundswell.contact.queries import canvass_codes, facts_of
from groundswell.contact.wording import languages
from groundswell.doorstep.models import Booking, Round
from groundswell.doorstep.queries import (
    WalkedDoor,
    WalkedPerson,
    WalkedRound,
    my_rounds,
    script_of,
)
from groundswell.members.models import Member
from groundswell.offline_app.queries.feed import seen_since
from groundswell.offline_app.queries.scripts import script_told
from groundswell.outreach.queries.branching import not_asked, questions_by_facts
from groundswell.register.models import Elector

NotAsked = Mapping[int, list[str]]


def rounds_told(member: Member) -> list[dict[str, Any]]:
    """The rounds that the member has out, as ``RoundBrief`` of the API."""
    return [_brief(one.round, one) for one in my_rounds(member)]


def round_told(member: Member, walk: WalkedRound) -> dict[str, Any]:
    """Everything that a round needs without signal, as ``RoundPayload`` of the API."""
    walked = walk.round
    held = Booking.objects.filter(round=walked, member=member, state=Booking.State.HELD).first()
    # Read before the doors are told: what comes in meanwhile is told again, not left out.
    seen, after = seen_since(member, walked, 0)
    left_out = _not_asked(walk)
    return {
        "round": _brief(walked, held),
        "sides": walked.sides,
        "latitude": walked.latitude,
        "longitude": walked.longitude,
        "script": script_told(member, script_of(walked.effort)),
        "codes": [
            {"letter": code.letter, "label": code.label, "meaning": code.meaning}
            for code in canvass_codes()
        ],
        "languages": languages(),
        "doors": [_door(door, left_out) for door in walk.doors],
        "records": seen,
        "after": after,
        "withdrawn": False,
        "now": clock.now(),
    }


def people_on(walk: WalkedRound) -> list[UUID]:
    """Whom somebody sees who takes the round along."""
    electors = Elector.objects.filter(
        constituency=walk.round.constituency_id, pk__in=_elector_ids(walk)
    )
    return list(electors.values_list("person", flat=True))


def _brief(walked: Round, held: Booking | None) -> dict[str, Any]:
    return {
        "code": walked.code,
        "name": walked.name,
        "number": walked.number,
        "effort": walked.effort.name,
        "effort_id": walked.effort_id,
        "area": walked.effort.area.name,
        "doors": walked.doors,
        "people": walked.people,
        "minutes": walked.minutes,
        "until": held.until if held else None,
        "state": walked.state,
    }


def _door(door: WalkedDoor, left_out: NotAsked) -> dict[str, Any]:
    return {
        "household": door.household_id,
        "position": door.position,
        "address": door.address,
        "flat": door.flat,
        "number": door.number,
        "street": door.street,
        "postcode": door.postcode,
        "lat": _short(door.latitude),
        "lon": _short(door.longitude),
        "do_not_send": door.do_not_send,
        "note": door.access_note,
        "people": [_person(person, left_out) for person in door.people],
    }


def _short(degrees: float | None) -> float | None:
    """To about a metre."""
    return round(degrees, 5) if degrees is not None else None


def _person(person: WalkedPerson, left_out: NotAsked) -> dict[str, Any]:
    intention = person.intention
    return {
        "elector": person.elector_id,
        "number": person.elector_number,
        "name": person.name,
        "code": intention.letter if intention else "",
        "label": intention.label if intention else "",
        "meaning": intention.meaning if intention else "",
        "on": intention.at.date() if intention else None,
        "postal": person.postal,
        "language": person.language,
        "came_last": person.came_last,
        "line": person.line,
        "not_asked": left_out.get(person.elector_id, []),
    }


def _not_asked(walk: WalkedRound) -> NotAsked:
    """By elector, the questions that what is known of them leaves out."""
    by_facts = questions_by_facts(walk.round.effort.script_version_id)
    if not by_facts:
        return {}
    here = {"constituency": walk.round.constituency_id}
    ids = _elector_ids(walk)
    absent = dict(Elector.objects.filter(**here, pk__in=ids).values_list("pk", "absent_vote"))
    states = ElectorState.objects.filter(**here, elector__in=ids)
    return {
        state.elector_id: list(
            not_asked(by_facts, facts_of(state, absent.get(state.elector_id, "")))
        )
        for state in states
    }


def _elector_ids(walk: WalkedRound) -> list[int]:
    return [person.elector_id for door in walk.doors for person in door.people]
