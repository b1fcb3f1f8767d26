"""What migrations do beyond making tables, for a database whose tables came from the models.

Making all tables by one migration after another takes Django twenty times as long as making them
from the models. tests/engines/test_migrations.py sees to it that both come to the same.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython
from django.db.migrations.operations.base import Operation
from django.db.migrations.recorder import MigrationRecorder


def do_what_migrations_do_besides() -> None:
    """Run our migrations' own steps, and note all migrations as done for programs that look."""
    loader = MigrationLoader(connection)
    recorder = MigrationRecorder(connection)
    for (app, name), migration in sorted(loader.disk_migrations.items()):
        if type(migration).__module__.startswith("groundswell."):
            _run_steps(migration.operations)
        recorder.record_applied(app, name)


def _run_steps(operations: Sequence[Operation]) -> None:
    as_they_are_now: Any = apps  # what a step is given, as the models of that time
    for step in operations:
        if isinstance(step, RunPython):
            with connection.schema_editor() as editor:
                step.code(as_they_are_now, editor)
