"""Changing a result that a sheet made: an organiser's change is a correction with its reason."""

from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.contact.commands import (
    Correction,
    Said,
    correct_attempt,
    record_said,
    withdraw_said,
)
from groundswell.contact.commands.undoing import SESSION
from groundswell.contact.models import Attempt
from groundswell.contact.queries import may_correct
from groundswell.doorstep.commands import DoorResult
from groundswell.members.models import Member
from groundswell.paper.models import KeyedRow, Printing
from groundswell.paper.rules.legend import mark_kinds
from groundswell.paper.rules.rows import result_id
from groundswell.privacy.models import Channel


def put_right(*, by: Member, printing: Printing, wrong: KeyedRow, right: DoorResult | None) -> bool:
    """Put ``right`` in the place of what ``wrong`` recorded (None: it never happened).

    An organiser's change is a correction that keeps who knocked, when, and both readings. False for
    everybody else: they undo what they keyed themselves and key it again.
    """
    attempt = Attempt.objects.filter(
        constituency=printing.constituency_id, id_on_device=wrong.id_on_device
    ).first()
    if attempt is None or _own_and_fresh(by, attempt) or not may_correct(by, attempt):
        return False
    new_id = (
        right.id_on_device
        if right
        else result_id(printing.code, wrong.number, wrong.visit, -wrong.revision)
    )
    try:
        correct_attempt(
            by=by,
            constituency_id=printing.constituency_id,
            id_on_device=wrong.id_on_device,
            correction=Correction(
                id_on_device=new_id,
                outcome=right.outcome if right else "",
                detail=right.detail if right else "",
                answers=right.answers if right else {},
            ),
            reason=_("The sheet was read again."),
        )
    except NotFound:
        return False
    if right is None or _told_besides(wrong) != tuple((one.kind, one.note) for one in right.said):
        _tell_anew(by, printing, wrong, right)
    return True


def _told_besides(keyed: KeyedRow) -> tuple[tuple[str, str], ...]:
    return tuple((kind, keyed.words if kind == "issue" else "") for kind in mark_kinds(keyed.marks))


def _tell_anew(by: Member, printing: Printing, wrong: KeyedRow, right: DoorResult | None) -> None:
    """Take back what was told beside the wrong reading, and keep what stands beside the right."""
    in_this_cell = KeyedRow.objects.filter(
        constituency=printing.constituency_id,
        printing_id=printing.pk,
        number=wrong.number,
        visit=wrong.visit,
    )
    for reading in in_this_cell.values_list("id_on_device", flat=True):
        withdraw_said(by=by, constituency_id=printing.constituency_id, result_id=reading)
    if right is None:
        return
    record_said(
        by=by,
        constituency_id=printing.constituency_id,
        elector_id=right.elector_id,
        household_id=right.household_id,
        said=[Said(one.id, one.kind, one.note) for one in right.said],
        channel=Channel.DOOR,
        told_at=right.made_at,
        effort_id=printing.round.effort_id,
        result_id=right.id_on_device,
        on_behalf_of=right.on_behalf_of,
    )


def _own_and_fresh(by: Member, attempt: Attempt) -> bool:
    """Whether the member can simply undo it: a slip of the finger, put right at once."""
    own = attempt.member_id == by.pk and attempt.corrected_by_id is None
    return own and attempt.recorded_at > clock.now() - SESSION
