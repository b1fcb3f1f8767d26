"""A migrated SQLite database kept between the steps of a test run, which saves migrating again."""

import os
import shutil
from pathlib import Path

from django.db import connection


def take_over() -> bool:
    """Begin with what an earlier step kept; False where there is nothing to begin with."""
    kept = _kept()
    if kept is None or not kept.exists():
        return False
    shutil.copy(kept, str(connection.settings_dict["TEST"]["NAME"]))
    return True


def keep() -> None:
    """Keep this database, migrated and otherwise empty, for the steps that follow."""
    kept = _kept()
    if kept is None or kept.exists():
        return
    mine = kept.with_suffix(f".{os.getpid()}")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(mine)])
    mine.replace(kept)


def _kept() -> Path | None:
    space = os.environ.get("GROUNDSWELL_TEST_SPACE")
    return Path(space, "migrated.sqlite3") if space and connection.vendor == "sqlite" else None
