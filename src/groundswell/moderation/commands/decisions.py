"""Hiding until it is decided, and deciding."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.moderation.commands import steps
from groundswell.moderation.commands.telling import tell_author, tell_reporter, tell_the_place
from groundswell.moderation.models import Outcome, Report, Step
from groundswell.moderation.queries.reports import may_decide


@transaction.atomic
def hide_for_now(*, by: Member, report: Report) -> None:
    """Hide the thing while the report waits; its author is told. Safe to repeat."""
    report = _open_to(by, report)
    if steps.hide(by, report):
        steps.note_step(by=by, report=report, what=Step.What.HIDDEN)
        tell_author(report, "hidden")
        tell_the_place(report)


@transaction.atomic
def show_again(*, by: Member, report: Report) -> None:
    """Take back ``hide_for_now``. Safe to repeat."""
    report = _open_to(by, report)
    if steps.show(by, report):
        steps.note_step(by=by, report=report, what=Step.What.SHOWN)


@transaction.atomic
def decide(*, by: Member, report: Report, outcome: str, reason: str) -> None:
    """Decide that it stays or is taken down, with a reason that both sides read.

    Every open report of the same thing that the same person may decide ends with it.
    """
    report = _open_to(by, report)
    if outcome not in {Outcome.KEPT, Outcome.HIDDEN}:
        raise Refused(_("Choose whether it stays or is taken down."))
    if not reason.strip():
        raise Refused(_("Give the reason: both sides read it."))
    others = Report.objects.select_for_update().filter(
        kind=report.kind, thing=report.thing, outcome=Outcome.OPEN
    )
    hidden_before = steps.hide(by, report) is False if outcome == Outcome.HIDDEN else None
    if outcome == Outcome.KEPT:
        hidden_before = steps.show(by, report)
    ended = [one for one in others if one.pk == report.pk or may_decide(by, one)]
    for one in ended:
        one.outcome, one.decided_by = outcome, by
        one.decided_at, one.decision_reason = clock.now(), reason.strip()[:500]
        one.save(update_fields=["outcome", "decided_by", "decided_at", "decision_reason"])
        steps.note_step(by=by, report=one, what=Step.What.DECIDED, words=outcome)
        tell_reporter(one)
        tell_the_place(one)
    if outcome == Outcome.HIDDEN or hidden_before:
        tell_author(ended[0], "decided")


def _open_to(by: Member, report: Report) -> Report:
    """The report, locked, where ``by`` may decide on it and nobody has."""
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if not may_decide(by, locked):
        raise Refused(
            _("This is not yours to decide: nobody judges their own words, and each place its own.")
        )
    if locked.outcome != Outcome.OPEN:
        raise Refused(_("This has been decided already."))
    return locked
