"""Rows of Django's models from statements written by hand, as either database answers them."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, models

M = TypeVar("M", bound=models.Model)


@cache
def columns(model: type[models.Model], alias: str) -> str:
    """All columns of a table, in the order in which ``as_row`` takes them."""
    return ", ".join(f"{alias}.{field.column}" for field in model._meta.concrete_fields)


def as_row(model: type[M], values: Iterable[Any]) -> M:
    """A row of the table from its columns' values as either database answers them."""
    kept = list(values)
    for place, column, converters in _converters(model, connection.vendor):
        for convert in converters:
            kept[place] = convert(kept[place], column, connection)
    names = [field.attname for field in model._meta.concrete_fields]
    return model.from_db(DEFAULT_DB_ALIAS, names, kept)


@cache
def _converters(model: type[models.Model], vendor: str) -> list[tuple[int, Any, list[Any]]]:
    """Where Django changes what this database answers: SQLite's times, PostgreSQL's JSON."""
    del vendor
    columns_of = [field.cached_col for field in model._meta.concrete_fields]
    found = [
        connection.ops.get_db_converters(column) + column.get_db_converters(connection)
        for column in columns_of
    ]
    return [
        (place, column, converters)
        for place, (column, converters) in enumerate(zip(columns_of, found, strict=True))
        if converters
    ]
