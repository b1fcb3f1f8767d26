"""How well our weighing of evidence recognises people in a file that others made for the purpose.

    python bench/fake_1000.py

fake_1000.csv holds 1,000 invented rows about 251 people with misspelt, swapped and missing values;
its labels say for 3,176 pairs whether they are one person (Splink's data sets, MIT, see LICENSE
beside them). Every pair of rows is compared by rules/fellegi_sunter.py, which learns its weights
from the rows alone; the labels serve for counting only. Told twice: on the labelled pairs, and on
all pairs, where the column ``cluster`` says who is who.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src")]
FOLDER = Path(__file__).parent / "fake_1000"

from groundswell.register.rules.fellegi_sunter import (  # noqa: E402 - after the path is set
    Model,
    Pattern,
    count_levels,
    estimate,
    probability,
)

Person = dict[str, str]
LEVELS = (3, 3, 3, 3, 4)
# Where to begin: the same is likely in one person, unlike is not; the rows put it right.
START = (
    (0.8, 0.1, 0.1),
    (0.8, 0.1, 0.1),
    (0.8, 0.1, 0.1),
    (0.8, 0.1, 0.1),
    (0.7, 0.1, 0.1, 0.1),
)


def main() -> None:
    """Print precision and recall at even odds and at high ones."""
    people = _rows("fake_1000.csv")
    patterns = {
        (int(one["unique_id"]), int(other["unique_id"])): compare(one, other)
        for one, other in combinations(people, 2)
    }
    counts = Counter(patterns.values())
    model = estimate(Model(0.005, START, count_levels(counts, LEVELS)), counts)
    sure = {pair: probability(model.odds(pattern)) for pair, pattern in patterns.items()}
    cluster = {int(one["unique_id"]): one["cluster"] for one in people}
    same = {pair for pair in patterns if cluster[pair[0]] == cluster[pair[1]]}
    labelled = {
        _pair(label["unique_id_l"], label["unique_id_r"]): float(label["clerical_match_score"])
        for label in _rows("fake_1000_labels.csv")
    }
    for least in (0.5, 0.95):
        found = {pair for pair, likely in sure.items() if likely >= least}
        print(_score(f"all pairs, at least {least}", found, same))
        right = {pair for pair, score in labelled.items() if score > 0.5}
        print(_score(f"labelled pairs, at least {least}", found & labelled.keys(), right))
        joined = _joined(found, len(people))
        print(_score(f"all pairs, joined at {least}", joined, same))


def compare(one: Person, other: Person) -> Pattern:
    """The level of each comparison, 0 the same; -1 where a value is missing.

    Names that stand in each other's columns count as alike.
    """
    names = [_likeness(one[column], other[column]) for column in ("first_name", "surname")]
    crossed = (
        _likeness(one["first_name"], other["surname"]),
        _likeness(one["surname"], other["first_name"]),
    )
    if max(names) == 2 and min(crossed) >= 0 and max(crossed) <= 1:
        names = [1, 1]
    return (
        *names,
        _day(one["dob"], other["dob"]),
        _likeness(one["city"], other["city"]),
        _address(one["email"], other["email"]),
    )


def _likeness(one: str, other: str) -> int:
    if not (one and other):
        return -1
    if one == other:
        return 0
    return 1 if JaroWinkler.similarity(one.lower(), other.lower()) >= 0.85 else 2


def _day(one: str, other: str) -> int:
    if not (one and other):
        return -1
    return min(DamerauLevenshtein.distance(one, other, score_cutoff=1), 2)


def _address(one: str, other: str) -> int:
    if not (one and other):
        return -1
    if one == other:
        return 0
    if one.split("@", maxsplit=1)[0] == other.split("@", maxsplit=1)[0]:
        return 1
    return 2 if JaroWinkler.similarity(one, other) >= 0.88 else 3


def _joined(found: set[tuple[int, int]], people: int) -> set[tuple[int, int]]:
    """Every pair of rows that a chain of found pairs makes one person."""
    leader = list(range(people))

    def lead(row: int) -> int:
        while leader[row] != row:
            row = leader[row]
        return row

    for one, other in found:
        leader[lead(one)] = lead(other)
    return {pair for pair in combinations(range(people), 2) if lead(pair[0]) == lead(pair[1])}


def _score(name: str, found: Iterable[tuple[int, int]], wanted: set[tuple[int, int]]) -> str:
    made = set(found)
    right = len(made & wanted)
    precision, recall = right / max(len(made), 1), right / max(len(wanted), 1)
    return (
        f"{name:<32} {len(made):>6,} found of {len(wanted):,}"
        f"  precision {precision:.4f}  recall {recall:.4f}"
    )


def _pair(one: str, other: str) -> tuple[int, int]:
    return min(int(one), int(other)), max(int(one), int(other))


def _rows(name: str) -> list[Person]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
