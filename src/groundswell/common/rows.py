"""Rows of Django's models from statements written by hand, as either database answers them."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models.base import ModelState

M = TypeVar("M", bound=models.Model)


@cache
def columns(model: type[models.Model], alias: str) -> str:
    """All columns of a table, in the order in which ``as_row`` takes them."""
    return ", ".join(f"{alias}.{field.column}" for field in model._meta.concrete_fields)


def as_row(model: type[M], values: Iterable[Any]) -> M:
    """A row of the table from its columns' values as either database answers them."""
    kept = list(values)
    for place, column, converters in _converters(model):
        for convert in converters:
            kept[place] = convert(kept[place], column, connection)
    # What Model.from_db comes to, without its signals, for which nobody here listens.
    row = model.__new__(model)
    state = ModelState()
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    row.__dict__.update(zip(_names(model), kept, strict=True), _state=state)
    return row


@cache
def _names(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


@cache
def _converters(model: type[models.Model]) -> list[tuple[int, Any, list[Any]]]:
    """Where Django changes what the database answers: SQLite's times, PostgreSQL's JSON."""
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
