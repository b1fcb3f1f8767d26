"""The folder of one import: the upload, the work database, how far it is, the wish to stop.

Progress and the wish to cancel are small files here and not columns, because on SQLite nobody can
write to the database while an import is being applied. Whoever works on an import holds a lock of
the operating system on a file here: it is free again the moment its holder dies, however it dies.
"""

import fcntl
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

_TELL_EVERY_SECONDS = 0.3


class CancelAsked(Exception):
    """Somebody asked that this import stop."""


class BeingWorkedOn(Exception):
    """Another process works on this import now."""


@dataclass(frozen=True)
class HowFar:
    """Which step an import is at, and how much of it is done (``total`` 0: unknown)."""

    step: str = ""
    done: int = 0
    total: int = 0


def folder_of(import_id: int | str) -> Path:
    """The import's folder, readable by this system's user only."""
    path = settings.HOME / "imports" / str(import_id)
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Path(path)


def remove_folder(import_id: int | str) -> None:
    """Delete the upload and all that was made of it on the way."""
    shutil.rmtree(folder_of(import_id), ignore_errors=True)


def remove_work(import_id: int | str) -> None:
    """Delete what was made on the way, and keep the upload and the list of refused rows."""
    for path in folder_of(import_id).iterdir():
        if path.name not in {"upload", "refused.csv"}:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def upload_of(import_id: int | str) -> Path:
    """The file as it was uploaded."""
    return folder_of(import_id) / "upload"


def refused_of(import_id: int | str) -> Path:
    """The rows refused by the last check, as CSV: line, reason, detail, raw."""
    return folder_of(import_id) / "refused.csv"


@contextmanager
def worked_on(import_id: int | str) -> Iterator[None]:
    """Hold the import for this process; raises BeingWorkedOn where another has it."""
    with (folder_of(import_id) / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BeingWorkedOn from None
        yield


def nobody_at(import_id: int | str) -> bool:
    """Whether no process holds the import now."""
    try:
        with worked_on(import_id):
            return True
    except BeingWorkedOn:
        return False


def ask_to_cancel(import_id: int | str) -> None:
    """Leave word that the import shall stop."""
    (folder_of(import_id) / "cancel").touch()


def forget_wish_to_cancel(import_id: int | str) -> None:
    """Begin afresh."""
    (folder_of(import_id) / "cancel").unlink(missing_ok=True)


def how_far(import_id: int | str) -> HowFar:
    """What the process that works on it last told."""
    try:
        return HowFar(**json.loads((folder_of(import_id) / "progress").read_text()))
    except (FileNotFoundError, ValueError):
        return HowFar()


class Watch:
    """Tells how far an import is, and raises CancelAsked where somebody wants it stopped."""

    def __init__(self, import_id: int | str) -> None:
        self._folder = folder_of(import_id)
        self._now = HowFar()
        self._told_at = 0.0

    def step(self, name: str, total: int = 0) -> None:
        """A new step begins."""
        self._now = HowFar(step=name, total=total)
        self._tell()

    def done(self, count: int) -> None:
        """So much of the step is done."""
        if time.monotonic() - self._told_at < _TELL_EVERY_SECONDS:
            return
        self._now = HowFar(step=self._now.step, done=count, total=self._now.total)
        self._tell()

    def show(self, now: HowFar) -> None:
        """For a terminal that shows a bar: nothing here."""

    def _tell(self) -> None:
        if (self._folder / "cancel").exists():
            raise CancelAsked
        self._told_at = time.monotonic()
        part = self._folder / "progress.part"
        part.write_text(json.dumps(vars(self._now)))
        part.replace(self._folder / "progress")
        self.show(self._now)
