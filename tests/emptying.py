"""Emptying the test database quickly, although triggers keep the audit trail from shrinking."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.management import create_contenttypes
from django.db import connection, transaction
from django.db.models.signals import post_migrate

from tests import kept_rows

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_CREATE_PERMISSIONS = "django.contrib.auth.management.create_permissions"


def let_flush_empty_every_table() -> None:
    """On SQLite, have this connection's flush delete where there is something, despite triggers.

    PostgreSQL truncates, which asks no row's trigger. Neither are Django's own lists of models and
    permissions written again each time: nothing here reads them.
    """
    post_migrate.disconnect(dispatch_uid=_CREATE_PERMISSIONS)
    post_migrate.disconnect(create_contenttypes)
    if connection.vendor == "sqlite":
        empty: Any = _empty_on_sqlite
        connection.ops.execute_sql_flush = empty  # type: ignore[method-assign]  # tests only


def _empty_on_sqlite(_statements: Iterable[str]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        triggers = cursor.execute(_TRIGGERS).fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        _delete_everything()
        for _, text in triggers:
            cursor.execute(text)


def _delete_everything() -> None:
    tables = set(connection.introspection.django_table_names(only_existing=True))
    with connection.cursor() as cursor:
        for table, _count in kept_rows.how_full():
            if table in tables:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
