"""Mails about reports: to those who decide, who reported, whom it is about."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from groundswell.common.mail import put_in_outbox
from groundswell.members.models import Member
from groundswell.moderation import registry
from groundswell.moderation.models import Appeal, Outcome, Report
from groundswell.moderation.queries.reports import answerers_of, deciders_of

_MOST_TOLD = 20


def tell_deciders(report: Report, *, late: bool = False) -> None:
    """A mail to each who may decide: what is reported, where, by when; ``late``: once more."""
    key = f"report-late-{report.pk}" if late else f"report-{report.pk}"
    for member in deciders_of(report)[:_MOST_TOLD]:
        with override(member.language):
            body = _(
                "Something in %(where)s was reported: %(reason)s.\n\n"
                "Please decide until %(due)s:\n%(address)s"
            ) % {**_words(report), "due": _day(report)}
            _put(f"{key}-{member.pk}", member, _("A report waits for you"), body)


def tell_the_place(report: Report) -> None:
    """Those who look after an independent group learn what the take-down desk did there."""
    if report.desk != Report.Desk.LAW:
        return
    kind = registry.content(report.kind)
    for member in kind.judges(report.thing) if kind else ():
        with override(member.language):
            body = _(
                "The take-down desk had something in %(where)s before it, reported as against the "
                "law. %(outcome)s. %(why)s\n\nWhat was done, step by step, and how to appeal:\n"
                "%(address)s"
            ) % {
                **_words(report),
                "outcome": report.get_outcome_display(),
                "why": report.decision_reason,
            }
            key = f"report-{report.pk}-place-{report.outcome}-{member.pk}"
            _put(key, member, _("The take-down desk"), body)


def tell_author(report: Report, step: str) -> None:
    """Who wrote it learns that it is hidden, and how to answer."""
    author = Member.objects.filter(pk=report.author_id or 0, is_active=True).first()
    if author is None:
        return
    with override(author.language):
        if step == "hidden":
            body = _(
                "What you wrote in %(where)s was reported (%(reason)s) and is hidden until "
                "somebody has decided. What happens next:\n%(address)s"
            ) % _words(report)
        elif report.outcome == Outcome.HIDDEN:
            body = _(
                "What you wrote in %(where)s was taken down (%(reason)s). Why:\n\n%(why)s\n\n"
                "If you think that is wrong, appeal; somebody else looks at it:\n%(address)s"
            ) % {**_words(report), "why": report.decision_reason}
        else:
            body = _("What you wrote in %(where)s was looked at, and it stays. Why:\n\n%(why)s") % {
                **_words(report),
                "why": report.decision_reason,
            }
        key = f"report-{report.pk}-author-{step}-{report.outcome}-{report.appeals.count()}"
        _put(key, author, _("About what you wrote"), body)


def tell_reporter(report: Report) -> None:
    """Who reported it learns what was decided, and why."""
    reporter = Member.objects.filter(pk=report.reporter_id or 0, is_active=True).first()
    language = reporter.language if reporter else settings.LANGUAGE_CODE
    to = reporter.email if reporter else report.reporter_email
    if not to:
        return
    with override(language):
        body = _("You reported something in %(where)s. %(outcome)s. Why:\n\n%(why)s") % {
            **_words(report),
            "outcome": report.get_outcome_display(),
            "why": report.decision_reason,
        }
        if reporter:
            body += "\n\n" + _("If you think that is wrong, appeal:\n%(address)s") % _words(report)
        put_in_outbox(
            key=f"report-{report.pk}-reporter-{report.outcome}-{report.appeals.count()}",
            to=to,
            subject=_("What you reported"),
            body=body,
        )


def tell_answerers(appeal: Appeal, *, late: bool = False) -> None:
    """A mail to each who may answer the appeal; ``late``: once more."""
    key = f"appeal-late-{appeal.pk}" if late else f"appeal-{appeal.pk}"
    for member in answerers_of(appeal)[:_MOST_TOLD]:
        with override(member.language):
            body = _("Somebody appeals against a decision in %(where)s:\n%(address)s") % _words(
                appeal.report
            )
            _put(f"{key}-{member.pk}", member, _("An appeal waits for you"), body)


def tell_appellant(appeal: Appeal) -> None:
    """Who appealed learns the answer."""
    member = Member.objects.filter(pk=appeal.by_id or 0, is_active=True).first()
    if member is None:
        return
    with override(member.language):
        body = _("Your appeal was answered: %(answer)s. Why:\n\n%(why)s\n\n%(address)s") % {
            **_words(appeal.report),
            "answer": appeal.get_answer_display(),
            "why": appeal.answer_reason,
        }
        _put(f"appeal-{appeal.pk}-answer", member, _("Your appeal"), body)


def _words(report: Report) -> dict[str, str]:
    path = reverse("moderation:report", args=[report.pk])
    where = report.where
    if report.independent:
        where = _("%(where)s (an independent group, not run by the campaign)") % {"where": where}
    return {
        "where": where,
        "reason": report.get_reason_display(),
        "address": f"{settings.SITE_URL}{path}",
    }


def _day(report: Report) -> str:
    return date_format(timezone.localtime(report.due_at), "j F Y, H:i")


def _put(key: str, member: Member, subject: str, body: str) -> None:
    put_in_outbox(key=f"moderation-{key}", to=member.email, subject=subject, body=body)
