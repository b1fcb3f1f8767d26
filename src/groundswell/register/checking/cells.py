"""From the work file to one column a field, spaces tidied, the row as supplied kept beside."""

from itertools import pairwise
from pathlib import Path

import duckdb

from groundswell.register.checking.workspace import literal
from groundswell.register.layouts import ADDRESS_LINES, FIELDS, Mapping
from groundswell.register.reading.work_file import BEFORE_CELLS


def load_work_file(connection: duckdb.DuckDBPyConnection, path: Path, mapping: Mapping) -> None:
    """Make ``raw`` (line, width, raw, c0, c1 …) and ``cells`` (line, width, raw, each field)."""
    types = {"line": "INTEGER", "width": "INTEGER", "raw": "VARCHAR"}
    columns = {name: types[name] for name in BEFORE_CELLS}
    columns |= {f"c{place}": "VARCHAR" for place in range(mapping.width)}
    # No real cell is this string, so that an empty cell stays an empty string.
    connection.execute(
        f"CREATE OR REPLACE TABLE raw AS SELECT * FROM read_csv({literal(str(path))},"
        f" header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
        f" nullstr = '\x01', columns = {columns})"
    )
    held = {name: _tidied(f"c{place}") for place, name in mapping.columns.items()}
    fields = ", ".join(f"{held.get(name, literal(''))} AS {name}" for name in FIELDS)
    every_cell = ", ".join(f"c{place}" for place in range(mapping.width))
    connection.execute(
        "CREATE OR REPLACE TABLE cells AS SELECT line, width,"
        f" CASE WHEN raw = '' THEN concat_ws(chr(9), {every_cell}) ELSE raw END AS raw, {fields},"
        f" concat_ws(chr(31), {', '.join(_tidied_lines(held))}) AS address_lines FROM raw"
    )
    _past_votes(connection, mapping)


def _past_votes(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> None:
    """Make ``votes`` (line, poll, held_on, mark) where each election has a column of its own."""
    if not mapping.elections:
        return
    connection.execute(
        "CREATE OR REPLACE TABLE votes AS "
        + " UNION ALL ".join(
            f"SELECT line, {literal(poll)} AS poll, DATE {literal(day)} AS held_on,"
            f" trim(c{place}) AS mark FROM raw WHERE trim(c{place}) <> ''"
            for place, (poll, day) in mapping.elections.items()
        )
    )


def _tidied(column: str) -> str:
    return (
        f"CASE WHEN contains({column}, '  ') THEN trim(regexp_replace({column}, ' +', ' ', 'g'))"
        f" ELSE trim({column}) END"
    )


def _tidied_lines(held: dict[str, str]) -> list[str]:
    """The lines that rules/address.py calls used; others are NULL, which concat_ws leaves out."""
    lines = [held.get(name, "''") for name in ADDRESS_LINES]
    return [f"nullif({lines[0]}, '')"] + [
        f"nullif(nullif({line}, ''), {before})" for before, line in pairwise(lines) if line != "''"
    ]
