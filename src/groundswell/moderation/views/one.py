"""One report, for those it concerns."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.members.access import current_member, signed_in
from groundswell.members.models import Member
from groundswell.moderation.access import with_second_factor
from groundswell.moderation.commands import (
    answer_appeal,
    appeal,
    decide,
    hide_for_now,
    show_again,
)
from groundswell.moderation.forms import AnswerForm, AppealForm, DecisionForm
from groundswell.moderation.models import Outcome, Report
from groundswell.moderation.queries import is_hidden, may_decide, report_seen_by
from groundswell.moderation.queries.reports import (
    answerers_of,
    appeal_to_answer,
    deciders_of,
    may_answer,
    may_appeal,
)


@require_http_methods(["GET", "POST"])
@with_second_factor
def one_report(request: HttpRequest, report_id: int) -> HttpResponse:
    """What was reported, each step with its time, and for those who may the decision."""
    member = current_member(request)
    report = report_seen_by(member, report_id)
    if request.method == "POST" and not may_decide(member, report):
        raise NotFound
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            decide(by=member, report=report, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Decided. Both sides are told, with your reason."))
            return redirect("moderation:report", report.pk)
    shown = _shown(member, report) | {"form": form}
    return render(request, "moderation/report.html", shown, status=422 if form.errors else 200)


@require_POST
@with_second_factor
def hide(request: HttpRequest, report_id: int) -> HttpResponse:
    """Hide the thing until it is decided."""
    member = current_member(request)
    hide_for_now(by=member, report=report_seen_by(member, report_id))
    messages.success(request, _("Hidden until it is decided. Who wrote it is told."))
    return redirect("moderation:report", report_id)


@require_POST
@with_second_factor
def show(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show the thing again while it waits."""
    member = current_member(request)
    show_again(by=member, report=report_seen_by(member, report_id))
    messages.success(request, _("It is shown again."))
    return redirect("moderation:report", report_id)


@require_http_methods(["GET", "POST"])
@signed_in
def make_appeal(request: HttpRequest, report_id: int) -> HttpResponse:
    """Disagree with a decision."""
    member = current_member(request)
    report = report_seen_by(member, report_id)
    if not may_appeal(member, report):
        raise NotFound
    form = AppealForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            appeal(by=member, report=report, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Thank you. Somebody who did not decide looks again."))
            return redirect("moderation:report", report.pk)
    shown = {"report": report, "form": form}
    return render(request, "moderation/appeal.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@with_second_factor
def answer(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """Answer an appeal."""
    member = current_member(request)
    asked = appeal_to_answer(member, appeal_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            answer_appeal(by=member, appeal=asked, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Answered. Who appealed is told, with your reason."))
            return redirect("moderation:desk")
    shown = {"report": asked.report, "appeal": asked, "form": form}
    return render(request, "moderation/answer.html", shown, status=422 if form.errors else 200)


def _shown(member: Member, report: Report) -> dict[str, Any]:
    open_still = report.outcome == Outcome.OPEN
    decides = open_still and may_decide(member, report)
    return {
        "report": report,
        "steps": report.steps.select_related("by").order_by("at", "pk"),
        "appeals": [
            (one, may_answer(member, one), answerers_of(one).exists())
            for one in report.appeals.select_related("answered_by", "by")
        ],
        "decides": decides,
        "hidden": is_hidden(report.kind, report.thing),
        "may_appeal": may_appeal(member, report),
        "reported_it": report.reporter_id == member.pk,
        "wrote_it": report.author_id == member.pk,
        "somebody_decides": not open_still or deciders_of(report).exists(),
        "late": open_still and report.due_at < clock.now(),
    }
