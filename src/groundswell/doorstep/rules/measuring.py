"""How long a round takes, and how far it is."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians, sqrt

from groundswell.doorstep.rules.doors import Door

# A minute where nobody is in, two of talk at one door in four; 1.2 m/s between doors.
MINUTES_AT_A_DOOR = 0.75 * 1 + 0.25 * 2
METRES_A_MINUTE = 72.0
BETWEEN_NEIGHBOURS = 10.0  # metres, where two doors are known by their postcode alone
_METRES_A_DEGREE = 111_320.0


def metres_apart(one: Door, other: Door) -> float:
    """About how far two doors are from each other, on a flat piece of earth."""
    if one.latitude is None or one.longitude is None:
        return BETWEEN_NEIGHBOURS
    if other.latitude is None or other.longitude is None:
        return BETWEEN_NEIGHBOURS
    up = (one.latitude - other.latitude) * _METRES_A_DEGREE
    along = (one.longitude - other.longitude) * _METRES_A_DEGREE * cos(radians(one.latitude))
    return max(sqrt(up * up + along * along), BETWEEN_NEIGHBOURS)


def metres_of(walk: Sequence[Door]) -> float:
    """The length of a walk from its first door to its last."""
    return sum(metres_apart(one, other) for one, other in pairwise(walk))


def minutes_of(walk: Sequence[Door]) -> float:
    """How long one person takes for it."""
    return len(walk) * MINUTES_AT_A_DOOR + metres_of(walk) / METRES_A_MINUTE
