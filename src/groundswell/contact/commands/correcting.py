"""Correcting a result later: an organiser's new row voids the old one and says why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands import attempt_rows
from groundswell.contact.commands.aftermath import set_off, take_back
from groundswell.contact.commands.voiding import count_instead, store_voiding
from groundswell.contact.models import Attempt, Outcome
from groundswell.contact.queries.electors import may_correct
from groundswell.contact.queries.scripts import read_answers_for
from groundswell.contact.rules.results import AnswerGiven, AttemptResult
from groundswell.members.models import Member


@dataclass(frozen=True)
class Correction:
    """What the result should have been; an empty outcome says that the attempt never happened.

    ``id_on_device`` is made where the form was shown, so that sending it twice corrects once.
    ``answers`` maps keys of questions to values, as the script of the attempt asked them.
    """

    id_on_device: UUID
    outcome: str
    detail: str = ""
    call_back_at: datetime | None = None
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)


def correct_attempt(
    *, by: Member, constituency_id: int, id_on_device: UUID, correction: Correction, reason: str
) -> Attempt:
    """Put another result in place of one that stands; the old one stays to be seen, struck out.

    Caller, time and channel stay; totals and state follow. For organisers of the elector's area.
    Safe to repeat. Refuses without a reason, and where the result was corrected or undone since.
    """
    if not reason.strip():
        raise Refused(_("Say why you correct it: the caller and other organisers will read it."))
    if correction.outcome and correction.outcome not in Outcome.values:
        raise Refused(_("Choose one of the outcomes."))
    with transaction.atomic():
        old = _standing(by, constituency_id, id_on_device)
        new, stored = store_voiding(
            old,
            id_on_device=correction.id_on_device,
            recorded_at=clock.now(),
            outcome=correction.outcome,
            detail=correction.detail.strip()[:120],
            call_back_at=correction.call_back_at,
            corrected_by_id=by.pk,
            reason=reason.strip()[:300],
        )
        if new.id_on_device != correction.id_on_device:
            raise Refused(_("Somebody has corrected or undone this meanwhile: look at it again."))
        if stored:
            _put_in_place(by, old, new, correction)
    return new


def _put_in_place(by: Member, old: Attempt, new: Attempt, correction: Correction) -> None:
    result = AttemptResult(
        id_on_device=new.id_on_device,
        constituency_id=new.constituency_id,
        elector_id=new.elector_id,
        channel=new.channel,
        outcome=new.outcome,
        made_at=new.made_at,
        detail=new.detail,
        script_version_id=new.script_version_id,
        answers=_answers(new, correction),
    )
    attempt_rows.insert_answers(new.constituency_id, [result])
    count_instead(old, new)
    if new.outcome != old.outcome:
        take_back(by=by, attempt=old)
        set_off(by=by, result=result)
    write_audit_line(
        by=by.pk,
        action="contact.correct_attempt",
        subject=f"attempt:{old.id_on_device}",
        details={"correction": str(new.id_on_device), "outcome": new.outcome},
    )


def _answers(new: Attempt, correction: Correction) -> tuple[AnswerGiven, ...]:
    if new.outcome != Outcome.SPOKE or new.script_version_id is None:
        return ()
    return read_answers_for(new.script_version_id, correction.answers)


def _standing(by: Member, constituency_id: int, id_on_device: UUID) -> Attempt:
    attempt = (
        Attempt.objects.filter(constituency=constituency_id, id_on_device=id_on_device)
        .exclude(outcome="")
        .first()
    )
    if attempt is None or not may_correct(by, attempt):
        raise NotFound
    return attempt
