"""Doors in walking order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from groundswell.doorstep.rules.doors import Door
from groundswell.doorstep.rules.measuring import Point, legs_of, minutes_of
from groundswell.doorstep.rules.placing import by_household, placed
from groundswell.doorstep.rules.walking.runs import runs_of
from groundswell.doorstep.rules.walking.tours import tour_through


@dataclass(frozen=True)
class Walk:
    """Doors in walking order, how far that is, and how long it takes one person.

    ``each``: the minutes of each door, half of the way to it and half of the way from it included.
    """

    doors: list[Door]
    metres: float
    minutes: float
    each: list[float]


def walk_order(
    doors: Sequence[Door],
    *,
    sides: str = "both",
    comes_back: bool = False,
    fixed: Mapping[str, Sequence[int]] | None = None,
    at: Mapping[int, Point] | None = None,
    seconds: float | None = None,
) -> Walk:
    """The doors in walking order: the shortest way that keeps to what was chosen.

    ``sides``: "both" crosses a street where that is shorter, "odd_then_even" does one side of it
    and then the other. ``fixed`` gives streets in the order of local people (household ids), which
    wins. Flats are walked floor by floor. With ``comes_back`` the last door is near the first.
    ``at``: where doors stand, by household id, when that is known already. ``seconds``: how long
    to look for shorter ways.
    """
    if at is None:
        at = by_household(doors, placed(doors))
    runs = runs_of(doors, at, sides=sides, fixed=fixed or {})
    way = tour_through(runs, comes_back=comes_back, seconds=seconds)
    walked = [
        door
        for run, back in way
        for door in (reversed(runs[run].doors) if back else runs[run].doors)
    ]
    legs = legs_of([at[door.household_id] for door in walked])
    metres = sum(legs)
    each = [minutes_of(1, (to + on) / 2) for to, on in pairwise([0.0, *legs, 0.0])]
    return Walk(walked, metres, minutes_of(len(walked), metres), each if walked else [])
