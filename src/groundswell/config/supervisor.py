"""Keeps the site's programs running together: starts them, restarts what dies, stops them all."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_LONGEST_WAIT = 60.0
_STEADY_AFTER = 60.0
_GRACE = 25.0
_LOOK_EVERY = 0.2
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux's prctl(2)


@dataclass(frozen=True)
class Program:
    """One program to keep running."""

    name: str
    command: Sequence[str]


def seconds_before_restart(deaths: int) -> float:
    """How long to wait after so many deaths in a row: 1, 2, 4 … 60 seconds."""
    return min(_LONGEST_WAIT, 2.0 ** (deaths - 1))


@dataclass
class _Child:
    program: Program
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0
    deaths: int = 0
    restart_at: float = 0

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.program.command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 - this process has one thread
        )
        self.started = time.monotonic()

    def look_after(self, say: Callable[[str], None]) -> None:
        now = time.monotonic()
        if self.process is None:
            if now >= self.restart_at:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        self.deaths = 1 if now - self.started > _STEADY_AFTER else self.deaths + 1
        wait = seconds_before_restart(self.deaths)
        say(f"{self.program.name} ended with code {code}; it starts again in {wait:.0f} s")
        self.process, self.restart_at = None, now + wait


@dataclass
class Supervisor:
    """Runs programs until SIGTERM or SIGINT, then stops them cleanly."""

    programs: Sequence[Program]
    say: Callable[[str], None]
    _stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Return once told to stop and every program has ended."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        children = [_Child(program) for program in self.programs]
        try:
            while not self._stop.is_set():
                for child in children:
                    child.look_after(self.say)
                self._stop.wait(_LOOK_EVERY)
        finally:
            _stop_all([child.process for child in children if child.process])

    def _on_signal(self, *_: object) -> None:
        self._stop.set()


def _stop_all(processes: Sequence["subprocess.Popen[bytes]"]) -> None:
    """Ask all to end, wait for them, and kill what does not end in time."""
    for process in processes:
        process.terminate()
    until = time.monotonic() + _GRACE
    for process in processes:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _die_with_parent() -> None:
    """Have Linux end this program when the supervisor itself is killed outright."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGTERM)
