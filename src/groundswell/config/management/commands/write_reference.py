"""``write-reference``: the pages of docs/reference that come from the code."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from groundswell.config.reference import pages

FOLDER: Path = settings.PACKAGE.parent.parent / "docs" / "reference"


class Command(BaseCommand):
    """Writes the pages, or says which are out of date."""

    help = "Write the reference pages on settings, commands and announcements from the code."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to write at all."""
        parser.add_argument("--check", action="store_true", help="Only say which are out of date.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write what differs; with --check, fail where anything does."""
        stale = [name for name, text in pages().items() if _written(name) != text]
        if options["check"]:
            if stale:
                raise CommandError(f"Out of date: {', '.join(stale)}; run write-reference.")
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (FOLDER / name).write_text(pages()[name])
            self.stdout.write(f"Wrote docs/reference/{name}")


def _written(name: str) -> str:
    path = FOLDER / name
    return path.read_text() if path.exists() else ""
