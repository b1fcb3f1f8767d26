"""``import-tps``: screen our telephone numbers against a TPS list from the command line."""

from argparse import FileType
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from groundswell.common.errors import Refused
from groundswell.register.commands import load_tps_list
from groundswell.register.queries import screening_in_force
from groundswell.register.work_folder import BeingWorkedOn


class Command(BaseCommand):
    """Loads a list and screens every number we hold."""

    help = "Screen our numbers against a list of the Telephone Preference Service."

    def add_arguments(self, parser: CommandParser) -> None:
        """The list and its date."""
        parser.add_argument("file", type=FileType("rb"), help="One number a line, or a table.")
        parser.add_argument(
            "--listed",
            required=True,
            type=date.fromisoformat,
            help="The day on which the list was made; a screening holds for 28 days from it.",
        )
        parser.add_argument(
            "--complete",
            action="store_true",
            help="It is whole, though much shorter than the last.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, screen, and say how many of our numbers are on the list and how long it holds."""
        try:
            with options["file"] as file:
                done = load_tps_list(
                    by=None,
                    file=file,
                    file_name=Path(file.name).name,
                    listed_on=options["listed"],
                    complete=options["complete"],
                )
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        except BeingWorkedOn:
            raise CommandError(
                "The site's worker has taken this list up: its page says when it has done."
            ) from None
        self.stdout.write(
            f"{done.numbers:,} numbers on the list;"
            f" {done.found:,} of our {done.screened:,} are on it."
        )
        last = screening_in_force()
        if last is not None:
            self.stdout.write(f"The screening holds until {last.holds_until.isoformat()}.")
