"""The journal of handing over: one line before each mail's last dot, one for what came of it.

A line is written by a single ``write`` and so outlives a process that is killed, though not a
machine that loses power. A lock on the file tells whether anybody still works by it: the kernel
lets go of it when the last process that has the file open is gone.
"""

import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_ENDING = ".journal"


class What(StrEnum):
    """What came of a mail, by the sign that its line begins with."""

    UNKNOWN = "?"
    SENT = "+"
    REFUSED = "-"
    PUT_OFF = "~"


@dataclass(frozen=True)
class Outcome:
    """What came of one mail, and what the server said."""

    id: int
    what: What
    code: int = 0
    said: str = ""

    def line(self) -> bytes:
        """As the journal keeps it, and as the postman tells it."""
        said = " ".join(self.said.split())[:200]
        return f"{self.what} {self.id} {self.code} {said}\n".encode()


def outcome_in(line: str) -> Outcome:
    """The outcome that a line tells."""
    what, number, code, said = line.rstrip("\n").split(" ", 3)
    return Outcome(int(number), What(what), int(code), said)


class Journal:
    """A journal being written; ``name`` stands in the rows of whoever is held by it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.name = uuid4().hex
        self.path = folder / f"{self.name}{_ENDING}"
        made = folder / f"{self.name}.new"
        self.descriptor = os.open(made, os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_RDWR, 0o600)
        fcntl.flock(self.descriptor, fcntl.LOCK_EX)
        os.write(self.descriptor, f"{_this_boot()}\n".encode())
        made.rename(self.path)  # found by others only now that it is locked

    def note(self, outcome: Outcome) -> None:
        """Write one line."""
        os.write(self.descriptor, outcome.line())

    def end(self) -> None:
        """All that it tells is in the rows: throw it away."""
        self.path.unlink(missing_ok=True)
        os.close(self.descriptor)


@dataclass(frozen=True)
class Left:
    """A journal whose writers are gone."""

    name: str
    path: Path
    outcomes: dict[int, Outcome]
    whole: bool

    def outcome_of(self, mail_id: int) -> Outcome | None:
        """What became of a mail that was held by it; None: it was certainly never handed over."""
        found = self.outcomes.get(mail_id)
        return found if found is not None or self.whole else Outcome(mail_id, What.UNKNOWN)


def left_behind(folder: Path) -> Iterator[Left]:
    """Every journal that nobody works by any more; locked against others who look."""
    for path in sorted(folder.glob(f"*{_ENDING}")) if folder.exists() else ():
        try:
            with path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                boot, *lines = file.read().decode().splitlines()
                told = [outcome_in(line) for line in lines]
                # After a loss of power its last lines may be missing.
                whole = boot == _this_boot()
                outcomes = {outcome.id: outcome for outcome in told}
                yield Left(path.name.removesuffix(_ENDING), path, outcomes, whole)
        except (BlockingIOError, FileNotFoundError):
            continue


def _this_boot() -> str:
    """What stays the same until the machine starts anew; where unknown, never the same."""
    return _BOOT.read_text().strip() if _BOOT.exists() else uuid4().hex
