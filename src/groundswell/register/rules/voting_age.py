"""Who may vote at which poll: dated rules per nation and kind of election, kept as a table."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from groundswell.register.rules.dates import years_later


class NoRule(LookupError):
    """The table has no row for this nation, poll and day."""


def voting_age(*, nation: str, poll: str, on: date) -> int:
    """The age in years from which somebody may vote at the poll; raises NoRule without a row."""
    for row in _table()["age"]:
        if nation in row["nations"] and poll in row["polls"] and _in_force(row, on):
            return int(row["age"])
    raise NoRule(f"{nation} {poll} {on}")


def attainment_age(*, nation: str, on: date) -> int:
    """The age that the date beside an attainer's name stands for; raises NoRule without a row."""
    for row in _table()["attainment"]:
        if nation in row["nations"] and _in_force(row, on):
            return int(row["age"])
    raise NoRule(f"{nation} {on}")


def may_vote(
    *,
    nation: str,
    poll: str,
    on: date,
    born_on: date | None = None,
    attains_on: date | None = None,
    markers: str = "",
) -> bool:
    """Whether somebody on the register may vote at the poll on that day.

    ``attains_on`` is the date printed beside an attainer; the birthday it implies is compared
    with the poll's own age. Without any date the register has them as old enough. Markers we do
    not know shut nobody out.
    """
    if not all(_marker_allows(letter, nation, poll) for letter in markers):
        return False
    if born_on is None and attains_on is not None:
        born_on = years_later(attains_on, -attainment_age(nation=nation, on=on))
    if born_on is None:
        return True
    return years_later(born_on, voting_age(nation=nation, poll=poll, on=on)) <= on


def _marker_allows(letter: str, nation: str, poll: str) -> bool:
    for row in _table()["franchise"]:
        if row["marker"] == letter and nation in row.get("nations", nation):
            return poll in row["polls"]
    return True


def _in_force(row: dict[str, Any], on: date) -> bool:
    return bool(row["valid_from"] <= on <= row.get("valid_to", date.max))


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((files(__package__) / "voting_age.toml").read_text(encoding="utf-8"))
