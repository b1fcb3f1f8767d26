"""``import-register``: a register file from the command line, by the commands of the web."""

from argparse import FileType
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from groundswell.common.errors import NotFound, Refused
from groundswell.places.models import Area
from groundswell.register.commands import (
    apply_import,
    check_import,
    record_supply,
    upload_register,
)
from groundswell.register.management.terminal import TerminalWatch, bar, show_counts
from groundswell.register.models import RegisterImport
from groundswell.register.queries import refused_rows
from groundswell.register.work_folder import BeingWorkedOn

State = RegisterImport.State
_COUNTS = ("read", "new", "changed", "moved", "gone", "unchanged", "refused", "to_review")


class Command(BaseCommand):
    """Checks a file, shows what was found, and applies it."""

    help = "Import an electoral register: check it, show the counts, apply it."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, its council and edition, and the record of its supply."""
        parser.add_argument("file", type=FileType("rb"), help="CSV, TSV or XLSX as supplied.")
        parser.add_argument("--council", required=True, help="The council's GSS code.")
        parser.add_argument("--published", required=True, type=date.fromisoformat)
        parser.add_argument("--scope", choices=RegisterImport.Scope.values)
        parser.add_argument("--supply", type=int, help="Number of a supply recorded before.")
        parser.add_argument("--entitled-body", default="")
        parser.add_argument("--regulation", default="")
        parser.add_argument("--purpose", default="")
        parser.add_argument("--responsible", default="")
        parser.add_argument("--supplied", type=date.fromisoformat)
        parser.add_argument("--destroy-by", type=date.fromisoformat)
        parser.add_argument("--check-only", action="store_true", help="Do not apply it.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Upload, check, apply; a refusal ends with its sentence."""
        try:
            made = self._upload(options)
            with bar() as shown:
                check_import(import_id=made.pk, watch=TerminalWatch(made.pk, shown))
                made.refresh_from_db()
                self._must_be(made, State.CHECKED)
                if not options["check_only"]:
                    apply_import(import_id=made.pk, watch=TerminalWatch(made.pk, shown))
                    made.refresh_from_db()
                    self._must_be(made, State.APPLIED)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        except BeingWorkedOn:
            raise CommandError(
                "The site's worker has taken this file up: it goes on on its page."
            ) from None
        except NotFound:
            raise CommandError("There is no council with this code: load its area first.") from None
        self._show(made)

    def _upload(self, options: dict[str, Any]) -> RegisterImport:
        council = Area.objects.filter(
            kind=Area.Kind.COUNCIL, code=options["council"], valid_to=None
        ).first()
        if council is None:
            raise NotFound
        supply_id = options["supply"] or self._supply(council, options)
        with options["file"] as file:
            made = upload_register(
                by=None,
                file=file,
                file_name=Path(file.name).name,
                council_id=council.pk,
                supply_id=supply_id,
                published_on=options["published"],
                scope=options["scope"],
            )
        if made.state == State.NEEDS_MAPPING:
            raise CommandError(
                "This layout is not known: upload the file on the web and name its columns there."
            )
        return made

    def _supply(self, council: Area, options: dict[str, Any]) -> int:
        if options["destroy_by"] is None:
            raise CommandError(
                "Give --supply, or the record of this one: --entitled-body, --regulation,"
                " --purpose, --responsible and --destroy-by."
            )
        return record_supply(
            by=None,
            entitled_body=options["entitled_body"],
            regulation=options["regulation"],
            supplied_on=options["supplied"] or options["published"],
            area_id=council.pk,
            purpose=options["purpose"],
            person_responsible=options["responsible"],
            destroy_by=options["destroy_by"],
        ).pk

    def _must_be(self, made: RegisterImport, state: str) -> None:
        if made.state != state:
            raise CommandError(made.trouble or f"The import is {made.get_state_display()}.")

    def _show(self, made: RegisterImport) -> None:
        counts = [(name, made.summary[name]) for name in _COUNTS if name in made.summary]
        show_counts(f"{made.file_name}: {made.layout}, {made.encoding or 'workbook'}", counts)
        for row in list(refused_rows(None, made.pk))[:10]:
            self.stdout.write(f"line {row.line}: {row.reason}")
