"""Whether an entry of a new register is somebody of the old one, when number and home changed.

Two questions with evidence of their own. Within one home: was a name changed or put right? Here a
namesake is likely to be family. Elsewhere: has somebody moved? Here a name says the more the rarer
it is, and a housemate who seems to have moved the same way says most. The shares are estimates for
registers of a town, stated beside each; fellegi_sunter.py says how they are weighed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

# From which probability a link is made by itself, and from which a person is asked.
SURE, DOUBTFUL = 0.94, 0.35
ALIKE = 0.9
# Of two leftover entries of one home, how often they are one person.
_SAME_HOME_SHARE = 0.15
# Of the entries left over on the smaller side, how many are people who have moved.
_MOVERS_AMONG_LEFT_OVER = 0.6


class Pair(NamedTuple):
    """A new entry (by its line) beside an old one (by its id), and how they compare.

    Likenesses are Jaro-Winkler similarities (0 to 1); shares say how frequent the entry's surname
    and forename are in the register; ``housemates`` counts other pairs between the same homes.
    """

    line: int
    elector: int
    same_home: bool
    surname_likeness: float
    forename_likeness: float
    surname_share: float
    forename_share: float
    middle: str
    old_middle: str
    day: date | None
    old_day: date | None
    housemates: int


@dataclass(frozen=True)
class Judged:
    """A pair and the probability that it is one person, all rival pairs considered."""

    line: int
    elector: int
    probability: float


def judge(pairs: Iterable[Pair], *, new: int, old: int) -> list[Judged]:
    """Every pair with its probability, where ``new`` and ``old`` entries were left over.

    Pairs that share an entry are rivals: what speaks for one speaks against the other.
    """
    share = _MOVERS_AMONG_LEFT_OVER / max(new, old, 2)
    odds = [(pair, _odds(pair, share)) for pair in pairs]
    by_line: dict[int, float] = {}
    by_elector: dict[int, float] = {}
    for pair, likely in odds:
        by_line[pair.line] = by_line.get(pair.line, 0) + likely
        by_elector[pair.elector] = by_elector.get(pair.elector, 0) + likely
    return [
        Judged(
            pair.line,
            pair.elector,
            likely / (1 + by_line[pair.line] + by_elector[pair.elector] - likely),
        )
        for pair, likely in odds
    ]


def best_of(judged: Iterable[Judged], *, least: float) -> list[Judged]:
    """Pairs of at least this probability, likeliest first, each entry in one of them only."""
    lines: set[int] = set()
    electors: set[int] = set()
    chosen = []
    for pair in sorted(judged, key=lambda pair: (-pair.probability, pair.line, pair.elector)):
        if pair.probability < least:
            break
        if pair.line not in lines and pair.elector not in electors:
            chosen.append(pair)
            lines.add(pair.line)
            electors.add(pair.elector)
    return chosen


def _odds(pair: Pair, share: float) -> float:
    if pair.same_home:
        names = _surname_at_home(pair) * _forename_at_home(pair)
        prior = _SAME_HOME_SHARE / (1 - _SAME_HOME_SHARE)
    else:
        names = 0.95 / max(pair.surname_share, 1e-6) * 0.95 / max(pair.forename_share, 1e-6)
        prior = share * (150 if pair.housemates else 0.7)
    return prior * names * _middle(pair) * _day(pair)


def _surname_at_home(pair: Pair) -> float:
    """Leftover namesakes in one home are mostly family; a spelling put right is the person."""
    if pair.surname_likeness >= 1:
        return 0.5 / 0.4
    return 0.2 / 0.01 if pair.surname_likeness >= ALIKE else 0.3 / 0.59


def _forename_at_home(pair: Pair) -> float:
    if pair.forename_likeness >= 1:
        return 0.75 / max(pair.forename_share, 1e-4)
    return 0.2 / 0.01 if pair.forename_likeness >= ALIKE else 0.05 / 0.98


def _middle(pair: Pair) -> float:
    one, other = pair.middle, pair.old_middle
    if one == other:
        return 30 if one else 1
    if not (one and other):
        return 0.4
    return 8 if one[0] == other[0] and min(len(one), len(other)) == 1 else 0.05


def _day(pair: Pair) -> float:
    if pair.day is None or pair.old_day is None:
        return 1
    return 300 if pair.day == pair.old_day else 0.01
