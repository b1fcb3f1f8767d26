"""Changing many rows in one statement, from a temporary table beside."""

from collections.abc import Sequence

from django.db import connection

from groundswell.register.applying.job import Job

_SIDE = "register_import_side"


def add_rows(job: Job, table: str, select: str, columns: Sequence[str]) -> None:
    """Add the rows of a SELECT on the work database; those there already stay as they are."""
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        _fill(job, select, table, columns)
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {names} FROM {_SIDE} WHERE true"
            " ON CONFLICT DO NOTHING"
        )
        cursor.execute(f"DROP TABLE {_SIDE}")


def update_from(
    job: Job,
    *,
    table: str,
    select: str,
    columns: Sequence[str],
    sets: Sequence[str] | None = None,
) -> int:
    """Set ``sets`` (SQL assignments; without them every column but the keys) from a SELECT.

    The SELECT on the work database gives ``columns``, among them id and constituency_id, by which
    rows are found; an assignment may name the temporary table as ``side``. Gives the rows changed.
    """
    if not job.one(f"SELECT count(*) FROM ({select})"):
        return 0
    if sets is None:
        sets = [
            f"{name} = side.{name}" for name in columns if name not in {"id", "constituency_id"}
        ]
    with connection.cursor() as cursor:
        _fill(job, select, table, columns)
        cursor.execute(
            f"UPDATE {table} SET {', '.join(sets)} FROM {_SIDE} AS side"
            f" WHERE {table}.constituency_id = side.constituency_id AND {table}.id = side.id"
        )
        changed = cursor.rowcount
        cursor.execute(f"DROP TABLE {_SIDE}")
    return int(changed)


def _fill(job: Job, select: str, table: str, columns: Sequence[str]) -> None:
    """The temporary table, its columns typed as the table's own, with the rows of the SELECT."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {_SIDE}")
        cursor.execute(
            f"CREATE TEMPORARY TABLE {_SIDE} AS SELECT {', '.join(columns)}"
            f" FROM {table} WHERE 1 = 0"
        )
    job.load(select, _SIDE, columns)
