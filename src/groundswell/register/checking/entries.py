"""The rows of the file as they will be stored, and those refused with the reason."""

import duckdb

from groundswell.register.checking.homes import postcode_cell
from groundswell.register.checking.numbers import number_columns, number_joins, read_number_cells
from groundswell.register.checking.operations import month_order, operation
from groundswell.register.checking.row_meaning import rows_as_stored
from groundswell.register.checking.workspace import literal
from groundswell.register.layouts import Mapping
from groundswell.register.rules.refusals import Reason

_NUMBERED = ("prefix", "number", "suffix", "state_number")


def make_entries(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, *, fallback_constituency: int
) -> None:
    """Make ``entries`` and ``refused`` (line, reason, detail) from the cells and meanings.

    ``cells`` stays: the row as supplied is kept there, by its line.
    """
    read_number_cells(connection, mapping)
    connection.execute(
        f"CREATE OR REPLACE TABLE numbered AS SELECT c.line, {number_columns(mapping)},"
        f" {operation(mapping)} AS op, {month_order(mapping)} AS month"
        f" FROM cells c{number_joins(mapping)}"
    )
    _make_districts(connection, mapping)
    connection.execute(
        f"CREATE OR REPLACE TABLE entries AS {rows_as_stored(mapping, fallback_constituency)}"
    )
    connection.execute(
        "CREATE OR REPLACE TABLE refused AS"
        " SELECT line, reason, detail FROM entries WHERE reason <> ''"
    )
    connection.execute("DELETE FROM entries WHERE reason <> '' OR op = '-'")
    connection.execute("DROP TABLE numbered")


def refuse_repeated_numbers(connection: duckdb.DuckDBPyConnection, *, update: bool) -> None:
    """Move to ``refused`` what names one elector number twice.

    In a whole register the first row stands. In an update the latest month stands, as files often
    repeat the year so far; where one month both adds and removes, a person must look.
    """
    numbered = ", ".join(_NUMBERED)
    connection.execute(
        f"CREATE OR REPLACE TABLE twice AS SELECT {numbered}, min(line) AS first_line,"
        f" arg_max(line, month * 1e9 + line) AS last_line, max(month) AS last_month"
        f" FROM entries GROUP BY {numbered} HAVING count(*) > 1"
    )
    same_number = " AND ".join(f"e.{name} = t.{name}" for name in _NUMBERED)
    if update:
        connection.execute(
            "CREATE OR REPLACE TABLE clash AS SELECT t.*,"
            " string_agg(e.line::VARCHAR, ', ' ORDER BY e.line) AS lines"
            f" FROM twice t JOIN entries e ON {same_number} AND e.month = t.last_month"
            " GROUP BY ALL HAVING bool_or(e.op = 'D') AND bool_or(e.op <> 'D')"
        )
        _refuse(connection, "clash t", same_number, Reason.ADDED_AND_REMOVED, "t.lines")
        connection.execute(
            f"DELETE FROM entries e USING twice t WHERE {same_number} AND e.line <> t.last_line"
        )
    else:
        later = f"{same_number} AND e.line <> t.first_line"
        _refuse(connection, "twice t", later, Reason.NUMBER_TWICE, "t.first_line::VARCHAR")


def _refuse(
    connection: duckdb.DuckDBPyConnection, source: str, condition: str, reason: str, detail: str
) -> None:
    connection.execute(
        f"INSERT INTO refused SELECT e.line, {literal(reason)}, {detail}"
        f" FROM entries e JOIN {source} ON {condition}"
    )
    connection.execute("DELETE FROM entries WHERE line IN (SELECT line FROM refused)")


def _make_districts(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> None:
    """Where each polling district lies: where most of its postcodes do."""
    connection.execute(
        "CREATE OR REPLACE TABLE districts AS"
        " WITH used AS (SELECT n.prefix, "
        f"{postcode_cell(mapping)} AS cell, count(*) AS rows"
        " FROM numbered n JOIN cells c USING (line) GROUP BY ALL),"
        " placed AS (SELECT u.prefix, p.constituency_id, p.ward_id, sum(u.rows) AS rows"
        " FROM used u LEFT JOIN means_postcode m ON m.value = u.cell"
        " LEFT JOIN places p ON p.postcode = m.postcode GROUP BY ALL)"
        " SELECT prefix, arg_max(constituency_id, rows) FILTER (constituency_id IS NOT NULL)"
        " AS constituency_id, arg_max(ward_id, rows) FILTER (ward_id IS NOT NULL) AS ward_id,"
        " sum(rows) AS rows, regexp_matches(prefix, '[^A-Z0-9]') AS has_marks"
        " FROM placed GROUP BY prefix"
    )
