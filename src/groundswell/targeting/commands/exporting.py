"""A list of a universe's people that leaves the site: watermarked and logged, or refused."""

import csv
import hashlib
import io
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.members.models import Member
from groundswell.privacy.commands import note_sighting
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import universe_for
from groundswell.targeting.queries.downloads import EXPORTED
from groundswell.targeting.queries.exporting import Exported, people_to_export
from groundswell.targeting.rules.watermark import code_of, row_mark

LEAST_REASON = 10


@dataclass(frozen=True)
class ExportFile:
    """The file as it is downloaded, and how many people are in it."""

    name: str
    content: bytes
    people: int


def export_universe(*, by: Member, universe_id: int, reason: str) -> ExportFile:
    """A CSV file of those whom the universe finds today, for an organiser of its area.

    Off unless the installation allows it. The first and last line and a mark on every row say who
    took it, when and what for; each person keeps a note that ``by`` has seen them, and the audit
    trail the number of people and the file's SHA-256.
    """
    if not settings.ENVIRONMENT.export_allowed:
        raise Refused(
            _(
                "Lists of electors cannot be downloaded here: call people from a phone bank. "
                "Whoever runs the site can allow downloads."
            )
        )
    universe = universe_for(by, universe_id)
    said = " ".join(reason.split())
    if len(said) < LEAST_REASON:
        raise Refused(_("Say in a few words what the list is for: the words stay with it."))
    export = uuid7()
    with transaction.atomic():
        people = list(people_to_export(universe))
        content = _as_csv(people, export, _watermark(by, universe, said, export, len(people)))
        note_sighting(by=by, purpose="export", people=[one.person for one in people], batch=export)
        write_audit_line(
            by=by.pk,
            action=EXPORTED,
            subject=f"universe:{universe.pk}",
            details={
                "export": code_of(export),
                "people": len(people),
                "sha256": hashlib.sha256(content).hexdigest(),
                "reason": said[:300],
            },
        )
    return ExportFile(f"universe-{universe.pk}-{code_of(export)}.csv", content, len(people))


def _watermark(by: Member, universe: Universe, reason: str, export: UUID, people: int) -> str:
    """The line that stands first and last."""
    return _(
        "Export %(code)s of “%(universe)s”: %(people)d people, taken by %(member)s on %(when)s "
        "for: %(reason)s. Not to be passed on; to be destroyed after use."
    ) % {
        "code": code_of(export),
        "universe": universe.name,
        "people": people,
        "member": by.name,
        "when": date_format(timezone.localtime(clock.now()), "DATETIME_FORMAT"),
        "reason": reason,
    }


def _as_csv(people: list[Exported], export: UUID, watermark: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([watermark])
    writer.writerow(
        [
            _("Elector number"),
            _("Name"),
            _("Address"),
            _("Postcode"),
            _("Ward"),
            _("Polling district"),
            _("Absent vote"),
            _("Voting intention"),
            _("Export"),
        ]
    )
    for place, one in enumerate(people, start=1):
        cells = (
            one.number,
            one.name,
            one.address,
            one.postcode,
            one.ward,
            one.polling_district,
            one.absent_vote,
            one.voting_intention,
            row_mark(export, place),
        )
        writer.writerow([_harmless(cell) for cell in cells])
    writer.writerow([watermark])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
