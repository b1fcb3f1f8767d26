"""The little that statements written by hand must say differently to SQLite and PostgreSQL.

Both take ``WITH told(a, b) AS (VALUES …)`` before INSERT and UPDATE, ``ON CONFLICT`` and
``RETURNING``; they differ in how values are written, typed and compared.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.db import connection


def on_postgresql() -> bool:
    """Whether the database is PostgreSQL."""
    return _vendor() == "postgresql"


@cache
def _vendor() -> str:
    """Asked once: a process has one kind of database, and finding the connection takes a while."""
    return connection.vendor


def values(types: Sequence[str], rows: Iterable[Sequence[object]]) -> tuple[str, list[Any]]:
    """``VALUES (%s, …), …`` and its parameters; ``types`` are PostgreSQL's names, one a column.

    PostgreSQL must be told what a NULL or a text stands for; SQLite takes values as they are.
    """
    all_rows = list(rows)
    vendor = _vendor()
    text = _places(tuple(types), len(all_rows), vendor)
    every_value = [value for row in all_rows for value in row]
    if vendor == "postgresql":  # whose driver takes every kind as it is
        return text, every_value
    return text, [as_kept(value) for value in every_value]


@lru_cache(maxsize=500)
def _places(types: tuple[str, ...], rows: int, vendor: str) -> str:
    cast = "::" if vendor == "postgresql" else ""
    row = ", ".join(f"%s{cast}{kind if cast else ''}" for kind in types)
    return "VALUES " + ", ".join([f"({row})"] * rows)


def placeholder(kind: str) -> str:
    """``%s``, cast where the database wants to know the type."""
    return f"%s::{kind}" if on_postgresql() else "%s"


def as_kept(value: object) -> Any:
    """The value as the database's driver takes it: SQLite keeps times and UUIDs as text."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value


def moment(kept: datetime | str | None) -> datetime | None:
    """A moment as read from a row: SQLite keeps UTC without saying so."""
    if isinstance(kept, str):
        kept = datetime.fromisoformat(kept)
    return kept.replace(tzinfo=UTC) if kept is not None and kept.tzinfo is None else kept


def uuid(kept: UUID | str) -> UUID:
    """A UUID as read from a row: SQLite keeps its digits."""
    return kept if isinstance(kept, UUID) else UUID(kept)


def later(one: str, other: str) -> str:
    """SQL for the later of two moments (or larger of two numbers), a missing one ignored."""
    if on_postgresql():
        return f"GREATEST({one}, {other})"
    return f"MAX(COALESCE({one}, {other}), COALESCE({other}, {one}))"


def differs(one: str, other: str) -> str:
    """SQL for "not the same", where a missing value is the same as a missing value."""
    if on_postgresql():
        return f"{one} IS DISTINCT FROM {other}"
    return f"{one} IS NOT {other}"


def years_after(day: str, years: str) -> str:
    """SQL for a date so many years (an expression, may be negative) after ``day``."""
    if on_postgresql():
        return f"({day} + make_interval(years => ({years})::int))::date"
    return f"DATE({day}, ({years}) || ' years')"


def days_after(day: str, days: str) -> str:
    """SQL for a date so many days (an expression) after ``day``."""
    if on_postgresql():
        return f"({day} + ({days})::int)"
    return f"DATE({day}, ({days}) || ' days')"


def day(iso: str) -> str:
    """SQL for a date written as ``2026-11-23``."""
    return f"DATE '{iso}'" if on_postgresql() else f"'{iso}'"
