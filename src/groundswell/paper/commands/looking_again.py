"""A second person keys a random tenth again without seeing the first; an organiser decides."""

import random

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.members.models import Member
from groundswell.paper.commands.keying import key_line, undo_row
from groundswell.paper.models import CheckedRow, Printing, SecondLook
from groundswell.paper.queries.keying import standing
from groundswell.paper.queries.looking_again import (
    NOTHING,
    ShownLook,
    cells_to_draw,
    look_seen_by,
)
from groundswell.paper.queries.printings import printing_seen_by
from groundswell.paper.rules.legend import MARK, read
from groundswell.paper.rules.sample import draw


def begin_look(*, by: Member, printing: Printing, dice: random.Random | None = None) -> SecondLook:
    """Draw the sample for ``by``: a tenth of what others keyed, at least ten cells."""
    found = printing_seen_by(by, printing.round.code, printing.number)
    cells = cells_to_draw(found, by)
    if not cells:
        raise Refused(_("Nobody else has keyed anything here: a second look is another person’s."))
    with transaction.atomic():
        look = SecondLook.objects.create(
            printing=found, keyed=len(cells), begun_by=by, begun_at=clock.now()
        )
        CheckedRow.objects.bulk_create(
            CheckedRow(
                look=look,
                number=cell.number,
                visit=cell.visit,
                keyed_by_id=cell.keyed_by_id,
                first=cell.code,
            )
            for cell in draw(cells, dice or random.SystemRandom())
        )
        _log(by, "paper.begin_look", look)
    return look


def look_again(*, by: Member, look_id: int, number: int, visit: int, typed: str) -> ShownLook:
    """Store what ``by`` reads in a cell of the sample: a code, or ``-`` where it is empty.

    Refuses what is no code, and whoever keyed the cell in the first place. Reading it again before
    it is decided replaces the reading.
    """
    look = look_seen_by(by, look_id)
    cell = _cell(look, number, visit)
    if cell.keyed_by_id == by.pk:
        raise Refused(_("You keyed this row yourself: somebody else takes the second look."))
    if cell.decision:
        raise Refused(_("This row is decided already."))
    word = typed.strip().upper()
    keys = {code.key.upper(): code.key for code in read(look.look.printing.legend)}
    if word != NOTHING and word not in keys:
        raise Refused(
            _("“%(typed)s” is none of the codes of this sheet. Key - where nothing is written.")
            % {"typed": typed.strip()[:20]}
        )
    cell.second = keys.get(word, NOTHING)
    cell.checked_by, cell.checked_at = by, clock.now()
    cell.save(update_fields=["second", "checked_by", "checked_at"])
    return look_seen_by(by, look_id)


def decide(*, by: Member, look_id: int, number: int, visit: int, decision: str) -> ShownLook:
    """Say which reading holds; where it is the second, the result is corrected. For organisers."""
    look = look_seen_by(by, look_id)
    cell = _cell(look, number, visit)
    if not look.may_decide:
        raise Refused(_("An organiser decides which reading holds."))
    if decision not in {CheckedRow.Decision.FIRST, CheckedRow.Decision.SECOND}:
        raise Refused(_("Choose one of the two readings."))
    if not cell.second or cell.second == cell.first:
        raise Refused(_("The two readings are the same: there is nothing to decide."))
    if cell.decision == decision:
        return look
    if cell.decision:
        raise Refused(_("That was decided already."))
    with transaction.atomic():
        if decision == CheckedRow.Decision.SECOND:
            _put_second_in_place(by, look, cell)
        cell.decision, cell.decided_by, cell.decided_at = decision, by, clock.now()
        cell.save(update_fields=["decision", "decided_by", "decided_at"])
        _log(by, "paper.decide_reading", look.look)
    return look_seen_by(by, look_id)


def _put_second_in_place(by: Member, look: ShownLook, cell: CheckedRow) -> None:
    sheet = next(one.sheet for one in look.cells if one.cell.pk == cell.pk)
    printing, visit, row = look.look.printing, cell.visit, cell.number
    if cell.second == NOTHING:
        undo_row(by=by, printing=printing, sheet=sheet, visit=visit, row=row)
    else:
        typed = f"{row} {cell.second}{_besides(printing, cell)}"
        key_line(by=by, printing=printing, sheet=sheet, visit=visit, typed=typed, here=row)


def _besides(printing: Printing, cell: CheckedRow) -> str:
    """The marks and the issue that stand beside the code: only the code was read again."""
    stands = standing(printing, cell.visit, [cell.number]).get(cell.number)
    if stands is None or not stands.marks:
        return ""
    return f" {MARK}{stands.marks} {stands.words if 'i' in stands.marks else ''}"


def _cell(look: ShownLook, number: int, visit: int) -> CheckedRow:
    for one in look.cells:
        if (one.cell.number, one.cell.visit) == (number, visit):
            return one.cell
    raise NotFound


def _log(by: Member, action: str, look: SecondLook) -> None:
    write_audit_line(by=by.pk, action=action, subject=f"printing:{look.printing_id}")
