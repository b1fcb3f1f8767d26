"""Which of two mails does better, by a test that may be looked at as often as one likes.

Every recipient gets variant A or B by the toss of a fair coin. Where it makes no difference who
follows a link, the coin knows nothing of it: among those who follow one, in whatever order and
however late, each is of A with probability one half, whoever came before. So only clicks are
counted, one at most for each mail, and neither the number sent nor the time matters.

The test is Robbins's mixture (H. Robbins, "Statistical methods related to the law of the iterated
logarithm", Annals of Mathematical Statistics 41, 1970) with a beta distribution over the share of
A, as M. Lindon and A. Malek use it on counts ("Anytime-valid inference for multinomial count
data", NeurIPS 2022). The evidence is a martingale that begins at 1 where there is no difference;
Ville's inequality says that it ever reaches 20 with probability 1/20 at most. So one may stop and
decide the moment it does: peeking raises no false alarm. R. Johari, P. Koomen, L. Pekelis and
D. Walsh, "Always valid inference" (Operations Research 70, 2022), tell what peeking does to
ordinary tests.
"""

from dataclasses import dataclass
from math import exp, inf, lgamma, log

FALSE_ALARMS = 0.05
# How sure beforehand that the two are alike: shares of A between 0.35 and 0.65, mostly, which is
# one mail doing up to twice as well as the other. Another number costs clicks, never validity.
_LIKENESS = 20.0


@dataclass(frozen=True)
class Verdict:
    """``better`` is "A", "B" or "" while nobody can tell; ``ratio`` bounds A's rate over B's."""

    better: str
    evidence: float
    ratio: tuple[float, float]

    @property
    def is_bounded(self) -> bool:
        """Whether enough was followed to say anything of the ratio."""
        return self.ratio[0] > 0 and self.ratio[1] < inf


def evidence(of_a: int, of_b: int, share: float = 0.5) -> float:
    """How much more likely these clicks are under the mixture than with ``share`` of A fixed.

    1 says nothing; at 20 the share is refuted at the level of 1/20, whenever one looks.
    """
    return exp(min(700.0, _log_evidence(of_a, of_b, share)))


def verdict(of_a: int, of_b: int, false_alarms: float = FALSE_ALARMS) -> Verdict:
    """What can be said now from so many clicks of each, at this rate of false alarms in all."""
    found = evidence(of_a, of_b)
    better = ""
    if found >= 1 / false_alarms:
        better = "A" if of_a > of_b else "B"
    return Verdict(better, found, ratio_between(of_a, of_b, false_alarms))


def ratio_between(of_a: int, of_b: int, false_alarms: float = FALSE_ALARMS) -> tuple[float, float]:
    """Between what A's rate of clicks over B's lies, at every moment at once (a confidence
    sequence): all ratios that the evidence does not refute.
    """
    if of_a + of_b == 0:
        return 0.0, inf
    middle = of_a / (of_a + of_b)
    lowest = _edge(of_a, of_b, middle, 0.0, false_alarms)
    highest = _edge(of_a, of_b, middle, 1.0, false_alarms)
    return lowest / (1 - lowest), highest / (1 - highest) if highest < 1 else inf


def _edge(of_a: int, of_b: int, inside: float, outside: float, false_alarms: float) -> float:
    """Where, from the most likely share outward, the evidence refutes a share."""
    if _log_evidence(of_a, of_b, outside) < -log(false_alarms):
        return outside
    for _step in range(60):
        between = (inside + outside) / 2
        if _log_evidence(of_a, of_b, between) < -log(false_alarms):
            inside = between
        else:
            outside = between
    return outside


def _log_evidence(of_a: int, of_b: int, share: float) -> float:
    mixture = _log_beta(_LIKENESS + of_a, _LIKENESS + of_b) - _log_beta(_LIKENESS, _LIKENESS)
    return mixture - _times_log(of_a, share) - _times_log(of_b, 1 - share)


def _times_log(count: int, chance: float) -> float:
    """``count`` times the logarithm of ``chance``: the impossible that happened is refuted."""
    if count == 0:
        return 0.0
    return count * log(chance) if chance > 0 else -inf


def _log_beta(one: float, other: float) -> float:
    return lgamma(one) + lgamma(other) - lgamma(one + other)
