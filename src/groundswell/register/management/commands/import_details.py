"""``import-details``: telephone numbers, e-mail addresses and tags from the command line."""

from argparse import FileType
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from groundswell.common.errors import Refused
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.register.commands import (
    ConsentOfAll,
    apply_details,
    check_details,
    upload_details,
)
from groundswell.register.details.folders import key_of
from groundswell.register.management.terminal import TerminalWatch, bar, show_counts
from groundswell.register.models import DetailsImport
from groundswell.register.queries import details_refused
from groundswell.register.work_folder import BeingWorkedOn

State = DetailsImport.State
_REFUSED_SHOWN = 10


class Command(BaseCommand):
    """Checks a file, shows what matched, and adds the details."""

    help = "Import telephone numbers, e-mail addresses, tags and consents: check, show, add."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, its council, and what holds for rows that do not say it themselves."""
        parser.add_argument("file", type=FileType("rb"), help="CSV, TSV or XLSX, a person a row.")
        parser.add_argument("--council", required=True, help="The council's GSS code.")
        parser.add_argument(
            "--collected",
            required=True,
            type=date.fromisoformat,
            help="The day, for rows that do not say.",
        )
        parser.add_argument("--source", default="", help="Where from, for rows that do not say.")
        parser.add_argument(
            "--consent-to",
            action="append",
            default=[],
            choices=Channel.values,
            help="Everybody in the file agreed to this channel; may be given more than once.",
        )
        parser.add_argument("--consent-words", default="", help="The words they agreed to.")
        parser.add_argument("--consent-on", type=date.fromisoformat, help="The day they agreed.")
        parser.add_argument("--consent-how", default="", help="How they agreed.")
        parser.add_argument("--check-only", action="store_true", help="Do not add anything.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Upload, check, add; a refusal ends with its sentence."""
        try:
            made = self._upload(options)
            with bar() as shown:
                watch = TerminalWatch(key_of(made.pk), shown)
                made = _must_be(State.CHECKED, check_details(import_id=made.pk, watch=watch))
                if not options["check_only"]:
                    made = _must_be(State.APPLIED, apply_details(import_id=made.pk, watch=watch))
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        except BeingWorkedOn:
            raise CommandError(
                "The site's worker has taken this file up: it goes on on its page."
            ) from None
        self._show(made)

    def _upload(self, options: dict[str, Any]) -> DetailsImport:
        council = Area.objects.filter(
            kind=Area.Kind.COUNCIL, code=options["council"], valid_to=None
        ).first()
        if council is None:
            raise CommandError("There is no council with this code: load its area first.")
        with options["file"] as file:
            made = upload_details(
                by=None,
                file=file,
                file_name=Path(file.name).name,
                council_id=council.pk,
                obtained_on=options["collected"],
                source=options["source"],
                consent=ConsentOfAll(
                    channels=options["consent_to"],
                    wording=options["consent_words"],
                    given_on=options["consent_on"],
                    how=options["consent_how"],
                ),
            )
        if made.state == State.NEEDS_MAPPING:
            raise CommandError(
                "The columns of this file are not known: upload it on the web and name them there."
            )
        return made

    def _show(self, made: DetailsImport) -> None:
        counts = [(name, told) for name, told in made.summary.items() if type(told) is int]
        show_counts(made.file_name, counts)
        for row, _ in zip(details_refused(None, made.pk), range(_REFUSED_SHOWN), strict=False):
            self.stdout.write(f"line {row.line}: {row.reason}")


def _must_be(state: str, made: DetailsImport) -> DetailsImport:
    if made.state != state:
        raise CommandError(made.trouble or f"The import is {made.get_state_display()}.")
    return made
