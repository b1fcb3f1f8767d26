"""Changing a result that a sheet made: an organiser's change is a correction with its reason."""

from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.contact.commands import Correction, correct_attempt
from groundswell.contact.commands.undoing import SESSION
from groundswell.contact.models import Attempt
from groundswell.contact.queries import may_correct
from groundswell.doorstep.commands import DoorResult
from groundswell.members.models import Member
from groundswell.paper.models import KeyedRow, Printing
from groundswell.paper.rules.rows import result_id


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
    return True


def _own_and_fresh(by: Member, attempt: Attempt) -> bool:
    """Whether the member can simply undo it: a slip of the finger, put right at once."""
    own = attempt.member_id == by.pk and attempt.corrected_by_id is None
    return own and attempt.recorded_at > clock.now() - SESSION
