"""A table of what each distinct value means, by a Python function asked once for each."""

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb

from groundswell.register.checking.workspace import literal

_FETCH = 50_000


def table_of_meanings(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    *,
    name: str,
    of: str,
    gives: dict[str, str],
    meaning: Callable[..., Sequence[Any]],
) -> None:
    """Make table ``name`` with columns ``value`` and those of ``gives`` (column: SQL type).

    ``of`` is a SELECT of one column with the distinct values; ``meaning`` takes one and returns
    the other columns in order. Values go through a file, so memory does not grow with them.
    """
    path = folder / f"{name}.csv"
    connection.execute(of)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerows((value, *meaning(value)) for value in _values(connection))
    columns = {"value": "VARCHAR", **gives}
    connection.execute(
        f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM read_csv({literal(str(path))},"
        f" header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
        f" nullstr = {literal(NOTHING)}, allow_quoted_nulls = true, columns = {columns})"
    )
    path.unlink()


# Written where the meaning is None, since an empty cell is an empty string.
NOTHING = "\\N"


def or_nothing(value: object) -> object:
    """The value, or what the reader takes for NULL."""
    return NOTHING if value is None else value


def _values(connection: duckdb.DuckDBPyConnection) -> Iterator[Any]:
    while rows := connection.fetchmany(_FETCH):
        for (value,) in rows:
            yield value
