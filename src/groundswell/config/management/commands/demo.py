"""``demo``: a pretend town with members and open phone banks, and the site to try it on."""

import shutil
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console

from groundswell.common.errors import Refused
from groundswell.config.demo.making import is_there, make, was_begun
from groundswell.config.demo.signing_in import links
from groundswell.register.town.town import LARGEST_TOWN


class Command(BaseCommand):
    """Makes the town once; a second start keeps what is there."""

    help = "Make a pretend Basildon, serve it, and print a sign-in link for each role."

    def add_arguments(self, parser: CommandParser) -> None:
        """How large, where, and whether from the beginning."""
        parser.add_argument("--port", type=int, default=8000, help="Port to listen on (8000).")
        parser.add_argument(
            "--electors", type=int, default=15_000, help="How many electors to make (15000)."
        )
        parser.add_argument(
            "--no-serve", action="store_true", help="Make the town and print the links only."
        )
        parser.add_argument(
            "--reset", action="store_true", help="Throw the town away and make it again."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing, print the links, serve."""
        if not 200 <= options["electors"] <= LARGEST_TOWN:
            raise CommandError(f"Ask for 200 to {LARGEST_TOWN:,} electors.")
        if options["reset"] or (was_begun() and not is_there()):
            self._throw_away()
        console = Console(highlight=False, soft_wrap=True)
        call_command("migrate", verbosity=0, interactive=False)
        if is_there():
            console.print("The pretend town is there from last time; --reset makes it anew.")
        else:
            self._make(options["electors"], console)
        console.print()
        for role, link in links():
            console.print(f"  {role:<42} {link}")
        console.print("\nEach link signs in once; run this again for fresh ones.")
        if not options["no_serve"]:
            call_command("serve", port=options["port"])

    def _make(self, electors: int, console: Console) -> None:
        try:
            make(electors=electors, console=console)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal

    def _throw_away(self) -> None:
        """Remove the demonstration's home folder; refuses one that is no demonstration's."""
        home = settings.HOME
        if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
            raise CommandError("--reset is for SQLite: drop the database yourself on PostgreSQL.")
        if any(home.iterdir()) and not was_begun():
            raise CommandError(
                f"{home} holds no demonstration: name another folder in GROUNDSWELL_HOME."
            )
        for entry in home.iterdir():
            if entry.name == "secret-key":
                continue
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
