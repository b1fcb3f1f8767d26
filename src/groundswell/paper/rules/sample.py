"""How good the keying is, from a random sample keyed a second time."""

import math
import random
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

SHARE = 0.10
LEAST = 10

Cell = TypeVar("Cell")


class Rate(NamedTuple):
    """Of ``of`` cells ``wrong`` were wrong; the true share lies in the interval 19 times in 20."""

    wrong: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share found."""
        return self.wrong / self.of if self.of else 0.0


def draw(cells: Sequence[Cell], dice: random.Random) -> list[Cell]:
    """A tenth of the cells, at least ten (or all there are), each as likely as any other."""
    size = min(len(cells), max(LEAST, math.ceil(len(cells) * SHARE)))
    return dice.sample(list(cells), size)


def error_rate(wrong: int, of: int) -> Rate:
    """The rate with its 95 % interval (Wilson 1927, score interval without correction)."""
    if not of:
        return Rate(0, 0, 0.0, 1.0)
    z = 1.959964
    share = wrong / of
    middle = share + z * z / (2 * of)
    reach = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    low, high = (middle - reach) / scale, (middle + reach) / scale
    return Rate(wrong, of, 0.0 if wrong == 0 else low, 1.0 if wrong == of else high)
