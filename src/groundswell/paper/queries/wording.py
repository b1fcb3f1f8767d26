"""What stands on a walk sheet beside its people, as ``sheets.typ`` wants it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.look.organisation import organisation
from groundswell.members.models import Member
from groundswell.paper.models import Printing
from groundswell.paper.providers.qr import micro_qr, qr
from groundswell.paper.providers.round_map import drawn
from groundswell.paper.rules.legend import MARK, Code, read
from groundswell.paper.rules.mapping import map_of
from groundswell.paper.rules.row_codes import row_code
from groundswell.paper.rules.sheets import Block, Row, Sheet


def words_for(
    printed: Sequence[tuple[Printing, Sequence[Sheet]]], *, by: Member | None, with_map: bool
) -> dict[str, Any]:
    """Everything that the sheets of these printings say; all of one edition."""
    first = printed[0][0]
    return {
        "lang": (get_language() or "en")[:2],
        "title": _("Walk sheets: %(round)s") % {"round": first.round.name},
        "organisation": organisation().name,
        "edition": first.edition,
        "labels": _labels(),
        "rounds": [_round(printing, sheets, by, with_map=with_map) for printing, sheets in printed],
    }


def keying_address(printing: Printing, sheet: int) -> str:
    """Where a sheet's QR code leads: the page on which it is keyed."""
    path = reverse("paper:key", args=[printing.round.code, sheet, printing.number])
    return f"{settings.ENVIRONMENT.site_url}{path}"


def watermark(by: Member | None, code: str) -> str:
    """The small line that says whose print this is."""
    return _(
        "Printed by %(member)s on %(when)s, printing %(code)s. Personal data: not to be passed on; "
        "bring it back, or destroy it after keying."
    ) % {
        "member": by.name if by else _("the system"),
        "when": date_format(timezone.localtime(clock.now()), "DATETIME_FORMAT"),
        "code": code,
    }


def _round(
    printing: Printing,
    sheets: Sequence[Sheet],
    by: Member | None,
    *,
    with_map: bool,
) -> dict[str, Any]:
    return {
        "name": printing.round.name,
        "effort": printing.round.effort.name,
        "watermark": watermark(by, printing.code),
        "codes": [[code.key, code.label] for code in _codes(printing)],
        "marks": [[f"{MARK}{key}", label] for key, label in printing.marks.items()],
        "map": _map(sheets) if with_map else None,
        "sheets": [_sheet(printing, sheet, len(sheets)) for sheet in sheets],
    }


def _codes(printing: Printing) -> tuple[Code, ...]:
    return read(printing.legend)


def _sheet(printing: Printing, sheet: Sheet, of: int) -> dict[str, Any]:
    address = keying_address(printing, sheet.number)
    return {
        "place": _("%(number)s of %(of)s") % {"number": sheet.number, "of": of},
        "address": address,
        "qr": qr(address),
        "blocks": [_block(printing, block) for block in sheet.blocks],
    }


def _block(printing: Printing, block: Block) -> Mapping[str, Any]:
    return {
        "street": block.street,
        "label": block.door.label,
        "note": block.door.note,
        "nobody": _("Do not send anyone to this door.") if block.door.nobody else "",
        "rows": [_row(printing.code, row) for row in block.rows],
    }


def _row(printing_code: str, row: Row) -> Mapping[str, Any]:
    code, person = row_code(printing_code, row.number), row.person
    return {
        "n": row.number,
        "code": code,
        "micro": micro_qr(code),
        "number": person.elector_number,
        "name": person.name,
        "letter": person.letter,
        "said": person.said_on,
        "pv": _("PV") if person.postal else "",
        "known": person.known,
    }


def _map(sheets: Sequence[Sheet]) -> Mapping[str, str] | None:
    plan = map_of(sheets)
    if plan is None:
        return None
    streets = ", ".join(line.name for line in plan.lines if line.name)
    return {
        "title": _("Map of the round"),
        "text": _("Black squares: where each sheet begins. Crosses: doors to leave alone."),
        "drawing": drawn(plan),
        "alt": _("Map of %(doors)s doors in %(streets)s, numbered by sheet. North is at the top.")
        % {"doors": len(plan.dots), "streets": streets},
    }


def _labels() -> dict[str, str]:
    return {
        "sheet": _("Sheet"),
        "scan": _("Scan to key it in"),
        "sheet_code": _("QR code that leads to"),
        "row_code": _("Code of the row:"),
        "canvasser": _("Canvasser"),
        "first": _("1st visit on"),
        "second": _("2nd visit on"),
        "door": _("Door"),
        "row": _("Row"),
        "number": _("Number"),
        "name": _("Name"),
        "intention": _("Last said"),
        "postal": _("Post"),
        "first_short": _("1st"),
        "second_short": _("2nd"),
        "notes": _("Notes"),
        "notes_hint": _("In the notes:"),
    }
