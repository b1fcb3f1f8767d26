"""A phone bank's own pages, for those who organise it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.members.queries import holds_role
from groundswell.outreach.commands import (
    change_effort,
    close_effort,
    draw_up_effort,
    open_effort,
    pause_effort,
    release_batch,
)
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import (
    effort_for,
    efforts_for,
    held_now,
    participants_of,
    progress_of,
)
from groundswell.phonebank.forms.plan import PlanForm
from groundswell.phonebank.views.inviting import address_of
from groundswell.privacy.models import Channel

_WATCHING = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)
_CHANGES = {"open": open_effort, "pause": pause_effort, "close": close_effort}


@require_GET
@role_required(*_WATCHING)
def phone_banks(request: HttpRequest) -> HttpResponse:
    """The phone banks of the areas one answers for."""
    member = current_member(request)
    rows = [(effort, progress_of(effort)) for effort in efforts_for(member, Channel.PHONE)]
    shown = {"rows": rows, "may_draw_up": holds_role(member, Role.Kind.ORGANISER)}
    return render(request, "phonebank/list.html", shown)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def new(request: HttpRequest) -> HttpResponse:
    """Draw up a phone bank."""
    member = current_member(request)
    form = PlanForm(request.POST if request.method == "POST" else None, member=member)
    if form.is_valid():
        try:
            effort = draw_up_effort(by=member, channel=Channel.PHONE, plan=form.plan())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("phonebank:detail", effort.pk)
    return render(request, "phonebank/plan.html", {"form": form}, status=_status(form))


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def change(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Change a phone bank."""
    member = current_member(request)
    effort = effort_for(member, effort_id)
    form = PlanForm(
        request.POST if request.method == "POST" else None, member=member, effort=effort
    )
    if form.is_valid():
        try:
            change_effort(by=member, effort=effort, plan=form.plan())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("phonebank:detail", effort.pk)
    shown = {"form": form, "effort": effort}
    return render(request, "phonebank/plan.html", shown, status=_status(form))


@require_GET
@role_required(*_WATCHING)
def phone_bank(request: HttpRequest, effort_id: int) -> HttpResponse:
    """How a phone bank goes, who calls, what is out."""
    member = current_member(request)
    effort = effort_for(member, effort_id)
    return render(
        request,
        "phonebank/detail.html",
        {
            "effort": effort,
            "address": address_of(effort),
            "organises": holds_role(member, Role.Kind.ORGANISER, area=effort.area),
            "participants": participants_of(effort),
            **_figures(effort),
        },
    )


@require_GET
@role_required(*_WATCHING)
def figures(request: HttpRequest, effort_id: int) -> HttpResponse:
    """The figures alone, asked for every few seconds."""
    member = current_member(request)
    effort = effort_for(member, effort_id)
    organises = holds_role(member, Role.Kind.ORGANISER, area=effort.area)
    shown = {"effort": effort, "organises": organises, **_figures(effort)}
    return render(request, "phonebank/parts/figures.html", shown)


@require_POST
@role_required(Role.Kind.ORGANISER)
def set_state(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Open, pause or close."""
    member = current_member(request)
    effort = effort_for(member, effort_id)
    command = _CHANGES.get(request.POST.get("act", ""))
    if command is None:
        raise Refused(_("This page was too old: load it again."))
    try:
        command(by=member, effort=effort)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("phonebank:detail", effort.pk)


@require_POST
@role_required(Role.Kind.ORGANISER)
def release(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Take a stuck batch back."""
    member = current_member(request)
    effort = effort_for(member, effort_id)
    try:
        key = UUID(request.POST.get("batch", ""))
    except ValueError:
        raise Refused(_("This page was too old: load it again.")) from None
    try:
        release_batch(by=member, effort=effort, key=key)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("phonebank:detail", effort.pk)


def _figures(effort: Effort) -> dict[str, Any]:
    return {"progress": progress_of(effort), "held": held_now(effort)}


def _status(form: PlanForm) -> int:
    return 422 if form.errors else 200
