"""Are two rows about one person? Evidence weighed as Fellegi and Sunter do.

I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", Journal of the American Statistical
Association 64 (1969): each comparison of two rows falls into a level; a level seen more often
between rows of one person (probability m) than between rows of two (probability u) speaks for the
link, by the ratio m / u. Ratios multiply with the odds that two rows belong together at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

Pattern = tuple[int, ...]
Levels = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Model:
    """What is known of the comparisons: for each one, the probability of each level.

    ``share`` is the share of the compared pairs that are one person. Level -1 in a pattern says
    that a value is missing: it speaks neither way.
    """

    share: float
    m: Levels
    u: Levels

    def odds(self, pattern: Pattern) -> float:
        """The odds that two rows that compare so are one person."""
        return self.share / (1 - self.share) * prod(self.ratios(pattern))

    def ratios(self, pattern: Pattern) -> Sequence[float]:
        """What each comparison says: above 1 for the link, below 1 against it."""
        return [
            1.0 if level < 0 else self.m[place][level] / self.u[place][level]
            for place, level in enumerate(pattern)
        ]


def probability(odds: float) -> float:
    """Odds of 3 to 1 as 0.75."""
    return odds / (1 + odds)


def estimate(start: Model, patterns: Mapping[Pattern, int], *, rounds: int = 25) -> Model:
    """A model fitted to how often each pattern occurs, without knowing which pairs are links.

    Expectation maximisation over m and the share; u stays, as most pairs are no links and it can
    be counted directly. ``patterns`` holds the number of pairs for each pattern.
    """
    model = start
    for _ in range(rounds):
        links = {
            pattern: count * probability(model.odds(pattern)) for pattern, count in patterns.items()
        }
        total = sum(links.values())
        m = tuple(_shares(links, place, len(levels)) for place, levels in enumerate(model.m))
        model = replace(model, share=_within(total / sum(patterns.values())), m=m)
    return model


def count_levels(patterns: Mapping[Pattern, float], levels: Sequence[int]) -> Levels:
    """The share of each level in each comparison: u, when the pairs are drawn at random."""
    return tuple(_shares(patterns, place, count) for place, count in enumerate(levels))


def _shares(patterns: Mapping[Pattern, float], place: int, levels: int) -> tuple[float, ...]:
    weights = [0.0] * levels
    for pattern, weight in patterns.items():
        if pattern[place] >= 0:
            weights[pattern[place]] += weight
    total = sum(weights) or 1.0
    return tuple(_within(weight / total) for weight in weights)


def _within(share: float) -> float:
    """Never quite 0 or 1: no level proves anything."""
    return min(max(share, 1e-6), 1 - 1e-6)
