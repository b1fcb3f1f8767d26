"""Reporting a thing, with or without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import NotFound, Refused
from groundswell.members.access import member_or_none, visitor_address
from groundswell.members.limits import limit
from groundswell.moderation import registry
from groundswell.moderation.commands import report
from groundswell.moderation.forms import ReportForm, StrangersReportForm

REPORTS_AN_HOUR = 20
STRANGERS_REPORTS_AN_HOUR = 5


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, kind: str, thing: int) -> HttpResponse:
    """What is wrong with this thing: one page, no account needed where the thing is public."""
    member = member_or_none(request)
    told = registry.content(kind)
    described = told.describe(thing) if told else None
    mark = request.GET.get("shown", "")
    if told is None or described is None:
        raise NotFound
    if not registry.is_shown_to(told, member, thing, mark):
        raise NotFound
    tells = told.seen_by(member, thing)  # a link of old may lead to what was moved away since
    asked = ReportForm if member else StrangersReportForm
    form = asked(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if member:
            limit("report", member, per_hour=REPORTS_AN_HOUR)
        else:
            limit("report", visitor_address(request), per_hour=STRANGERS_REPORTS_AN_HOUR)
        try:
            made = report(by=member, kind=kind, thing=thing, mark=mark, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            shown = {"report": made, "described": described, "tells": tells, "member": member}
            return render(request, "moderation/reported.html", shown)
    shown = {"form": form, "described": described, "tells": tells, "title": told.title}
    return render(request, "moderation/new.html", shown, status=422 if form.errors else 200)
