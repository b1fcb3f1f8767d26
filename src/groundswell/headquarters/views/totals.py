"""The pages of totals: the campaign's, a branch's, an area's, a phone bank's, one's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groundswell.headquarters.queries import (
    area_scope,
    branch_scope,
    campaign_scope,
    effort_scope,
)
from groundswell.headquarters.queries.scopes import LEADING
from groundswell.headquarters.views.showing import show, views_for
from groundswell.members.access import current_member, role_required, signed_in
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import done_by


@require_safe
@signed_in
def campaign(request: HttpRequest) -> HttpResponse:
    """The whole campaign, for every member."""
    return show(request, campaign_scope(current_member(request)))


@require_safe
@signed_in
def branch(request: HttpRequest, area_id: int) -> HttpResponse:
    """What a branch's members did, for them and for those who lead there."""
    return show(request, branch_scope(current_member(request), area_id))


@require_safe
@role_required(*LEADING)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    """What was done in an area, for those who lead there."""
    return show(request, area_scope(current_member(request), area_id))


@require_safe
@signed_in
def effort(request: HttpRequest, effort_id: int) -> HttpResponse:
    """What was done in a phone bank, for those who take part and those who lead there."""
    return show(request, effort_scope(current_member(request), effort_id))


@require_safe
@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """One's own figures, phone bank by phone bank and canvass by canvass."""
    member = current_member(request)
    joined = Effort.objects.filter(participations__member=member).order_by("-pk")
    rows = [(effort, done_by(member, effort)) for effort in joined.select_related("area")]
    context: dict[str, object] = {"rows": rows, "views": views_for(request, member)}
    context["attempts"] = sum(done.attempts for _effort, done in rows)
    context["contacts"] = sum(done.contacts for _effort, done in rows)
    context["conversations"] = sum(done.conversations for _effort, done in rows)
    return render(request, "headquarters/mine.html", context)
