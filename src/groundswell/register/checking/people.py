"""Names, markers and dates of all rows, each distinct value read once."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import duckdb

from groundswell.register.checking.meanings import or_nothing, table_of_meanings
from groundswell.register.layouts import Mapping
from groundswell.register.rules import names
from groundswell.register.rules.dates import age_dates, read_date
from groundswell.register.rules.markers import read_markers
from groundswell.register.rules.text import fold
from groundswell.register.rules.voting_age import NoRule, attainment_age

_TEXT = "VARCHAR"
_Meaning = Callable[[str], tuple[object, ...]]


def read_people(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    mapping: Mapping,
    *,
    nation: str,
    published_on: date,
) -> None:
    """Make ``means_…`` for names, title, markers and dates, to be joined by ``make_entries``."""

    def mean(
        field: str, gives: dict[str, str], meaning: Callable[[str], tuple[object, ...]]
    ) -> None:
        if mapping.position(field) is not None:
            table_of_meanings(
                connection,
                folder,
                name=f"means_{field}",
                of=f"SELECT DISTINCT {field} FROM cells",
                gives=gives,
                meaning=meaning,
            )

    keys = {"surname_key": _TEXT, "forename_key": _TEXT, "anonymous": "BOOLEAN"}
    names_of = dict.fromkeys(("surname", "forename", "middle_names"), _TEXT)
    mean("full_name", {**names_of, **keys}, _full_name)
    mean("surname", {"surname": _TEXT, "surname_key": _TEXT, "anonymous": "BOOLEAN"}, _surname)
    split = mapping.position("middle_names") is None
    mean(
        "forename",
        {"forename": _TEXT, "middle_names": _TEXT, "forename_key": _TEXT, "anonymous": "BOOLEAN"},
        partial(_forename, split=split),
    )
    mean("middle_names", {"middle_names": _TEXT}, lambda cell: (names.repair_case(cell),))
    mean("title", {"title": _TEXT}, lambda cell: (names.repair_case(cell).rstrip("."),))
    mean("markers", {"known": _TEXT, "unknown": _TEXT}, partial(read_markers, nation=nation))
    age = _attainment_age(nation, published_on)
    mean(
        "age_date",
        {"attains_on": "DATE", "born_on": "DATE", "odd": "BOOLEAN"},
        partial(_age_date, formats=mapping.dates, published_on=published_on, age=age),
    )
    for column in ("attains_on", "born_on"):
        mean(column, {"day": "DATE", "odd": "BOOLEAN"}, partial(_day, formats=mapping.dates))


def _full_name(cell: str) -> tuple[object, ...]:
    name = names.split_surname_first(cell)
    return (*_case(name), fold(name.surname), fold(name.forename), names.says_anonymous(cell))


def _case(name: names.PersonName) -> tuple[str, str, str]:
    return (
        names.repair_case(name.surname, surname=True),
        names.repair_case(name.forename),
        names.repair_case(name.middle_names),
    )


def _surname(cell: str) -> tuple[object, ...]:
    return names.repair_case(cell, surname=True), fold(cell), names.says_anonymous(cell)


def _forename(cell: str, *, split: bool) -> tuple[object, ...]:
    first, rest = names.split_forenames(cell) if split else (cell, "")
    return (
        names.repair_case(first),
        names.repair_case(rest),
        fold(first),
        names.says_anonymous(cell),
    )


def _attainment_age(nation: str, published_on: date) -> int:
    try:
        return attainment_age(nation=nation, on=published_on)
    except NoRule:
        return attainment_age(nation="E", on=published_on)


def _age_date(
    cell: str, *, formats: tuple[str, ...], published_on: date, age: int
) -> tuple[object, ...]:
    day = read_date(cell, formats)
    if day is None:
        return (or_nothing(None), or_nothing(None), bool(cell))
    found = age_dates(day, published_on=published_on, age=age)
    return or_nothing(found.attains_on), or_nothing(found.born_on), found.odd


def _day(cell: str, *, formats: tuple[str, ...]) -> tuple[object, ...]:
    day = read_date(cell, formats)
    return or_nothing(day), bool(cell) and day is None
