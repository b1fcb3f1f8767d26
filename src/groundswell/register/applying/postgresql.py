"""Bulk reading and writing on PostgreSQL: COPY."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from groundswell.register.applying.pipe import piped

_BLOCK = 1 << 18
_IMPORT_LOCK = 7413
_INDEX_MEMORY = "256MB"


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

    def reserve_ids(self, table: str, count: int) -> int:
        """The first of ``count`` ids in a row that nobody else will get."""
        with connection.cursor() as cursor:
            while True:
                cursor.execute(
                    "SELECT min(id), max(id) FROM (SELECT nextval(pg_get_serial_sequence(%s, 'id'))"
                    " AS id FROM generate_series(1, %s)) ids",
                    [table, max(count, 1)],
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
        with piped(work, select, self._folder) as rows, connection.cursor() as cursor:
            with cursor.copy(copy) as stream:
                while block := rows.read(_BLOCK):
                    stream.write(block)
            return int(cursor.rowcount)

    @contextmanager
    def indexes_set_aside(self, tables: Sequence[str]) -> Iterator[None]:
        """Drop the indexes of these tables while they are filled, if all of them are empty."""
        with connection.cursor() as cursor:
            if any(_has_rows(cursor, table) for table in tables):
                yield
                return
            cursor.execute(f"SET LOCAL maintenance_work_mem = '{_INDEX_MEMORY}'")
            dropped = [_index_definitions(cursor, table) for table in tables]
            for drop, _ in (pair for pairs in dropped for pair in pairs):
                cursor.execute(drop)
            yield
            for _, make in (pair for pairs in dropped for pair in pairs):
                cursor.execute(make)

    def count_anew(self, tables: Sequence[str]) -> None:
        """Have the planner learn the new sizes at once, for this transaction's later statements."""
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(tables)}")

    def only_one_import(self) -> None:
        """Wait until no other import is being applied."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_IMPORT_LOCK])


def _has_rows(cursor: CursorWrapper, table: str) -> bool:
    cursor.execute(sql.SQL("SELECT EXISTS (SELECT 1 FROM {})").format(sql.Identifier(table)))
    return bool(cursor.fetchone()[0])


def _index_definitions(cursor: CursorWrapper, table: str) -> list[tuple[str, str]]:
    """How to drop and make again each index of the table, those behind constraints included."""
    cursor.execute(
        """
        SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), quote_ident(c.conname),
            pg_get_constraintdef(c.oid)
        FROM pg_index i LEFT JOIN pg_constraint c
            ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid
        WHERE i.indrelid = %s::regclass
        """,
        [table],
    )
    return [
        (
            f"ALTER TABLE {table} DROP CONSTRAINT {constraint}",
            f"ALTER TABLE {table} ADD CONSTRAINT {constraint} {rule}",
        )
        if constraint
        else (f"DROP INDEX {index}", definition)
        for index, definition, constraint, rule in cursor.fetchall()
    ]
