"""How far a round is, and how long it takes."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

# A minute where nobody is in, two of talk at one door in four.
MINUTES_AT_A_DOOR = 0.75 * 1 + 0.25 * 2
METRES_A_MINUTE = 72.0  # 1.2 metres a second
LEAST_BETWEEN_DOORS = 3.0  # metres, also from flat to flat

Point = tuple[float, float]


def legs_of(walk: Sequence[Point]) -> list[float]:
    """The metres from each of these points to the next."""
    return [
        max(hypot(other[0] - one[0], other[1] - one[1]), LEAST_BETWEEN_DOORS)
        for one, other in pairwise(walk)
    ]


def minutes_of(doors: int, metres: float) -> float:
    """How long one person takes for so many doors along so many metres."""
    return doors * MINUTES_AT_A_DOOR + metres / METRES_A_MINUTE
