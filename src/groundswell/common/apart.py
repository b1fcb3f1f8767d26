"""Long work in a process of its own, so that the worker's other work does not wait for it."""

import logging
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

_log = logging.getLogger(__name__)
_GRACE = 10.0
_AFTER_A_DEATH = 60.0


def command_for(name: str) -> list[str]:
    """The program that runs one reconciler once."""
    return [sys.executable, "-m", "groundswell", "work", "--only", name]


class Apart:
    """The processes that do long work now, at most one for each reconciler."""

    def __init__(self, command: Callable[[str], Sequence[str]] = command_for) -> None:
        self._command = command
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._not_before: dict[str, float] = {}

    def begin(self, name: str) -> bool:
        """Start the reconciler's process, unless it runs already or died a moment ago."""
        if name in self.running() or time.monotonic() < self._not_before.get(name, 0):
            return False
        self._running[name] = subprocess.Popen(self._command(name), stdin=subprocess.DEVNULL)
        return True

    def running(self) -> set[str]:
        """The reconcilers whose processes run now.

        One that died (killed for memory, say) begins again, as its rows say, but not at once.
        """
        for name, process in list(self._running.items()):
            code = process.poll()
            if code is None:
                continue
            del self._running[name]
            if code:
                _log.error("The process of %s ended with code %s", name, code)
                self._not_before[name] = time.monotonic() + _AFTER_A_DEATH
        return set(self._running)

    def end(self) -> None:
        """Stop them all: the rows say what was begun, and the next worker begins it again."""
        for process in self._running.values():
            process.send_signal(signal.SIGTERM)
        for process in self._running.values():
            try:
                process.wait(_GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()
