"""``work``: the worker that moves on every row that is due."""

import signal
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections

from groundswell.common import work
from groundswell.common.apart import Apart


class Command(BaseCommand):
    """Runs each reconciler at its own rhythm, long ones in processes of their own."""

    help = "Move on imports, mail and expired batches until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        """Let a script run one turn only."""
        parser.add_argument("--once", action="store_true", help="Run every reconciler once.")
        parser.add_argument("--only", metavar="NAME", help="Run this reconciler once.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until SIGTERM or SIGINT."""
        names = [reconciler.name for reconciler in work.reconcilers()]
        if options["only"] and options["only"] not in names:
            raise CommandError(f"There is no such reconciler; there are: {', '.join(names)}")
        if options["only"] or options["once"]:
            for name in [options["only"]] if options["only"] else names:
                work.run(name)
            return
        _work_until_told_to_stop()


def _work_until_told_to_stop() -> None:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    apart = Apart()
    due_at: dict[str, float] = {}
    try:
        while not stop.wait(0.5):
            for reconciler in work.reconcilers():
                if time.monotonic() >= due_at.get(reconciler.name, 0) and not stop.is_set():
                    work.turn(reconciler, apart)
                    due_at[reconciler.name] = time.monotonic() + reconciler.seconds
            close_old_connections()
    finally:
        apart.end()
