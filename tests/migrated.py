"""A migrated SQLite database kept for the other processes and steps of a test run."""

import fcntl
import os
import shutil
from pathlib import Path
from typing import IO

from django.db import connection

_held: list[IO[str]] = []


def take_over() -> bool:
    """Begin with what another kept, waiting for it; False for the first, who then must keep."""
    kept = _kept()
    if kept is None:
        return False
    lock = kept.with_suffix(".lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    _held.append(lock)
    if kept.exists():
        shutil.copy(kept, str(connection.settings_dict["TEST"]["NAME"]))
        _let_others()
    return kept.exists()


def keep() -> None:
    """Keep this database, migrated and otherwise empty, for whoever comes next."""
    kept = _kept()
    if kept is None or not _held:
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(kept)])
    _let_others()


def _let_others() -> None:
    while _held:
        _held.pop().close()


def _kept() -> Path | None:
    space = os.environ.get("GROUNDSWELL_TEST_SPACE")
    return Path(space, "migrated.sqlite3") if space and connection.vendor == "sqlite" else None
