"""Taking what was heard at doors: the one place for every result, from app, paper or page."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands import (
    AttemptResult,
    Receipt,
    record_attempts,
    undo_attempt,
    withdraw_said,
)
from groundswell.contact.models import Attempt, Outcome
from groundswell.contact.queries import read_late_answers
from groundswell.doorstep.commands.beside import keep_beside
from groundswell.doorstep.models import Booking, Round, RoundDoor
from groundswell.doorstep.queries.rounds import organises
from groundswell.doorstep.queries.walk import people_asked_for
from groundswell.doorstep.rules.codes import tidied
from groundswell.doorstep.rules.results import (
    AT_A_DOOR,
    OF_A_WHOLE_HOUSE,
    DoorResult,
    DoorsRecorded,
    attempt_id,
)
from groundswell.members.models import Member
from groundswell.outreach.commands import move_on_after_visit, stand_as_before
from groundswell.privacy.models import Channel


def record_door_results(*, by: Member, results: Sequence[DoorResult]) -> DoorsRecorded:
    """Store what came of doors of rounds that ``by`` has or had; safe to repeat, in any order.

    One that cannot be stored is refused alone, in a sentence. A round withdrawn, run out or with
    somebody else by now: stored and flagged.
    """
    stored: list[UUID] = []
    refused: dict[UUID, str] = {}
    flagged: dict[UUID, str] = {}
    for told in results:
        try:
            with transaction.atomic():
                doubt = _record(by, told)
        except Refused as refusal:
            refused[told.id_on_device] = str(refusal)
        else:
            stored.append(told.id_on_device)
            if doubt:
                flagged[told.id_on_device] = doubt
    return DoorsRecorded(tuple(stored), refused, flagged)


def undo_door_result(
    *, by: Member, round_code: str, id_on_device: UUID, undo_id: UUID, made_at: datetime
) -> None:
    """Take back one's own result at a door: every attempt that it made. Safe to repeat.

    ``made_at`` is when it was taken back by the device's clock, which counts where it comes late.
    """
    del undo_id
    walked = _round_of(by, round_code)
    still_out = walked.state == Round.State.BOOKED
    with transaction.atomic():
        found = _attempts_of(walked, id_on_device)
        if not found:
            raise NotFound
        withdraw_said(by=by, constituency_id=walked.constituency_id, result_id=id_on_device)
        for attempt in found:
            undone = undo_attempt(
                by=by,
                constituency_id=walked.constituency_id,
                id_on_device=attempt.id_on_device,
                at=made_at,
            )
            stand_as_before(
                constituency_id=walked.constituency_id,
                effort_id=walked.effort_id,
                key=walked.key,
                elector_id=undone.elector_id,
                still_out=still_out,
            )


def _record(by: Member, told: DoorResult) -> str:
    """Store one; answers why it is doubtful, or nothing."""
    walked = _round_of(by, told.round_code)
    if told.outcome not in AT_A_DOOR or told.outcome not in Outcome.values:
        raise Refused(_("That cannot be the result of a visit: choose one of the results offered."))
    asked_for = _people(walked, told)
    attempts = [_attempt(walked, told, one) for one in asked_for]
    kept = record_attempts(by=by, results=attempts)
    for attempt, receipt in zip(attempts, kept, strict=True):
        if receipt.receipt is Receipt.NEW:
            move_on_after_visit(
                constituency_id=walked.constituency_id,
                effort_id=walked.effort_id,
                key=walked.key,
                elector_id=attempt.elector_id,
                outcome=attempt.outcome,
                call_back_at=attempt.call_back_at,
            )
    if all(one.receipt is Receipt.UNKNOWN for one in kept):
        raise Refused(_("Nobody at this door is on the register any more."))
    keep_beside(by=by, walked=walked, told=told)
    return _doubt(by, walked)


def _people(walked: Round, told: DoorResult) -> list[int]:
    try:
        asked_for = people_asked_for(walked, told.household_id)
    except NotFound:
        raise Refused(_("This door is not in this round.")) from None
    if told.elector_id is None:
        if told.outcome not in OF_A_WHOLE_HOUSE:
            raise Refused(_("Say of whom at this door: this is about one person."))
        return asked_for
    if told.elector_id not in asked_for:
        raise Refused(_("This person is not asked for at this door."))
    return [told.elector_id]


def _attempt(walked: Round, told: DoorResult, elector_id: int) -> AttemptResult:
    effort = walked.effort
    whole = told.elector_id is None
    read = read_late_answers(effort.script_version_id, told.answers)
    return AttemptResult(
        id_on_device=attempt_id(told.id_on_device, elector_id) if whole else told.id_on_device,
        constituency_id=walked.constituency_id,
        elector_id=elector_id,
        channel=Channel.DOOR,
        outcome=told.outcome,
        made_at=told.made_at,
        detail=told.detail,
        call_back_at=told.call_back_at,
        answers=read.answers,
        effort_id=effort.pk,
        batch_id=walked.key,
        script_version_id=read.script_version_id,
        seconds=told.seconds,
        told_later=told.source == "paper",
    )


def _round_of(by: Member, code: str) -> Round:
    walked = Round.objects.filter(code=tidied(code)).select_related("effort__area").first()
    if walked is None or not (walked.bookings.filter(member=by).exists() or organises(by, walked)):
        raise Refused(_("You have not had this round: join it by its code first."))
    return walked


def _doubt(by: Member, walked: Round) -> str:
    if walked.state == Round.State.WITHDRAWN:
        return _("The round was withdrawn meanwhile; the result is kept.")
    mine = walked.bookings.filter(member=by, state__in=[Booking.State.HELD, Booking.State.DONE])
    if mine.exists() or organises(by, walked):
        return ""
    return _("The round was no longer yours by then; the result is kept.")


def _attempts_of(walked: Round, id_on_device: UUID) -> list[Attempt]:
    """The attempts that a result made: its own, or one for each person of the house."""
    here = {"constituency": walked.constituency_id}
    asked_for = RoundDoor.objects.filter(**here, round_id=walked.pk).values_list(
        "electors", flat=True
    )
    ids = [attempt_id(id_on_device, one) for electors in asked_for for one in electors]
    theirs = Attempt.objects.filter(**here, id_on_device__in=[id_on_device, *ids])
    return list(theirs.filter(batch_id=walked.key).exclude(outcome=""))
