"""What is walked in one go: a building, one side of a street, a street in its local order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from groundswell.doorstep.rules.doors import (
    Door,
    along_the_street,
    building_of,
    side_of,
    street_of,
)
from groundswell.doorstep.rules.measuring import Point

_A_GAP = 120.0  # metres along a side of a street, over which it is walked in two goes


@dataclass(frozen=True)
class Run:
    """Doors in a row; ``one_way`` where local people have fixed in which direction."""

    doors: tuple[Door, ...]
    first: Point
    last: Point
    one_way: bool = False
    side: str = ""
    street: tuple[str, str] = ("", "")


def runs_of(
    doors: Sequence[Door],
    at: Mapping[int, Point],
    *,
    sides: str,
    fixed: Mapping[str, Sequence[int]],
) -> list[Run]:
    """The doors as runs: a street with a local order is one, in that order."""
    streets: dict[tuple[str, str], list[Door]] = defaultdict(list)
    for door in doors:
        streets[street_of(door)].append(door)
    runs: list[Run] = []
    for street, members in sorted(streets.items()):
        order = fixed.get(street[0], ())
        if any(door.household_id in set(order) for door in members):
            runs.append(_run(in_local_order(members, order), at, one_way=True))
        else:
            runs += _sides(members, at) if sides == "odd_then_even" else _buildings(members, at)
    return runs


def in_local_order(doors: Sequence[Door], order: Sequence[int]) -> list[Door]:
    """Doors as local people walk them; one they have not placed goes after its neighbour.

    Its neighbour is the nearest lower number of its side, else of the street.
    """
    places = {household: place for place, household in enumerate(order)}
    known = sorted(
        (door for door in doors if door.household_id in places),
        key=lambda door: places[door.household_id],
    )
    for new in sorted(
        (door for door in doors if door.household_id not in places), key=along_the_street
    ):
        before = max(
            (
                place
                for place, door in enumerate(known)
                if not along_the_street(door) > along_the_street(new)
            ),
            key=lambda place: (
                side_of(known[place]) == side_of(new),
                along_the_street(known[place]),
                place,
            ),
            default=-1,
        )
        known.insert(before + 1, new)
    return known


def _sides(doors: Sequence[Door], at: Mapping[int, Point]) -> list[Run]:
    """Each side by its numbers; where it has a long gap, in two goes."""
    by_side: dict[str, list[Door]] = defaultdict(list)
    for door in doors:
        by_side[side_of(door)].append(door)
    runs: list[Run] = []
    for members in by_side.values():
        members.sort(key=along_the_street)
        row = [members[0]]
        for one, other in pairwise(members):
            if _metres(at, one, other) > _A_GAP:
                runs.append(_run(row, at))
                row = []
            row.append(other)
        runs.append(_run(row, at))
    return runs


def _buildings(doors: Sequence[Door], at: Mapping[int, Point]) -> list[Run]:
    buildings: dict[tuple[str, str, int, str, str], list[Door]] = defaultdict(list)
    for door in doors:
        buildings[building_of(door)].append(door)
    return [_run(sorted(members, key=along_the_street), at) for members in buildings.values()]


def _run(doors: Sequence[Door], at: Mapping[int, Point], *, one_way: bool = False) -> Run:
    first, last = doors[0], doors[-1]
    return Run(
        tuple(doors),
        at[first.household_id],
        at[last.household_id],
        one_way,
        side_of(first) if side_of(first) == side_of(last) else "",
        street_of(first),
    )


def _metres(at: Mapping[int, Point], one: Door, other: Door) -> float:
    here, there = at[one.household_id], at[other.household_id]
    return hypot(there[0] - here[0], there[1] - here[1])
