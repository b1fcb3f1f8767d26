"""Rules on a visitor's own taps at doors: time between doors, and distance from them.

They look at results tapped at the door on the visitor's own telephone alone: what came from paper,
or was entered for somebody on a board, is left be.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from groundswell.outreach.plausibility.chance import binomial_tail

DOORS_IN_A_ROW = 15
METRES_A_SECOND = 2.5
"""Nobody canvasses at a run; a walker with a bag makes 1.3."""
SECONDS_AT_A_DOOR = 8
SECONDS_TO_GREET = 8
SECONDS_A_QUESTION = 3
FEWEST_PLACES = 10
FAR = 500
"""Metres beyond the telephone's own doubt: maps are wrong, some doors are known by their postcode
alone, and a side may be tapped from its end."""
HONEST_FAR = 0.15
"""One result in seven may honestly be tapped elsewhere: at the corner, in the car, at home."""
ALARM_BELOW = 1e-5
FEWEST_OUT_OF_HOURS = 3


@dataclass(frozen=True)
class Visit:
    """One result tapped: when, how far from its door at least (None: not told), what came of it.

    ``walked`` is the straight line in metres from the door tapped before; None where unknown.
    """

    household: int
    local_time: datetime
    contact: bool
    answers: int = 0
    walked: float | None = None
    metres: int | None = None


@dataclass(frozen=True)
class _Door:
    """Results tapped one after another at the same door."""

    first: datetime
    last: datetime
    least: float


def door_pace_finding(visits: Sequence[Visit]) -> dict[str, float] | None:
    """The figures when some fifteen doors in a row took less time than anybody needs, else None.

    Whoever walks a side and then taps it in one go is fair: fifteen doors hold more than one such
    burst, and the time of the walk between counts.
    """
    doors = _doors(visits)
    for start in range(len(doors) - DOORS_IN_A_ROW + 1):
        row = doors[start : start + DOORS_IN_A_ROW]
        took = (row[-1].last - row[0].first).total_seconds()
        needed = sum(door.least for door in row[1:])
        if took < needed:
            return {
                "doors": DOORS_IN_A_ROW,
                "took_seconds": round(took),
                "needed_seconds": round(needed),
            }
    return None


def distance_finding(visits: Sequence[Visit]) -> dict[str, float] | None:
    """The figures when more results were tapped far from their doors than honest slips explain."""
    placed = [visit.metres for visit in visits if visit.metres is not None]
    if len(placed) < FEWEST_PLACES:
        return None
    far = sum(metres > FAR for metres in placed)
    chance = binomial_tail(far, len(placed), HONEST_FAR)
    if chance >= ALARM_BELOW:
        return None
    return {"results": len(placed), "far": far, "chance": chance}


def visiting_hours_finding(
    visits: Sequence[Visit], within_hours: Callable[[datetime], bool]
) -> dict[str, float] | None:
    """The figures when three or more doors were tapped outside the effort's hours, else None."""
    outside = sum(not within_hours(visit.local_time) for visit in visits)
    if outside < FEWEST_OUT_OF_HOURS:
        return None
    return {"results": len(visits), "out_of_hours": outside}


def _doors(visits: Sequence[Visit]) -> list[_Door]:
    """The doors in the order of the taps; of several results at one door a single one."""
    doors: list[_Door] = []
    together: list[Visit] = []
    for visit in sorted(visits, key=lambda one: one.local_time):
        if together and visit.household != together[-1].household:
            doors.append(_door(together))
            together = []
        together.append(visit)
    return [*doors, _door(together)] if together else doors


def _door(together: list[Visit]) -> _Door:
    walked = max(visit.walked or 0.0 for visit in together)
    contact = any(visit.contact for visit in together)
    questions = sum(visit.answers for visit in together)
    return _Door(
        first=together[0].local_time,
        last=together[-1].local_time,
        least=walked / METRES_A_SECOND
        + SECONDS_AT_A_DOOR
        + SECONDS_TO_GREET * contact
        + SECONDS_A_QUESTION * questions,
    )
