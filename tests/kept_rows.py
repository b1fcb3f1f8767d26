"""What was once put into an empty database, put back row by row instead of being made again."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction


@dataclass(frozen=True)
class Rows:
    """Of one table: its columns, and rows as the database gives and takes them."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def put_back(self) -> None:
        """Insert them all."""
        quote = connection.ops.quote_name
        columns = ", ".join(map(quote, self.columns))
        places = ", ".join(["%s"] * len(self.columns))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {quote(self.table)} ({columns}) VALUES ({places})", self.rows
            )


def how_full() -> frozenset[tuple[str, int]]:
    """How many rows each table has that has any."""
    quote = connection.ops.quote_name
    counts = " UNION ALL ".join(
        f"SELECT '{table}' AS name, count(*) AS number FROM {quote(table)}" for table in _tables()
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({counts}) AS counts WHERE number > 0")
        return frozenset(cursor.fetchall())


def every_row() -> list[Rows]:
    """All there is."""
    return [_rows_of(table) for table, _count in sorted(how_full())]


def added(before: list[Rows], after: list[Rows]) -> list[Rows] | None:
    """What came between; None where something was changed or taken away besides."""
    earlier = {one.table: Counter(map(repr, one.rows)) for one in before}
    new = []
    for one in after:
        known = earlier.pop(one.table, Counter())
        fresh = tuple(row for row in one.rows if repr(row) not in known)
        if len(one.rows) - len(fresh) != known.total():
            return None
        new.append(Rows(one.table, one.columns, fresh))
    return None if earlier else [one for one in new if one.rows]


def put_back(kept: list[Rows]) -> None:
    """Insert everything in one transaction, in which keys may point at what is still to come."""
    with transaction.atomic():
        for one in kept:
            one.put_back()


def _rows_of(table: str) -> Rows:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {quote(table)} LIMIT 0")
        columns = tuple(column[0] for column in cursor.description)
        # On SQLite as it lies there: a sign before the name keeps Python from converting it.
        sign = "+" if connection.vendor == "sqlite" else ""
        wanted = ", ".join(f"{sign}{quote(column)}" for column in columns)
        cursor.execute(f"SELECT {wanted} FROM {quote(table)}")
        return Rows(table, columns, tuple(cursor.fetchall()))


_known: dict[str, list[str]] = {}


def _tables() -> list[str]:
    where = str(connection.settings_dict["NAME"])
    if where not in _known:
        _known[where] = sorted(connection.introspection.table_names())
    return _known[where]
