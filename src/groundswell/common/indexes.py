"""Filling an empty table: its indexes are dropped first and built once over all rows.

An index built over all rows costs a fraction of one kept up row by row.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection
from django.db.backends.utils import CursorWrapper

_BUILDING_MEMORY = "256MB"


@contextmanager
def indexes_set_aside(tables: Sequence[str]) -> Iterator[None]:
    """Drop the indexes of these tables while they are filled, if all of them are empty.

    Within a transaction, which gives them back where it fails.
    """
    with connection.cursor() as cursor:
        if any(_has_rows(cursor, table) for table in tables):
            yield
            return
        pairs = [pair for table in tables for pair in _indexes(cursor, table)]
        for drop, _ in pairs:
            cursor.execute(drop)
        yield
        if connection.vendor == "postgresql":
            cursor.execute(f"SET LOCAL maintenance_work_mem = '{_BUILDING_MEMORY}'")
            # Workers beside the one cost half as much again, and callers are served meanwhile.
            cursor.execute("SET LOCAL max_parallel_maintenance_workers = 0")
        for _, make in pairs:
            cursor.execute(make)


def _has_rows(cursor: CursorWrapper, table: str) -> bool:
    cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")')  # noqa: S608 - a table of ours
    return bool(cursor.fetchone()[0])


def _indexes(cursor: CursorWrapper, table: str) -> list[tuple[str, str]]:
    """How to drop and how to make again each index of the table."""
    if connection.vendor == "postgresql":
        return _indexes_on_postgresql(cursor, table)
    cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s"
        " AND sql IS NOT NULL",  # those of constraints have none, and stay
        [table],
    )
    return [(f'DROP INDEX "{name}"', definition) for name, definition in cursor.fetchall()]


def _indexes_on_postgresql(cursor: CursorWrapper, table: str) -> list[tuple[str, str]]:
    """The same, those behind constraints included."""
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
