"""Blocking somebody, and seeing whom one has blocked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from groundswell.members.access import current_member, signed_in
from groundswell.moderation.commands import block, unblock
from groundswell.moderation.queries.blocks import blocked_by, member_to_block, member_to_unblock


@require_GET
@signed_in
def blocked(request: HttpRequest) -> HttpResponse:
    """Whom the member reads nothing of."""
    shown = {"blocks": blocked_by(current_member(request))}
    return render(request, "moderation/blocked.html", shown)


@require_POST
@signed_in
def block_member(request: HttpRequest, member_id: int) -> HttpResponse:
    """Read nothing more of somebody."""
    member = current_member(request)
    proof = request.POST.get("proof", "")
    block(by=member, member=member_to_block(member, member_id, proof))
    messages.success(request, _("You will read nothing more of them. They are not told."))
    return redirect("moderation:blocked")


@require_POST
@signed_in
def unblock_member(request: HttpRequest, member_id: int) -> HttpResponse:
    """Read them again."""
    member = current_member(request)
    unblock(by=member, member=member_to_unblock(member, member_id))
    return redirect("moderation:blocked")
