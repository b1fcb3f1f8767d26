"""Automatic turf: METIS over the graph of streets, repaired until every round is in one piece.

METIS (Karypis and Kumar 1998) cuts a graph into parts of nearly the same weight, severing as
little as it can; it does not always leave a part in one piece. What hangs loose goes to a
neighbour, then doors change hands along the borders until every round is within 15 % of its size.
Where that fails (it is tried, never assumed) a line through all streets is cut instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from groundswell.doorstep.rules.doors import Door
from groundswell.doorstep.rules.placing import Places, placed
from groundswell.doorstep.rules.streets import Streets, link_streets
from groundswell.doorstep.rules.turf.balancing import Parts, balance
from groundswell.doorstep.rules.turf.line import link_line
from groundswell.doorstep.rules.turf.severing import sever

TOLERANCE = 0.15
_SEED = 7


@dataclass(frozen=True)
class Turf:
    """The rounds, and the graph in which each of them is in one piece."""

    rounds: list[list[Door]]
    streets: Streets
    places: Places
    by_line: bool = False


def cut(doors: Sequence[Door], *, size: int) -> Turf:
    """Rounds of about ``size`` doors: every door in one, each round in one piece.

    Each is within 15 % of ``size`` where so many doors can be shared out so (always from four
    rounds on; 90 doors are no rounds of 60), and else as even as whole doors allow.
    """
    return _cut(doors, [1.0] * len(doors), size)


def _cut(doors: Sequence[Door], weights: Sequence[float], size: float) -> Turf:
    places = placed(doors)
    streets = link_streets(doors, places)
    count = rounds_for(sum(weights), size)
    if count == 1:
        return Turf([list(doors)] if doors else [], streets, places)
    parts = by_metis(streets, weights, count)
    least, most = limits(size, sum(weights) / count, max(weights))
    by_line = not balance(parts, least=least, most=most)
    if by_line:
        parts, streets = along_a_line(doors, places, streets, weights, count)
    return Turf(as_rounds(doors, parts), streets, places, by_line)


def rounds_for(whole: float, size: float) -> int:
    """How many rounds of about this size the whole makes."""
    return max(1, round(whole / size))


def as_rounds(doors: Sequence[Door], parts: Parts) -> list[list[Door]]:
    """The parts as lists of doors."""
    return [[doors[index] for index in sorted(members)] for members in parts.members if members]


def limits(size: float, share: float, heaviest: float) -> tuple[float, float]:
    """Between which weights a round may lie; at least what whole doors need around even shares."""
    least, most = size * (1 - TOLERANCE), size * (1 + TOLERANCE)
    if not least + heaviest / 2 <= share <= most - heaviest / 2:
        least, most = min(least, share - heaviest), max(most, share + heaviest)
        if share < least or share > size:
            most = min(most, max(share * (1 + TOLERANCE), share + heaviest))
    return least, most


def by_metis(streets: Streets, weights: Sequence[float], count: int) -> Parts:
    """A first cut: nearly even, severing as little as METIS can."""
    part_of = sever(streets.links, weights, count, seed=_SEED)
    return Parts(streets.links, list(weights), part_of, count)


def along_a_line(
    doors: Sequence[Door],
    places: Places,
    streets: Streets,
    weights: Sequence[float],
    count: int,
) -> tuple[Parts, Streets]:
    """Even pieces of one line through all doors, whose links count as neighbours."""
    line, linked = link_line(doors, places, streets)
    whole, so_far = sum(weights), 0.0
    part_of = [0] * len(doors)
    for index in line:
        part_of[index] = min(count - 1, int((so_far + weights[index] / 2) / whole * count))
        so_far += weights[index]
    return Parts(linked.links, list(weights), part_of, count), linked
