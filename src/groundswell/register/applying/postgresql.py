"""Bulk reading and writing on PostgreSQL: COPY."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
from django.db import connection
from psycopg import sql

from groundswell.register.applying.pipe import IncompleteLoad, piped

_BLOCK = 1 << 18
_IMPORT_LOCK = 7413


class PostgresqlEngine:
    """See applying.engine.Engine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def export(self, query: str, to: Path) -> None:
        """Write the rows of a SELECT to a CSV file, NULL as ``\\N``."""
        copy = sql.SQL("COPY ({}) TO STDOUT (FORMAT csv, NULL '\\N')").format(sql.SQL(query))
        with connection.cursor() as cursor, to.open("wb") as file, cursor.copy(copy) as rows:
            for block in rows:
                file.write(block)

    def reserve_ids(self, table: str, count: int, /) -> int:
        """The first of ``count`` ids in a row that nobody else will get."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
            (sequence,) = cursor.fetchone()
            while True:
                cursor.execute(
                    "SELECT min(id), max(id) FROM (SELECT nextval(%s::regclass) AS id"
                    " FROM generate_series(1, %s)) ids",
                    [sequence, max(count, 1)],
                )
                first, last = cursor.fetchone()
                if last - first == max(count, 1) - 1:
                    return int(first)

    def load(
        self, work: duckdb.DuckDBPyConnection, select: str, table: str, columns: Sequence[str]
    ) -> int:
        """Write the rows of a SELECT on the work database into a table; gives their number."""
        names = sql.SQL(", ").join(map(sql.Identifier, columns))
        copy = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv, NULL '\\N')").format(
            sql.Identifier(table), names
        )
        with connection.cursor() as cursor:
            with piped(work, select, self._folder) as (rows, writer), cursor.copy(copy) as stream:
                while block := rows.read(_BLOCK):
                    stream.write(block)
            if cursor.rowcount != writer.written:
                raise IncompleteLoad(f"{table}: {cursor.rowcount} of {writer.written} rows")
            return writer.written

    def count_anew(self, tables: Mapping[str, Sequence[str]]) -> None:
        """Have the planner learn the new sizes at once, for this transaction's later statements.

        The other columns the server looks at by itself soon after: all of them take it a second.
        """
        wanted = [f"{table} ({', '.join(columns)})" for table, columns in tables.items()]
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(wanted)}")

    def only_one_import(self) -> None:
        """Wait until no other import is being applied."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_IMPORT_LOCK])
