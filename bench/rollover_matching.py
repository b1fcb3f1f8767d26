"""How well people are recognised from one edition of a register to the next, with known truth.

Writes a pretend town's register and the next year's (8 % moved within the town, 4 % new, 3 % gone,
marriages, spellings put right, everybody renumbered), links the second to the first by the code
that every import uses, and counts right and wrong links. The town knows who is who; the linking
sees the files only. Anonymous entries are never linked and are left out of the count.

    python bench/rollover_matching.py [--electors N] [--seed S]
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from groundswell.register import town
from groundswell.register.checking.cells import load_work_file
from groundswell.register.checking.entries import make_entries
from groundswell.register.checking.homes import take_homes_apart
from groundswell.register.checking.people import read_people
from groundswell.register.checking.workspace import open_workspace
from groundswell.register.comparing.leftovers import link_leftovers
from groundswell.register.comparing.links import link_whole_register
from groundswell.register.layouts import recognise
from groundswell.register.reading import look_at, sample_rows, write_work_file

FIRST, SECOND = date(2025, 12, 1), date(2026, 12, 1)


@dataclass(frozen=True)
class Score:
    """Links made against links that should be."""

    name: str
    made: int
    right: int
    wanted: int

    @property
    def precision(self) -> float:
        """Of the links made, how many are right."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """Of the links that should be, how many were made."""
        return self.right / self.wanted if self.wanted else 1.0

    def __str__(self) -> str:
        return (
            f"{self.name:<34} {self.made:>8,} made {self.made - self.right:>5,} wrong"
            f"  precision {self.precision:.4f}  recall {self.recall:.4f}"
        )


def score_rollover(folder: Path, *, electors: int, seed: int, layout: str) -> list[Score]:
    """Make both editions, link them, and score: all, movers, and with the reviews answered."""
    before = town.make_town(electors, seed=seed, published=FIRST)
    after = town.next_year(before, seed=seed)
    was, now = list(before.electors()), list(after.electors())
    write = town.LAYOUTS[layout]
    write(was, folder / "first.csv")
    write(now, folder / "second.csv")
    with open_workspace(folder) as work:
        _entries(work, folder, folder / "first.csv", FIRST)
        work.execute(
            "CREATE TABLE current AS SELECT *, line AS id, NULL::DATE AS gone_at,"
            " DATE '2025-12-01' AS edition FROM entries"
        )
        _entries(work, folder, folder / "second.csv", SECOND)
        link_whole_register(work, published_on=SECOND, by_state_number=False)
        link_leftovers(work, folder)
        links = set(work.execute("SELECT line, id FROM links").fetchall())
        doubts = set(work.execute("SELECT line, id FROM doubts").fetchall())
    return _scores(was, now, links, doubts)


def _scores(
    was: list[town.PretendElector],
    now: list[town.PretendElector],
    links: set[tuple[int, int]],
    doubts: set[tuple[int, int]],
) -> list[Score]:
    first_line = 2
    old = {one.person_id: (line, one) for line, one in enumerate(was, first_line)}
    same = {
        (line, old[one.person_id][0])
        for line, one in enumerate(now, first_line)
        if one.person_id in old and "anonymous" not in {one.kind, old[one.person_id][1].kind}
    }
    movers = {
        (line, old_line)
        for line, old_line in same
        if now[line - first_line].household_id != was[old_line - first_line].household_id
    }
    settled = links | (doubts & same)
    return [
        _score("all, by itself", links, same),
        _score("movers, by itself", _about(links, movers), movers),
        _score("all, reviews answered", settled, same),
        _score("movers, reviews answered", _about(settled, movers), movers),
        Score("reviews raised", len(doubts), len(doubts & same), len(doubts)),
    ]


def _about(links: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Links that touch one of the wanted entries."""
    lines = {line for line, _ in wanted}
    return {pair for pair in links if pair[0] in lines}


def _score(name: str, links: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> Score:
    return Score(name, len(links), len(links & wanted), len(wanted))


def _entries(work: duckdb.DuckDBPyConnection, folder: Path, path: Path, published: date) -> None:
    shape = look_at(path)
    mapping = recognise(sample_rows(path, shape))
    assert mapping is not None
    written = write_work_file(
        path, shape, folder / "work.csv", columns=mapping.width, has_header=mapping.has_header
    )
    load_work_file(work, written.path, mapping)
    take_homes_apart(work, folder, mapping)
    read_people(work, folder, mapping, nation="E", published_on=published)
    work.execute(
        "CREATE OR REPLACE TABLE places (postcode VARCHAR, ward_id BIGINT,"
        " constituency_id BIGINT, latitude DOUBLE, longitude DOUBLE)"
    )
    make_entries(work, mapping, fallback_constituency=1)


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--electors", type=int, default=15_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layout", default="xpress", choices=sorted(town.LAYOUTS))
    given = parser.parse_args(None if arguments is None else list(arguments))
    with TemporaryDirectory() as folder:
        for score in score_rollover(
            Path(folder), electors=given.electors, seed=given.seed, layout=given.layout
        ):
            print(score)


if __name__ == "__main__":
    main()
