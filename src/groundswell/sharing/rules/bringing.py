"""How many people each person brings in, with an interval that believes in a few bringing many.

Counts of offspring in such trees are spread far wider than Poisson's: most bring nobody, a few
bring many. They are taken as negative binomial with mean R and dispersion k (variance R + R²/k),
as J. O. Lloyd-Smith, S. J. Schreiber, P. E. Kopp and W. M. Getz do for contagion ("Superspreading
and the effect of individual variation on disease emergence", Nature 438, 2005). The interval is
that of the profile likelihood of R: every mean whose best k makes the counts no less likely than
chi-squared with one degree of freedom allows at 95 %.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

CHI_SQUARED_95 = 3.841458820694124
# Poisson's exact upper limit at 97.5 % for a count of nought: -ln 0.025.
NONE_SEEN = 3.688879454113936
_LEAST_K, _MOST_K = 1e-3, 1e4
_STEPS = 28
_GOLDEN = (sqrt(5) - 1) / 2


@dataclass(frozen=True)
class Brought:
    """People brought in for each person: the mean, its 95 % interval, and over how many people.

    ``dispersion`` is k, small where a few bring most; None where that cannot be told.
    """

    mean: float
    low: float
    high: float
    people: int
    dispersion: float | None


def brought_by_each(counts: Mapping[int, int]) -> Brought | None:
    """The mean of ``counts`` ({how many were brought: by how many people}) and its interval.

    None for nobody. Where nobody brought anybody the upper end is Poisson's exact one.
    """
    people = sum(counts.values())
    if not people:
        return None
    total = sum(number * times for number, times in counts.items())
    if not total:
        return Brought(0.0, 0.0, NONE_SEEN / people, people, None)
    mean = total / people
    best_k = _best_k(counts, mean)
    top = _likelihood(counts, mean, best_k)

    def too_unlikely(at: float) -> bool:
        return 2 * (top - _likelihood(counts, at, _best_k(counts, at))) > CHI_SQUARED_95

    low = _edge(too_unlikely, mean, mean / 1e4)
    high = _edge(too_unlikely, mean, mean * 1e3)
    return Brought(mean, low, high, people, best_k if best_k < _MOST_K / 2 else None)


def _likelihood(counts: Mapping[int, int], mean: float, k: float) -> float:
    """The logarithm of how likely the counts are, as negative binomial with this mean and k."""
    log_k, log_sum, log_mean = log(k), log(k + mean), log(mean)
    gamma_k = lgamma(k)
    return sum(
        times
        * (
            lgamma(k + number)
            - gamma_k
            - lgamma(number + 1)
            + k * (log_k - log_sum)
            + number * (log_mean - log_sum)
        )
        for number, times in counts.items()
    )


def _best_k(counts: Mapping[int, int], mean: float) -> float:
    """The k that makes the counts likeliest at this mean, by golden section over its logarithm."""
    low, high = log(_LEAST_K), log(_MOST_K)

    def worth(at: float) -> float:
        return _likelihood(counts, mean, exp(at))

    inner, outer = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_inner, at_outer = worth(inner), worth(outer)
    for _step in range(_STEPS):
        if at_inner >= at_outer:
            high, outer, at_outer = outer, inner, at_inner
            inner = high - _GOLDEN * (high - low)
            at_inner = worth(inner)
        else:
            low, inner, at_inner = inner, outer, at_outer
            outer = low + _GOLDEN * (high - low)
            at_outer = worth(outer)
    return exp((low + high) / 2)


def _edge(beyond: Callable[[float], bool], inside: float, outside: float) -> float:
    """Where ``beyond`` begins between the two, by halving on a logarithmic scale."""
    near, far = log(inside), log(outside)
    if not beyond(outside):
        return outside
    for _step in range(22):
        middle = (near + far) / 2
        if beyond(exp(middle)):
            far = middle
        else:
            near = middle
    return exp(near)
