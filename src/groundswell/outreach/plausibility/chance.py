"""Exact probabilities, from first principles: no approximation to argue about with a volunteer."""

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence


def binomial_tail(successes: int, trials: int, probability: float) -> float:
    """P(X ≥ successes) for X binomial, summed exactly term by term in logarithms."""
    if successes <= 0:
        return 1.0
    if probability <= 0:
        return 0.0
    if probability >= 1:
        return 1.0
    log_p, log_q = math.log(probability), math.log1p(-probability)
    terms = (
        math.exp(
            math.lgamma(trials + 1)
            - math.lgamma(count + 1)
            - math.lgamma(trials - count + 1)
            + count * log_p
            + (trials - count) * log_q
        )
        for count in range(successes, trials + 1)
    )
    return min(1.0, math.fsum(terms))


def chance_of_run(length: int, trials: int, probability: float) -> float:
    """P(at least one run of ``length`` successes in ``trials``), by the exact recurrence.

    With N(i) the chance of no such run in the first i trials (Feller, An Introduction to
    Probability Theory, vol. 1, XIII.7): N(i) = N(i-1) - q p^length N(i-length-1).
    """
    if length <= 0:
        return 1.0
    if length > trials:
        return 0.0
    weight = (1 - probability) * probability**length
    none = [1.0] * length + [1 - probability**length]
    for trial in range(length + 1, trials + 1):
        none.append(none[trial - 1] - weight * none[trial - length - 1])
    return min(1.0, max(0.0, 1 - none[trials]))


def longest_run(values: Sequence[str]) -> tuple[str, int]:
    """The value that stands longest in an unbroken row, and how long; ("", 0) for none."""
    best, best_length, current, length = "", 0, "", 0
    for value in values:
        length = length + 1 if value == current else 1
        current = value
        if length > best_length:
            best, best_length = value, length
    return best, best_length


def entropy(counts: Mapping[str, int]) -> float:
    """Shannon's entropy of the counts, in bits: 0 when all are alike."""
    total = sum(counts.values())
    shares = [count / total for count in counts.values() if count]
    return -sum(share * math.log2(share) for share in shares)


def chance_of_entropy(observed: float, trials: int, shares: Mapping[str, float]) -> float:
    """P(entropy ≤ observed) for ``trials`` answers drawn with these shares.

    By 10,000 draws with a fixed seed, so the same record always gives the same figure; the
    answer is (hits + 1) / (draws + 1), which never claims more than the draws can show.
    """
    draws = 10_000
    dice = random.Random(trials)
    values, weights = list(shares), list(shares.values())
    hits = sum(
        entropy(Counter(dice.choices(values, weights, k=trials))) <= observed + 1e-9
        for _ in range(draws)
    )
    return (hits + 1) / (draws + 1)
