"""How long a link goes on: when half of all its visits, or sign-ups, have come.

A link made three days ago can only have visits of its first three days: counted as they stand,
young links make every half-life too short. So the delays are read as truncated on the right, and
their distribution is the product-limit estimate in reversed time (S. W. Lagakos, L. M. Barraj and
V. De Gruttola, "Nonparametric analysis of truncated survival data", Biometrika 75, 1988): of what
came by day t from links old enough to tell, the share that came on day t itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_DAYS = 60


@dataclass(frozen=True)
class Fading:
    """``half_days``: days until half had come, a part of a day included; ``seen``: out of how many.

    ``by_day[t]`` is the share that had come by the end of day ``t``, the first day being 0.
    """

    half_days: float
    seen: int
    by_day: tuple[float, ...]


def fading(rows: Iterable[tuple[int, int, int]]) -> Fading | None:
    """The half-life of what came, from (delay in days, age of the link in days, how many).

    Only delays of at most 60 days and no longer than the link's age are taken; None where nothing
    came. What happens after the oldest link's age cannot be seen and is taken not to happen.
    """
    kept = [
        (delay, min(age, LONGEST_DAYS), number)
        for delay, age, number in rows
        if 0 <= delay <= min(age, LONGEST_DAYS) and number > 0
    ]
    if not kept:
        return None
    last = max(delay for delay, _age, _number in kept)
    shares = [1.0] * (last + 1)
    for day in range(last, 0, -1):
        on_the_day = sum(number for delay, _age, number in kept if delay == day)
        by_the_day = sum(number for delay, age, number in kept if delay <= day <= age)
        came_before = 1 - on_the_day / by_the_day if by_the_day else 1.0
        shares[day - 1] = shares[day] * came_before
    return Fading(_half(shares), sum(number for _d, _a, number in kept), tuple(shares))


def _half(shares: list[float]) -> float:
    """Where the shares pass one half, within its day in proportion."""
    before = 0.0
    for day, share in enumerate(shares):
        if share >= 0.5:
            return day + (0.5 - before) / (share - before)
        before = share
    return float(len(shares))
