"""Bulk reading and writing on SQLite: prepared statements over many rows at once."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
from django.db import connection

_ROWS_AT_ONCE = 20_000


class SqliteEngine:
    """See applying.engine.Engine."""

    def export(self, query: str, to: Path) -> None:
        """Write the rows of a SELECT to a CSV file, NULL as ``\\N``."""
        with connection.cursor() as cursor, to.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            cursor.execute(query)
            while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                writer.writerows(["\\N" if cell is None else cell for cell in row] for row in rows)

    def reserve_ids(self, table: str, _count: int, /) -> int:
        """The first of so many ids in a row: SQLite has one writer, so nobody comes between."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            row = cursor.fetchone()
        return int(row[0] if row else 0) + 1

    def load(
        self, work: duckdb.DuckDBPyConnection, select: str, table: str, columns: Sequence[str]
    ) -> int:
        """Write the rows of a SELECT on the work database into a table; gives their number."""
        places = ", ".join(["?"] * len(columns))
        insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"
        written = 0
        rows_of = work.execute(select)
        connection.ensure_connection()
        while rows := rows_of.fetchmany(_ROWS_AT_ONCE):
            connection.connection.executemany(insert, rows)
            written += len(rows)
        return written

    def count_anew(self, tables: Mapping[str, Sequence[str]]) -> None:
        """SQLite's planner goes by the indexes, not by sizes."""

    def only_one_import(self) -> None:
        """SQLite's transaction has waited for every other writer already."""
