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
from groundswell.outreach.commands import release_batch
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import (
    efforts_for,
    held_now,
    participants_of,
    progress_of,
)
from groundswell.outreach.views.organising import (
    WATCHING,
    change_page,
    change_state,
    draw_up_page,
)
from groundswell.phonebank.forms.plan import PlanForm
from groundswell.phonebank.queries.phone_banks import phone_bank_for
from groundswell.phonebank.views.inviting import address_of
from groundswell.privacy.models import Channel

_PLAN, _PAGE = "phonebank/plan.html", "phonebank:detail"


@require_GET
@role_required(*WATCHING)
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
    return draw_up_page(request, PlanForm, channel=Channel.PHONE, template=_PLAN, leads_to=_PAGE)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def change(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Change a phone bank."""
    effort = phone_bank_for(current_member(request), effort_id)
    return change_page(request, PlanForm, effort, template=_PLAN, leads_to=_PAGE)


@require_GET
@role_required(*WATCHING)
def phone_bank(request: HttpRequest, effort_id: int) -> HttpResponse:
    """How a phone bank goes, who calls, what is out."""
    member = current_member(request)
    effort = phone_bank_for(member, effort_id)
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
@role_required(*WATCHING)
def figures(request: HttpRequest, effort_id: int) -> HttpResponse:
    """The figures alone, asked for every few seconds."""
    member = current_member(request)
    effort = phone_bank_for(member, effort_id)
    organises = holds_role(member, Role.Kind.ORGANISER, area=effort.area)
    shown = {"effort": effort, "organises": organises, **_figures(effort)}
    return render(request, "phonebank/parts/figures.html", shown)


@require_POST
@role_required(Role.Kind.ORGANISER)
def set_state(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Open, pause or close."""
    effort = phone_bank_for(current_member(request), effort_id)
    return change_state(request, effort, leads_to=_PAGE)


@require_POST
@role_required(Role.Kind.ORGANISER)
def release(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Take a stuck batch back."""
    member = current_member(request)
    effort = phone_bank_for(member, effort_id)
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
