"""``load_places``: load files of postcodes, boundaries or seats from the command line."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from groundswell.places import commands
from groundswell.places.models import Area
from groundswell.places.reading import Content, NotReadable, content_of


class Command(BaseCommand):
    """The same commands as behind the page, for large files and for scripts."""

    help = (
        "Load postcodes (Code-Point Open or ONSPD, CSV or ZIP), boundaries (GeoJSON) or the "
        "lookup of wards to constituencies (CSV), in the order given."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files, and what boundaries are and from when they hold."""
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument(
            "--basildon", action="store_true", help="Load the places that come with the package."
        )
        parser.add_argument(
            "--kind", choices=Area.Kind.values, default="", help="Of areas whose codes do not tell."
        )
        parser.add_argument(
            "--valid-from", type=date.fromisoformat, help="When the boundaries began, YYYY-MM-DD."
        )
        parser.add_argument(
            "--replaces", action="store_true", help="Old areas on the same ground end on that day."
        )

    def handle(self, *_: Any, **options: Any) -> None:
        """Load each file, and say what came of it."""
        if options["replaces"] and not options["valid_from"]:
            raise CommandError("--replaces needs --valid-from: the old areas end on that day.")
        if not options["files"] and not options["basildon"]:
            raise CommandError("Name a file to load, or --basildon.")
        if options["basildon"]:
            commands.load_basildon(by=None)
            self.stdout.write("Basildon: loaded")
        for path in options["files"]:
            if not path.is_file():
                raise CommandError(f"{path}: there is no such file.")
            try:
                self.stdout.write(f"{path}: {self._load(path, options)}")
            except NotReadable as trouble:
                raise CommandError(f"{path}: {trouble}.") from trouble

    def _load(self, path: Path, options: dict[str, Any]) -> object:
        match content_of(path):
            case Content.POSTCODES:
                return commands.load_postcodes(by=None, path=path, source=path.name)
            case Content.SEATS:
                return commands.load_seats(by=None, path=path)
            case Content.BOUNDARIES:
                return commands.load_boundaries(
                    by=None,
                    path=path,
                    kind=options["kind"],
                    valid_from=options["valid_from"],
                    replaces=options["replaces"],
                )
