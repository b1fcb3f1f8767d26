"""From the work file to one column a field, spaces tidied, the row as supplied kept beside."""

from itertools import pairwise
from pathlib import Path

import duckdb

from groundswell.register.checking.workspace import literal
from groundswell.register.layouts import ADDRESS_LINES, Mapping
from groundswell.register.reading.work_file import BEFORE_CELLS, RAW_TAB

STAND_IN = "7070707"
# A number that stands alone, with what stands before and after it.
_FIRST_NUMBER = r"(^|[\x1f ,])([0-9]+[A-Za-z]?)($|[\x1f ,])"


def load_work_file(connection: duckdb.DuckDBPyConnection, path: Path, mapping: Mapping) -> None:
    """Make ``cells`` of the work file, and ``votes`` where elections have columns of their own.

    Columns: line, width, raw, cleaned (whether characters were), each mapped field, and of the
    address its lines, the first number in them (``own_number``) and the lines with a stand-in
    for that number (``template``).
    """
    held = {name: _tidied(f"c{place}") for place, name in mapping.columns.items()}
    fields = "".join(f", {expression} AS {name}" for name, expression in held.items())
    every_cell = ", ".join(f"c{place}" for place in range(mapping.width))
    raw = f"replace(raw, '{RAW_TAB}', chr(9))"
    connection.execute(
        "CREATE OR REPLACE TABLE cells AS SELECT line, width, raw <> '' AS cleaned,"
        f" CASE WHEN raw = '' THEN concat_ws(chr(9), {every_cell}) ELSE {raw} END AS raw{fields},"
        f" concat_ws(chr(31), {', '.join(_used_lines(held))}) AS address_lines,"
        f" regexp_extract(address_lines, '{_FIRST_NUMBER}', 2) AS own_number,"
        f" CASE WHEN own_number = '' THEN address_lines ELSE"
        f" regexp_replace(address_lines, '{_FIRST_NUMBER}', '\\1{STAND_IN}\\3') END AS template"
        f" FROM {_read(path, mapping)}"
    )
    _past_votes(connection, path, mapping)


def _read(path: Path, mapping: Mapping) -> str:
    types = {"line": "INTEGER", "width": "INTEGER", "raw": "VARCHAR"}
    columns = {name: types[name] for name in BEFORE_CELLS}
    columns |= {f"c{place}": "VARCHAR" for place in range(mapping.width)}
    # No real cell is the string for NULL, so that an empty cell stays an empty string.
    return (
        f"read_csv({literal(str(path))}, header = false, auto_detect = false, delim = '\t',"
        f" quote = '', escape = '', nullstr = '\x01', columns = {columns})"
    )


def _past_votes(connection: duckdb.DuckDBPyConnection, path: Path, mapping: Mapping) -> None:
    """Make ``votes`` (line, poll, held_on, mark) where each election has a column of its own."""
    if not mapping.elections:
        return
    connection.execute(
        "CREATE OR REPLACE TABLE votes AS "
        + " UNION ALL ".join(
            f"SELECT line, {literal(poll)} AS poll, DATE {literal(day)} AS held_on,"
            f" trim(c{place}) AS mark FROM {_read(path, mapping)} WHERE trim(c{place}) <> ''"
            for place, (poll, day) in mapping.elections.items()
        )
    )


def _tidied(column: str) -> str:
    return (
        f"CASE WHEN contains({column}, '  ') THEN trim(regexp_replace({column}, ' +', ' ', 'g'))"
        f" ELSE trim({column}) END"
    )


def _used_lines(held: dict[str, str]) -> list[str]:
    """The lines that rules/address.py calls used; others are NULL, which concat_ws leaves out."""
    named = [name if name in held else "''" for name in ADDRESS_LINES]
    return [f"nullif({named[0]}, '')"] + [
        f"nullif(nullif({line}, ''), {before})" for before, line in pairwise(named) if line != "''"
    ]
