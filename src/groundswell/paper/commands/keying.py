"""Taking what was written on a sheet, a line at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.doorstep.commands import (
    DoorResult,
    Said,
    record_door_results,
    undo_door_result,
)
from groundswell.members.models import Member
from groundswell.paper.commands.putting_right import put_right
from groundswell.paper.models import KeyedRow, Printing, Visit
from groundswell.paper.queries.keying import (
    ShownRow,
    ShownSheet,
    next_revision,
    shown_sheet,
)
from groundswell.paper.queries.sentences import misread
from groundswell.paper.rules.entry import LONGEST, Line, MisreadError, RowNamed, read_line
from groundswell.paper.rules.legend import Code, mark_kinds
from groundswell.paper.rules.rows import result_id, said_id

LATEST_DAYS = 120


@dataclass(frozen=True)
class Keyed:
    """What a line did: the rows that changed, and the row that is next (None: the sheet is done).

    ``said`` is a sentence for the screen; ``flagged`` one where the result is kept but doubtful.
    """

    rows: tuple[int, ...]
    next_row: int | None
    said: str
    flagged: str = ""


def key_line(
    *, by: Member, printing: Printing, sheet: int, visit: int, typed: str, here: int | None
) -> Keyed:
    """Store what one typed line says of a row of the sheet; ``here`` is the row it follows on to.

    Refuses in a sentence what means nothing on this sheet. The same line twice counts once; another
    code for the same row corrects it. An empty line leaves the row as it is and goes on.
    """
    shown = shown_sheet(printing, sheet, visit)
    if not typed.strip():
        return Keyed((), shown.next_after(here) if here else shown.first_open(), "")
    try:
        line = read_line(typed, shown.on_sheet(), here)
    except MisreadError as wrong:
        raise Refused(misread(wrong, shown)) from None
    if isinstance(line, RowNamed):
        return Keyed((), line.row, "")
    rows = _rows_meant(shown, line)
    try:
        with transaction.atomic():
            told = told_visit(by=by, printing=printing, sheet=sheet, visit=visit)
            flags = [_keep(by, shown, told, row, line) for row in rows]
    except IntegrityError:
        raise Refused(
            _("Somebody else keyed this row at the same moment: look at it, then key it again.")
        ) from None
    last = max(row.number for row in rows)
    return Keyed(
        rows=tuple(row.number for row in rows),
        next_row=shown.next_after(last),
        said=_in_words(rows, line.code),
        flagged=next((flag for flag in flags if flag), ""),
    )


def tell_visit(
    *, by: Member, printing: Printing, sheet: int, visit: int, day: date, canvasser: str
) -> Visit:
    """Say on which day a sheet was carried and by whom, before or after its rows are keyed.

    Applies to what is keyed from now on.
    """
    today = clock.today()
    if day > today:
        raise Refused(_("That day has not come yet: when was the sheet carried?"))
    if (today - day).days > LATEST_DAYS:
        raise Refused(_("That is more than four months ago: look at the date again."))
    shown_sheet(printing, sheet, visit)
    with transaction.atomic():
        told, _made = Visit.objects.update_or_create(
            printing=printing,
            sheet=sheet,
            number=visit,
            defaults={
                "day": day,
                "canvasser": " ".join(canvasser.split())[:80],
                "told_by": by,
                "told_at": clock.now(),
            },
        )
        write_audit_line(
            by=by.pk,
            action="paper.tell_visit",
            subject=f"printing:{printing.pk}",
            details={"sheet": sheet, "visit": visit, "day": day.isoformat()},
        )
    return told


def undo_row(*, by: Member, printing: Printing, sheet: int, visit: int, row: int) -> None:
    """Empty a row's cell again, and take back the result it made. Safe to repeat."""
    shown = shown_sheet(printing, sheet, visit).row(row)
    if shown.keyed is not None:
        with transaction.atomic():
            _take_back(by, printing, shown.keyed)


def told_visit(*, by: Member, printing: Printing, sheet: int, visit: int) -> Visit:
    """What was said of this visit, or that it was today, by whoever keys it."""
    told, _made = Visit.objects.get_or_create(
        printing=printing,
        sheet=sheet,
        number=visit,
        defaults={"day": clock.today(), "told_by": by, "told_at": clock.now()},
    )
    return told


def _rows_meant(shown: ShownSheet, line: Line) -> Sequence[ShownRow]:
    """The row, or every row of its house that has nothing in its cell yet, and the row itself."""
    one = shown.row(line.row)
    if not line.whole_house:
        return [one]
    return [
        row
        for row in shown.rows
        if row.household_id == one.household_id and (row.keyed is None or row is one)
    ]


def _keep(by: Member, shown: ShownSheet, told: Visit, row: ShownRow, line: Line) -> str:
    """Store one row's entry; answers why it is doubtful, or nothing."""
    printing, before = shown.printing, row.keyed
    words = line.words[:LONGEST]
    if before and (before.code, before.marks, before.words) == (line.code.key, line.marks, words):
        return before.flagged
    revision = next_revision(printing, row.number, shown.visit)
    told_result = _result(shown, told, row, line, revision)
    corrected = before is not None and put_right(
        by=by, printing=printing, wrong=before, right=told_result
    )
    if before is not None and not corrected:
        _take_back(by, printing, before)
    flagged = "" if corrected else _record(by, told_result)
    if before is not None:
        KeyedRow.objects.filter(
            constituency=printing.constituency_id, pk=before.pk, undone_at=None
        ).update(undone_at=clock.now())
    KeyedRow.objects.create(
        constituency_id=printing.constituency_id,
        printing_id=printing.pk,
        number=row.number,
        visit=shown.visit,
        revision=revision,
        code=line.code.key,
        marks=line.marks,
        words=words,
        id_on_device=told_result.id_on_device,
        flagged=flagged[:300],
        keyed_by=by,
        keyed_at=clock.now(),
    )
    return flagged


def _result(shown: ShownSheet, told: Visit, row: ShownRow, line: Line, revision: int) -> DoorResult:
    code, printing = line.code, shown.printing
    this = result_id(printing.code, row.number, shown.visit, revision)
    kinds = mark_kinds(line.marks)
    return DoorResult(
        id_on_device=this,
        round_code=printing.round.code,
        household_id=row.household_id,
        elector_id=row.elector_id,
        outcome=code.outcome,
        made_at=_moment(told.day),
        answers={code.question: [code.value]} if code.question else {},
        detail="" if "issue" in kinds else line.words[:120],
        said=tuple(
            Said(said_id(this, kind), kind, line.words if kind == "issue" else "") for kind in kinds
        ),
        on_behalf_of=told.canvasser,
        source="paper",
    )


def _record(by: Member, result: DoorResult) -> str:
    recorded = record_door_results(by=by, results=[result])
    if refused := recorded.refused.get(result.id_on_device):
        raise Refused(refused)
    return recorded.flagged.get(result.id_on_device, "")


def _take_back(by: Member, printing: Printing, keyed: KeyedRow) -> None:
    gone = KeyedRow.objects.filter(
        constituency=printing.constituency_id, pk=keyed.pk, undone_at=None
    ).update(undone_at=clock.now())
    if not gone or put_right(by=by, printing=printing, wrong=keyed, right=None):
        return
    try:
        undo_door_result(
            by=by,
            round_code=printing.round.code,
            id_on_device=keyed.id_on_device,
            undo_id=uuid7(),
            made_at=clock.now(),
        )
    except NotFound:
        raise Refused(
            _("Somebody else keyed row %(row)s: they, or an organiser, can change it.")
            % {"row": keyed.number}
        ) from None


def _moment(day: date) -> datetime:
    """When it happened, as well as a sheet says it: now for today, else that day at six."""
    if day == clock.today():
        return clock.now()
    return timezone.make_aware(datetime.combine(day, time(18)))


def _in_words(rows: Sequence[ShownRow], code: Code) -> str:
    if len(rows) > 1:
        return _("%(door)s, whole house: %(code)s") % {"door": rows[0].door, "code": code.label}
    return _("Row %(row)s: %(code)s") % {"row": rows[0].number, "code": code.label}
