"""Whether somebody in a batch may still be shown, asked in the moment before it happens."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple


class Verdict(Enum):
    """What is to be done with somebody who is next in a batch."""

    SHOW = "show"
    LATER = "later"
    LEAVE = "leave"


class Candidate(NamedTuple):
    """Somebody in a batch, as they stand now.

    ``outcome`` is this batch's once they are not ``held``; ``rests_until`` is the moment of a
    promised call back where there is one, which comes due even while the household rests.
    """

    assignment_id: int
    elector_id: int
    home: int
    position: int
    held: bool
    outcome: str
    shown: bool
    in_force: bool
    callable_until: date | None
    stopped: str
    rests_until: datetime | None


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """As they are called: households in the queue's order, each together."""
    people = sorted(candidates, key=lambda person: (person.position, person.elector_id))
    homes: dict[int, int] = {}
    for person in people:
        homes.setdefault(person.home, len(homes))
    return sorted(people, key=lambda person: homes[person.home])


def verdict(
    person: Candidate, batch: Sequence[Candidate], *, channel: str, today: date, now: datetime
) -> Verdict:
    """Show them, put them back for later, or take them out of the queue.

    Out: no longer on the register, asked not to be contacted, no number that may be called. Later:
    the household rests. One exception: when this caller has just had a conversation at the address,
    others of the household may be spoken to in the same call.
    """
    stops = f",{channel},", ",all,"
    if not person.in_force or any(stop in person.stopped for stop in stops):
        return Verdict.LEAVE
    if channel == "phone" and (person.callable_until is None or person.callable_until < today):
        return Verdict.LEAVE
    if person.rests_until is None or person.rests_until <= now:
        return Verdict.SHOW
    same_call = {other.outcome for other in batch if other.home == person.home and not other.held}
    return Verdict.SHOW if same_call == {"spoke"} else Verdict.LATER
