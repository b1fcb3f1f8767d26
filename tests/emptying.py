"""Emptying the test database although triggers keep the audit trail from shrinking."""

from collections.abc import Iterable

from django.db import connection

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def let_flush_empty_every_table() -> None:
    """Have this connection's flush, which deletes row by row on SQLite, step round the triggers.

    PostgreSQL truncates, which asks no row's trigger.
    """
    if connection.vendor != "sqlite":
        return
    flush = connection.ops.execute_sql_flush

    def flush_without_triggers(sql_list: Iterable[str]) -> None:
        with connection.cursor() as cursor:
            triggers = cursor.execute(_TRIGGERS).fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
            try:
                flush(sql_list)
            finally:
                for _, text in triggers:
                    cursor.execute(text)

    connection.ops.execute_sql_flush = flush_without_triggers  # type: ignore[method-assign]  # tests only
