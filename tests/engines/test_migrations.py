"""An empty PostgreSQL is brought up to date, and then has what the models say, no more and no less.

Other tests make their tables from the models at once (tests/tables.py); on SQLite the
demonstration's tests begin with an empty file.
"""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.server import environment_of_the_site

pytestmark = pytest.mark.postgres

_SHAPE = """
SELECT 'column', table_name, column_name, data_type || coalesce(character_maximum_length, 0)
    || is_nullable || coalesce(column_default, '') || is_identity
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'index', tablename, indexname, indexdef FROM pg_indexes
WHERE schemaname = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
"""


@pytest.fixture
def migrated() -> Iterator[str]:
    """The name of another database on the same server, made by all migrations."""
    name = f"migrated_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    environment = environment_of_the_site(port=0)
    ours, there = connection.settings_dict["NAME"], environment["GROUNDSWELL_DATABASE_URL"]
    environment["GROUNDSWELL_DATABASE_URL"] = there.removesuffix(ours) + name
    command = [sys.executable, "-m", "groundswell", "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment, check=True, timeout=300)
    yield name
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


def test_migrations_and_models_come_to_the_same(migrated: str) -> None:
    by_models, by_migrations = _shape_of(connection), _shape_of(_elsewhere(migrated))
    assert by_migrations - by_models == set()
    assert by_models - by_migrations == set()
    assert ("trigger", "common_auditline", "audit_line_kept") in {row[:3] for row in by_migrations}


def _elsewhere(name: str) -> BaseDatabaseWrapper:
    other = connection.copy()
    other.settings_dict["NAME"] = name
    return other


def _shape_of(there: BaseDatabaseWrapper) -> set[tuple[str, ...]]:
    """Of our own tables; those of libraries are theirs to look after."""
    ours = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("groundswell.")
    }
    with there.cursor() as cursor:
        cursor.execute(_SHAPE)
        shape = {row for row in cursor.fetchall() if row[1] in ours}
    if there is not connection:
        there.close()
    return shape
