"""``backup``: a checked copy of everything an installation holds."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from groundswell.common import clock
from groundswell.config.backups import BackupTrouble, back_up, forget_all_but


class Command(BaseCommand):
    """Writes a dated folder; may run while the site serves."""

    help = "Copy database and files into a dated folder, and check the copy."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and how many to keep."""
        parser.add_argument(
            "--to",
            type=Path,
            metavar="FOLDER",
            help="Where backups go (backups in the home folder).",
        )
        parser.add_argument(
            "--keep", type=int, metavar="N", help="Remove the oldest beyond this many (keep all)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the backup, then forget what is too old."""
        into: Path = (options["to"] or settings.HOME / "backups").resolve()
        if options["keep"] is not None and options["keep"] < 1:
            raise CommandError("Keep at least one: --keep 1 or more.")
        try:
            folder = back_up(
                database=connection.settings_dict, home=settings.HOME, into=into, at=clock.now()
            )
        except (BackupTrouble, OSError) as trouble:
            raise CommandError(f"No backup was made. {trouble}") from trouble
        self.stdout.write(f"Checked backup in {folder}")
        for path in sorted(folder.iterdir()):
            self.stdout.write(f"  {path.stat().st_size:>14,} bytes  {path.name}")
        for old in forget_all_but(options["keep"], into) if options["keep"] else []:
            self.stdout.write(f"Removed the old backup {old.name}")
