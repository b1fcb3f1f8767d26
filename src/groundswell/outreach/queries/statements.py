"""Statements in SQL for the hot paths, with values as either database keeps them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from groundswell.common import sql, statements


def fetch(statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows that a statement with ``%(name)s`` places answers."""
    return statements.rows(statement, values)


def change(statement: str, values: Mapping[str, Any]) -> int:
    """How many rows a statement changed."""
    return statements.change(statement, values)


def on_postgresql() -> bool:
    """Whether the database is PostgreSQL, where several may write at once."""
    return sql.on_postgresql()


def day(value: date | str | None) -> date | None:
    """A day as read from a row."""
    return date.fromisoformat(value) if isinstance(value, str) else value
