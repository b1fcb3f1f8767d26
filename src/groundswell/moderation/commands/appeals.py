"""Appealing against a decision, and answering."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.moderation.commands import steps
from groundswell.moderation.commands.telling import tell_answerers, tell_appellant
from groundswell.moderation.models import Appeal, Outcome, Report, Step
from groundswell.moderation.queries.reports import may_answer, may_appeal
from groundswell.moderation.rules.deadlines import appeal_due_at


@transaction.atomic
def appeal(*, by: Member, report: Report, words: str) -> Appeal:
    """Disagree with a decision, once; somebody who did not make it looks again."""
    locked = Report.objects.select_for_update().get(pk=report.pk)
    there = locked.appeals.filter(by=by).first()
    if there is not None:
        return there
    if not may_appeal(by, locked):
        raise Refused(_("There is no decision here that you can appeal against."))
    if not words.strip():
        raise Refused(_("Say why you think that the decision is wrong."))
    now = clock.now()
    made = Appeal.objects.create(
        report=locked, by=by, words=words.strip()[:1000], made_at=now, due_at=appeal_due_at(now)
    )
    steps.note_step(by=by, report=locked, what=Step.What.APPEALED)
    tell_answerers(made)
    return made


@transaction.atomic
def answer_appeal(*, by: Member, appeal: Appeal, change: bool, reason: str) -> None:
    """Uphold the decision or turn it round, with a reason; not by who made the decision."""
    report = Report.objects.select_for_update().get(pk=appeal.report_id)
    locked = Appeal.objects.get(pk=appeal.pk)
    if not may_answer(by, locked):
        raise Refused(_("Somebody else answers this: nobody judges their own decision or words."))
    if locked.answer != Appeal.Answer.OPEN:
        raise Refused(_("This appeal has been answered already."))
    if not reason.strip():
        raise Refused(_("Give the reason: both sides read it."))
    locked.answer = Appeal.Answer.CHANGED if change else Appeal.Answer.UPHELD
    locked.answered_by, locked.answered_at = by, clock.now()
    locked.answer_reason = reason.strip()[:500]
    locked.save(update_fields=["answer", "answered_by", "answered_at", "answer_reason"])
    if change:
        _turn_round(by, report)
    steps.note_step(by=by, report=report, what=Step.What.ANSWERED, words=str(locked.answer))
    tell_appellant(locked)


def _turn_round(by: Member, report: Report) -> None:
    if report.outcome == Outcome.HIDDEN:
        report.outcome = Outcome.KEPT
        steps.show(by, report)
    else:
        report.outcome = Outcome.HIDDEN
        steps.hide(by, report)
    report.save(update_fields=["outcome"])
