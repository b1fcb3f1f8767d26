"""Who decides on a report, and who sees it.

Nobody judges what they wrote themselves, nor an appeal against their own decision. In a group of
the campaign its admins decide, and the organisers of its area where no admin may or the day has
passed. In an independent group its admins alone do; what is reported as against the law goes to
the take-down desk, which the group's admins see and may appeal against.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.members.models import Member, Role
from groundswell.members.queries import holders_of
from groundswell.moderation import registry
from groundswell.moderation.models import Appeal, Outcome, Report

_MOST_SHOWN = 300


def law_desk() -> QuerySet[Member]:
    """Those who take down what is against the law, whoever's page it is on: headquarters."""
    return holders_of(None, Role.Kind.HEADQUARTERS)


def deciders_of(report: Report) -> QuerySet[Member]:
    """Who may decide on the report now."""
    if report.desk == Report.Desk.LAW:
        return law_desk().exclude(pk=report.author_id or 0)
    usual = _usual(report)
    late = clock.now() > report.due_at
    if report.independent:
        return usual
    if report.reason == Report.Reason.UNLAWFUL:
        return _any_of(report, usual, _further(report), law_desk())
    return _any_of(report, usual, _further(report)) if late or not usual.exists() else usual


def answerers_of(appeal: Appeal) -> QuerySet[Member]:
    """Who may answer the appeal: not who decided, not who wrote it, not who appeals."""
    report = appeal.report
    if report.desk == Report.Desk.LAW:
        found = law_desk()
    elif report.independent:
        found = _usual(report)
    else:
        found = _any_of(report, _usual(report), _further(report), law_desk())
    not_these = [pk for pk in (report.author_id, report.decided_by_id, appeal.by_id) if pk]
    return found.exclude(pk__in=not_these)


def may_decide(member: Member, report: Report) -> bool:
    """Whether the member may hide, show and decide here."""
    return deciders_of(report).filter(pk=member.pk).exists()


def may_answer(member: Member, appeal: Appeal) -> bool:
    """Whether the member may answer this appeal."""
    return answerers_of(appeal).filter(pk=member.pk).exists()


def may_appeal(member: Member, report: Report) -> bool:
    """Whether the member may appeal: whom the decision goes against, once each.

    Who wrote it where it was taken down, who reported it where it stays; and where the take-down
    desk decided about an independent group, its admins.
    """
    if report.outcome not in {Outcome.KEPT, Outcome.HIDDEN}:
        return False
    if report.appeals.filter(by=member).exists():
        return False
    wrote = report.author_id == member.pk
    asked = report.reporter_id == member.pk
    if report.outcome == Outcome.KEPT:
        return asked
    return wrote or (report.desk == Report.Desk.LAW and _looks_after(member, report))


def report_seen_by(member: Member, report_id: int) -> Report:
    """A report for those it concerns: who decides or answers, who reported, whom it was about.

    Who wrote the thing sees it once something was done; the admins of an independent group see
    what the take-down desk has before it.
    """
    report = Report.objects.filter(pk=report_id).first()
    if report is None or not _concerns(member, report):
        raise NotFound
    return report


def reports_waiting_for(member: Member, most: int = _MOST_SHOWN) -> list[Report]:
    """Of the ``most`` open reports due first, those on which the member may decide."""
    waiting = Report.objects.filter(outcome=Outcome.OPEN).order_by("due_at", "pk")
    return [one for one in waiting[:most] if may_decide(member, one)]


def appeals_waiting_for(member: Member, most: int = _MOST_SHOWN) -> list[Appeal]:
    """Of the ``most`` open appeals due first, those that the member may answer."""
    waiting = Appeal.objects.filter(answer=Appeal.Answer.OPEN).select_related("report")
    return [one for one in waiting.order_by("due_at")[:most] if may_answer(member, one)]


def appeal_to_answer(member: Member, appeal_id: int) -> Appeal:
    """An open appeal that the member may answer; else NotFound."""
    found = Appeal.objects.select_related("report").filter(pk=appeal_id, answer="open").first()
    if found is None or not may_answer(member, found):
        raise NotFound
    return found


def my_reports(member: Member) -> QuerySet[Report]:
    """What the member reported, and what was done about what they wrote; the newest first."""
    about_me = Q(author=member) & _something_was_done()
    found = Report.objects.filter(Q(reporter=member) | about_me)
    return found.order_by("-made_at").distinct()


def reports_about_things(kind: str, things: Iterable[int]) -> QuerySet[Report]:
    """What the take-down desk had before it about these things; for their group's admins."""
    return Report.objects.filter(kind=kind, thing__in=list(things), desk=Report.Desk.LAW)


def _concerns(member: Member, report: Report) -> bool:
    if report.reporter_id == member.pk or may_decide(member, report):
        return True
    if report.desk == Report.Desk.LAW and _looks_after(member, report):
        return True
    if report.author_id == member.pk:
        return Report.objects.filter(_something_was_done(), pk=report.pk).exists()
    decided = report.decided_by_id == member.pk
    return decided or any(may_answer(member, one) for one in report.appeals.all())


def _something_was_done() -> Q:
    return Q(outcome=Outcome.HIDDEN) | Q(steps__what="hidden")


def _looks_after(member: Member, report: Report) -> bool:
    return _usual(report).filter(pk=member.pk).exists()


def _usual(report: Report) -> QuerySet[Member]:
    kind = registry.content(report.kind)
    found = kind.judges(report.thing) if kind else Member.objects.none()
    return found.exclude(pk=report.author_id or 0)


def _further(report: Report) -> QuerySet[Member]:
    kind = registry.content(report.kind)
    found = kind.further_judges(report.thing) if kind else Member.objects.none()
    return found.exclude(pk=report.author_id or 0)


def _any_of(report: Report, *whom: QuerySet[Member]) -> QuerySet[Member]:
    among = Q(pk__in=[])
    for people in whom:
        among |= Q(pk__in=people.order_by().values("pk"))
    return Member.objects.filter(among, is_active=True).exclude(pk=report.author_id or 0)
