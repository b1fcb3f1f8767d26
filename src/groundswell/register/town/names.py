"""Names as they are given: forenames by sex and year of birth, surnames by how common they are."""

import csv
import gzip
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

from groundswell.register.town.names_elsewhere import COMMUNITIES, Community
from groundswell.register.town.shapes import Sex

_YEARS: tuple[int, ...] = (*range(1904, 1995, 10), *range(1996, 2009))
_FOLDER = Path(__file__).parent / "names"


class Weighted:
    """Words drawn by weight."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._words = tuple(weights)
        self._upto = tuple(accumulate(weights.values()))

    def draw(self, chance: Random) -> str:
        """One word, the likelier the heavier."""
        return self._words[bisect(self._upto, chance.random() * self._upto[-1])]


@dataclass(frozen=True, slots=True)
class NameBook:
    """All the lists, read once."""

    forenames: dict[tuple[int, Sex], Weighted]
    surnames: Weighted

    def forename(self, chance: Random, sex: Sex, born: int, community: Community | None) -> str:
        """A forename that was given in that year to a child of that sex and community."""
        if community and chance.random() < 0.8:
            return chance.choice(community.forenames[sex])
        return self.forenames[_nearest_year(born), sex].draw(chance)

    def surname(self, chance: Random, community: Community | None) -> str:
        """A surname; one in sixty is double-barrelled."""
        if community:
            return chance.choice(community.surnames)
        name = self.surnames.draw(chance)
        if chance.random() < 1 / 60:
            return f"{name}-{self.surnames.draw(chance)}"
        return name


def community(chance: Random) -> Community | None:
    """Where a family's names come from; None for most."""
    left = chance.random()
    for one in COMMUNITIES:
        left -= one.weight
        if left < 0:
            return one
    return None


@cache
def name_book() -> NameBook:
    """The lists that come with the package."""
    weights: dict[tuple[int, Sex], dict[str, float]] = defaultdict(dict)
    with (_FOLDER / "forename_ranks_1904_1994.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = int(row["year"]), _sex(row["sex"])
            weights[key][row["name"]] = 1 / (int(row["rank"]) + 3)
    with gzip.open(_FOLDER / "forename_counts_1996_2008.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            weights[int(row["year"]), _sex(row["sex"])][row["name"]] = float(row["count"])
    with (_FOLDER / "surnames.csv").open(encoding="utf-8", newline="") as file:
        surnames = {row["surname"]: float(row["weight"]) for row in csv.DictReader(file)}
    return NameBook({key: Weighted(names) for key, names in weights.items()}, Weighted(surnames))


def _sex(letter: str) -> Sex:
    return "F" if letter == "F" else "M"


@cache
def _nearest_year(born: int) -> int:
    """The nearest year of which there is a list: every tenth to 1994, then 1996 to 2008."""
    _, year = min((abs(year - born), year) for year in _YEARS)
    return year
