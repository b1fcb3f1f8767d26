"""``work``: the worker that moves on every row that is due."""

import signal
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from groundswell.common import work


class Command(BaseCommand):
    """Runs each reconciler at its own rhythm."""

    help = "Move on imports, mail and expired batches until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        """Let a script run one turn only."""
        parser.add_argument("--once", action="store_true", help="Run every reconciler once.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until SIGTERM or SIGINT."""
        if options["once"]:
            for reconciler in work.reconcilers():
                work.run(reconciler.name)
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        due_at: dict[str, float] = {}
        while not stop.wait(0.5):
            for reconciler in work.reconcilers():
                if time.monotonic() >= due_at.get(reconciler.name, 0) and not stop.is_set():
                    work.run(reconciler.name)
                    due_at[reconciler.name] = time.monotonic() + reconciler.seconds
            close_old_connections()
