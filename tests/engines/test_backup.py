"""A backup holds what was committed, and gives it back: the restore drill of the how-to."""

import os
import sqlite3
import subprocess
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from groundswell.common.audit import write_audit_line
from groundswell.config.backups import postgresql_program

_COUNT = "SELECT count(*) FROM common_auditline WHERE action = 'test.kept'"


@pytest.fixture
def backup(transactional_db: None, tmp_path: Path) -> Path:
    """A backup of a database with three lines in the audit trail."""
    (settings.HOME / "uploads").mkdir(exist_ok=True)
    (settings.HOME / "uploads" / "register.csv").write_text("KD-1")
    for _ in range(3):
        write_audit_line(by=None, action="test.kept")
    call_command("backup", to=tmp_path / "kept", verbosity=0)
    (folder,) = (tmp_path / "kept").iterdir()
    return folder


def test_its_checksums_hold_and_it_is_its_owners_alone(backup):
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=backup, check=True)
    assert backup.stat().st_mode & 0o077 == 0


def test_a_restored_database_holds_every_row(backup, tmp_path):
    if connection.vendor == "sqlite":
        assert _rows_in_sqlite(backup / "groundswell.sqlite3") == 3
    else:
        assert _rows_restored_to_postgresql(backup / "groundswell.dump") == 3


def test_the_files_come_with_it_but_no_second_copy_of_the_database(backup):
    with tarfile.open(backup / "files.tar.gz") as packed:
        names = packed.getnames()
    assert "uploads/register.csv" in names
    assert not [name for name in names if "sqlite3" in name or name.startswith("static")]


def test_old_ones_go_only_when_asked_and_the_newest_stay(backup):
    kept = backup.parent
    for day in ("2020-01-01", "2020-01-02"):
        (kept / f"{day}T000000Z").mkdir()
        (kept / f"{day}T000000Z" / "SHA256SUMS").write_text("")
    with pytest.raises(CommandError, match="at least one"):
        call_command("backup", to=kept, keep=0)
    call_command("backup", to=kept, keep=2, verbosity=0)
    names = sorted(path.name for path in kept.iterdir())
    assert len(names) == 2
    assert backup.name in names


def test_a_broken_off_backup_leaves_no_folder_that_looks_whole(
    transactional_db, tmp_path, monkeypatch
):
    def fail(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("groundswell.config.backups._pack_files", fail)
    with pytest.raises(CommandError, match="No backup was made"):
        call_command("backup", to=tmp_path)
    assert list(tmp_path.iterdir()) == []


def _rows_in_sqlite(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute(_COUNT).fetchone()[0])


def _rows_restored_to_postgresql(dump: Path) -> int:
    given = connection.settings_dict
    there = os.environ | {
        "PGHOST": given["HOST"],
        "PGPORT": str(given["PORT"]),
        "PGUSER": given["USER"],
    }
    for words in ("dropdb --if-exists drill", "createdb drill"):
        name, *rest = words.split()
        subprocess.run([postgresql_program(name), *rest], env=there, check=True)
    restoring = [postgresql_program("pg_restore"), "--no-owner", "--dbname=drill", str(dump)]
    subprocess.run(restoring, env=there, check=True)
    counted = subprocess.run(
        [postgresql_program("psql"), "--dbname=drill", "-At", "-c", _COUNT],
        env=there,
        capture_output=True,
        text=True,
        check=True,
    )
    subprocess.run([postgresql_program("dropdb"), "drill"], env=there, check=True)
    return int(counted.stdout)
