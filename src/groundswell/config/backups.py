"""Backups: one dated folder with the database, the files and the checksums of both."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import tarfile
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

_SUMS = "SHA256SUMS"
_PROGRAM_FOLDERS = "usr/lib/postgresql/*/bin"


class BackupTrouble(Exception):
    """The backup was not made; the message says what to do."""


def back_up(*, database: dict[str, Any], home: Path, into: Path, at: datetime) -> Path:
    """Copy database and files into ``into/<time>``; the folder appears only when all is checked.

    ``database`` is an entry of Django's ``DATABASES``. Of the home folder everything is kept but
    the database itself, other backups and what can be made again. Raises ``BackupTrouble``.
    """
    folder = into / f"{at:%Y-%m-%dT%H%M%S}.{at.microsecond // 1000:03}Z"
    partial = folder.with_name(f"{folder.name}.partial")
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(mode=0o700)
    try:
        if database["ENGINE"].endswith("sqlite3"):
            _copy_sqlite(Path(database["NAME"]), partial / "groundswell.sqlite3")
        else:
            _dump_postgresql(database, partial / "groundswell.dump")
        _pack_files(home, _worth_keeping(home, into), partial / "files.tar.gz")
        _write_sums(partial)
        partial.rename(folder)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return folder


def forget_all_but(keep: int, into: Path) -> list[Path]:
    """Remove the oldest backups beyond ``keep``; returns those removed."""
    folders = sorted(path.parent for path in into.glob(f"*/{_SUMS}"))
    old = folders[: max(0, len(folders) - keep)]
    for folder in old:
        shutil.rmtree(folder)
    return old


def _copy_sqlite(source: Path, target: Path) -> None:
    """SQLite's own online backup: a whole copy of one moment, while others go on writing."""
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=60)) as from_,
        closing(sqlite3.connect(target)) as to,
    ):
        _owner_only(target)
        from_.backup(to)
        to.execute("PRAGMA journal_mode=DELETE")
        (verdict,) = to.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise BackupTrouble(f"The copy of the database is damaged ({verdict}): check the disk.")


def _dump_postgresql(database: dict[str, Any], target: Path) -> None:
    where = {
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGDATABASE": database["NAME"],
    }
    environment = os.environ | {name: str(text) for name, text in where.items() if text}
    _run(
        [postgresql_program("pg_dump"), "--format=custom", "--no-owner", f"--file={target}"],
        environment,
    )
    _owner_only(target)
    listing = _run([postgresql_program("pg_restore"), "--list", str(target)], environment)
    if "TABLE DATA" not in listing:
        raise BackupTrouble("The dump holds no tables: check the database's address and try again.")


def postgresql_program(name: str) -> str:
    """The newest PostgreSQL program of this name: a dump needs one no older than its server."""
    newest = max(Path("/").glob(f"{_PROGRAM_FOLDERS}/{name}"), key=_major_version, default=None)
    found = str(newest) if newest else shutil.which(name)
    if found is None:
        raise BackupTrouble(f"{name} is missing: install PostgreSQL's client programs.")
    return found


def _major_version(program: Path) -> float:
    try:
        return float(program.parent.parent.name)
    except ValueError:
        return 0


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackupTrouble(f"{Path(command[0]).name} failed: {done.stderr.strip()}")
    return done.stdout


def _worth_keeping(home: Path, into: Path) -> list[Path]:
    """The home folder's entries but the database, backups and collected static files."""
    made_again = {home / "static", home / "backups", into.resolve()}
    return [
        entry
        for entry in sorted(home.iterdir())
        if entry not in made_again and ".sqlite3" not in entry.name
    ]


def _pack_files(home: Path, entries: Iterable[Path], target: Path) -> None:
    """The files, the secret key among them: without it suppressed people cannot be recognised."""
    with tarfile.open(target, "w:gz") as packed:
        _owner_only(target)
        for entry in entries:
            packed.add(entry, arcname=entry.relative_to(home))


def _write_sums(folder: Path) -> None:
    """Checksums in the form that ``sha256sum --check`` reads."""
    lines = []
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    (folder / _SUMS).write_text("".join(lines))


def _owner_only(path: Path) -> None:
    path.chmod(0o600)
