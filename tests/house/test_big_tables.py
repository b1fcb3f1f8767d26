"""Every big table can be split by constituency one day: its keys and indexes begin with it."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Index, Model, UniqueConstraint
from django.db.models.constraints import BaseConstraint

from groundswell.common.tables import BigTable
from tests.house.source import listed

BIG: list[type[Model]] = [model for model in apps.get_models() if issubclass(model, BigTable)]
MUST_BE_BIG = {
    "register.Elector",
    "register.Household",
    "contact.Attempt",
    "contact.Answer",
    "contact.ElectorState",
    "outreach.Assignment",
}


def test_the_tables_that_grow_with_the_register_are_big_ones():
    assert {model._meta.label for model in BIG} >= MUST_BE_BIG


@pytest.mark.parametrize("model", BIG, ids=lambda model: model._meta.label)
def test_its_keys_and_indexes_begin_with_the_constituency(model):
    others = list(_not_beginning_with_it(model))
    assert not others, listed(others)


@pytest.mark.parametrize("model", BIG, ids=lambda model: model._meta.label)
def test_it_asks_the_database_for_nothing_across_shards(model):
    bound = [
        field.name
        for field in model._meta.local_fields
        if isinstance(field, ForeignKey)
        and field.related_model in BIG
        and getattr(field, "db_constraint", True)
    ]
    assert not bound, listed(bound)


def _not_beginning_with_it(model: type[Model]) -> Iterator[str]:
    for rule in (*model._meta.constraints, *model._meta.indexes):
        first = _first_column(rule)
        if first is not None and first != "constituency":
            yield f"{rule.name} begins with {first}"
    for field in model._meta.local_fields:
        indexed = getattr(field, "db_index", False) and not field.is_relation
        if not field.primary_key and (field.unique or indexed):
            yield f"{field.name} has a key or index of its own"
    if model._meta.unique_together:
        yield "unique_together says nothing that a named constraint could not"


def _first_column(rule: BaseConstraint | Index) -> str | None:
    """The first column of a unique constraint or an index; None for other constraints."""
    if not isinstance(rule, UniqueConstraint | Index):
        return None
    if rule.fields:
        return str(rule.fields[0]).lstrip("-")
    return str(getattr(rule.expressions[0], "name", rule.expressions[0]))
