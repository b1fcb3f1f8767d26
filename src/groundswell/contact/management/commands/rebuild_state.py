"""``rebuild-state``: what we know of each elector and every total, from the attempts alone."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from groundswell.contact.commands import rebuild_state


class Command(BaseCommand):
    """Rebuilds one constituency or all of them."""

    help = "Set every elector's state and every total to what the recorded attempts add up to."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which constituency; all of them where it is left out."""
        parser.add_argument("--constituency", type=int, help="Its number; all if left out.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild, and say how many constituencies there were."""
        rebuilt = rebuild_state(constituency_id=options["constituency"])
        self.stdout.write(f"Rebuilt {len(rebuilt)} constituencies.")
