"""``recount_inbox``: bring the inbox of the app in line, after an update or a restored backup."""

from typing import Any

from django.core.management.base import BaseCommand

from groundswell.offline_app.commands import recount_inbox


class Command(BaseCommand):
    """Makes the rounds' counters anew and tries again what waits."""

    help = "Count anew what telephones handed in, and try again what could not be counted."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say what came of it."""
        done = recount_inbox()
        self.stdout.write(f"{done.rounds} rounds, {done.records} records counted that were not.")
