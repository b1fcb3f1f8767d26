"""Running the statements of hot paths: PostgreSQL plans each once for a connection, not each time.

Django writes the values into the text of a statement, which PostgreSQL then parses and plans anew.
Here the values go beside it and the plan is kept, which takes a third of the time on both sides.
For statements that come again and again with the same text; all others go through Django.
"""

import re
import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from groundswell.common.sql import as_kept, on_postgresql

if TYPE_CHECKING:
    from psycopg import Cursor

Values = Sequence[Any] | Mapping[str, Any]

_KEEP_THE_PLAN_AFTER = 2
_PLACE = re.compile(r"%(?:\((\w+)\))?([s%])")
_of_this_thread = threading.local()


def rows(statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """The rows that a statement with ``%s`` or ``%(name)s`` places answers."""
    here = connections[DEFAULT_DB_ALIAS]
    if _is_watched(here):
        with here.cursor() as cursor:
            cursor.execute(statement, _kept(values))
            return list(cursor.fetchall())
    with here.wrap_database_errors:
        return _run(here, statement, values).fetchall()


def change(statement: str, values: Values = ()) -> int:
    """How many rows a statement changed."""
    here = connections[DEFAULT_DB_ALIAS]
    if _is_watched(here):
        with here.cursor() as cursor:
            cursor.execute(statement, _kept(values))
            return int(cursor.rowcount)
    with here.wrap_database_errors:
        return _run(here, statement, values).rowcount


def rows_after(
    changes: Mapping[str, str], statement: str, values: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """Make changes (by a name for each) and answer the rows of a last statement.

    PostgreSQL is asked once: there the last statement sees everything as it was before the changes.
    """
    if on_postgresql():
        return rows(_in_one(tuple(changes.items()), statement), values)
    for text in changes.values():
        change(text, values)
    return rows(statement, values)


@lru_cache(maxsize=500)
def _in_one(changes: tuple[tuple[str, str], ...], statement: str) -> str:
    steps = ", ".join(f"{name} AS ({text})" for name, text in changes)
    return f"WITH {steps} {statement}"


def _is_watched(here: BaseDatabaseWrapper) -> bool:
    """Whether Django runs it: on SQLite, and where it notes every statement for a developer."""
    return not on_postgresql() or here.queries_logged


def _run(here: BaseDatabaseWrapper, statement: str, values: Values) -> "Cursor[tuple[Any, ...]]":
    here.ensure_connection()
    here.validate_no_broken_transaction()
    text, names = _numbered(statement)
    in_order = [values[name] for name in names] if isinstance(values, Mapping) else values
    return _cursor(here.connection).execute(text, in_order)


def _cursor(driver: Any) -> "Cursor[tuple[Any, ...]]":
    """This thread's cursor on its present connection, with kept plans."""
    kept: Cursor[tuple[Any, ...]] | None = getattr(_of_this_thread, "cursor", None)
    if kept is None or kept.connection is not driver:
        kept = _new_cursor(driver)
        _of_this_thread.cursor = kept
    return kept


def _new_cursor(driver: Any) -> "Cursor[tuple[Any, ...]]":
    from psycopg import RawCursor
    from psycopg.types.datetime import TimestamptzLoader
    from psycopg.types.numeric import Int8Dumper

    driver.prepare_threshold = _KEEP_THE_PLAN_AFTER
    cursor = RawCursor(driver)
    # A small number would be sent as a smallint and a large one as a bigint: two plans for one.
    cursor.adapters.register_dumper(int, Int8Dumper)
    # Django's own, which says UTC in another word, is several times as slow.
    cursor.adapters.register_loader("timestamptz", TimestamptzLoader)
    return cursor


@lru_cache(maxsize=500)
def _numbered(statement: str) -> tuple[bytes, tuple[str, ...]]:
    """The statement with PostgreSQL's own ``$1``, ``$2`` …, and the names in that order."""
    names: list[str] = []
    unnamed = 0

    def place(found: re.Match[str]) -> str:
        nonlocal unnamed
        name, sign = found.groups()
        if sign == "%":
            return "%"
        if name is None:
            unnamed += 1
            return f"${unnamed}"
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return _PLACE.sub(place, statement).encode(), tuple(names)


def _kept(values: Values) -> Values:
    if isinstance(values, Mapping):
        return {name: as_kept(value) for name, value in values.items()}
    return [as_kept(value) for value in values]
