"""Roles: who holds what, who asked, who said no; and asking."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import NotFound, Refused
from groundswell.members import commands, queries
from groundswell.members.access import current_member, role_required, signed_in
from groundswell.members.forms import AskForRoleForm, DecideForm
from groundswell.members.limits import limit
from groundswell.members.models import Member, RoleRequest


@role_required()
@require_safe
def roles(request: HttpRequest) -> HttpResponseBase:
    """Show the roles of one's areas, and every request with its answer."""
    return render(request, "members/roles.html", _shown(current_member(request)))


@role_required(*queries.GRANTERS)
@require_POST
def decide(request: HttpRequest, request_id: int) -> HttpResponseBase:
    """Answer a request for a role."""
    by = current_member(request)
    asked = queries.requests_seen_by(by).filter(pk=request_id).first()
    if asked is None:
        raise NotFound
    form = DecideForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give a reason and a last day."))
        return redirect("members:roles")
    try:
        commands.decide_role_request(
            by=by, request=asked, granted=request.POST.get("do") == "grant", **form.cleaned_data
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("members:roles")


@signed_in
@require_POST
def end(request: HttpRequest, role_id: int) -> HttpResponseBase:
    """End a role: one's own, or one that one could grant."""
    by = current_member(request)
    role = queries.role_seen_by(by, role_id)
    commands.end_role(by=by, role=role)
    if role.member_id == by.pk:
        return redirect("members:me")
    return redirect("members:person", member_id=role.member_id)


@signed_in
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponseBase:
    """Ask for a role."""
    form = AskForRoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by = current_member(request)
        limit("ask_for_role", by, per_hour=10)
        try:
            commands.ask_for_role(by=by, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("You have asked. The answer will be on this page."))
            return redirect("members:me")
    return render(request, "members/ask_for_role.html", {"form": form})


def _shown(member: Member) -> dict[str, object]:
    asked = queries.requests_seen_by(member).order_by("-asked_at")
    waiting = [
        (request, _may_decide(member, request))
        for request in asked.filter(decision=RoleRequest.Decision.OPEN)
    ]
    seen = queries.roles_seen_by(member)
    return {
        "held": queries.in_force(seen).order_by("area__name", "kind", "member__name"),
        "ended": queries.over(seen).order_by("-granted_at")[:100],
        "waiting": waiting,
        "answered": asked.exclude(decision=RoleRequest.Decision.OPEN)[:100],
        "decide_form": DecideForm(),
    }


def _may_decide(member: Member, asked: RoleRequest) -> bool:
    return asked.member != member and queries.may_grant(member, asked.kind, asked.area)
