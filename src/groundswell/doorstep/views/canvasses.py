"""A canvass's own pages, for those who organise it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.doorstep.forms.canvass import CanvassForm
from groundswell.doorstep.links import canvass_links
from groundswell.doorstep.queries import canvass_progress, doors_done_by_round, rounds_of
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.outreach.commands import (
    change_effort,
    close_effort,
    draw_up_effort,
    open_effort,
    pause_effort,
)
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import effort_for, efforts_for
from groundswell.privacy.models import Channel

WATCHING = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)
_CHANGES = {"open": open_effort, "pause": pause_effort, "close": close_effort}


def canvass_for(member: Member, effort_id: int) -> Effort:
    """A canvass of the member's areas; NotFound for anything else."""
    effort = effort_for(member, effort_id)
    if effort.channel != Channel.DOOR:
        raise NotFound
    return effort


@require_GET
@role_required(*WATCHING)
def canvasses(request: HttpRequest) -> HttpResponse:
    """The canvasses of the areas one answers for."""
    member = current_member(request)
    rows = [(effort, canvass_progress(effort)) for effort in efforts_for(member, Channel.DOOR)]
    shown = {"rows": rows, "may_draw_up": holds_role(member, Role.Kind.ORGANISER)}
    return render(request, "doorstep/list.html", shown)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def new(request: HttpRequest) -> HttpResponse:
    """Draw up a canvass."""
    member = current_member(request)
    form = CanvassForm(request.POST if request.method == "POST" else None, member=member)
    if form.is_valid():
        try:
            effort = draw_up_effort(by=member, channel=Channel.DOOR, plan=form.plan())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("doorstep:detail", effort.pk)
    return render(request, "doorstep/plan.html", {"form": form}, status=_status(form))


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def change(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Change a canvass."""
    member = current_member(request)
    effort = canvass_for(member, effort_id)
    form = CanvassForm(
        request.POST if request.method == "POST" else None, member=member, effort=effort
    )
    if form.is_valid():
        try:
            change_effort(by=member, effort=effort, plan=form.plan())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("doorstep:detail", effort.pk)
    shown = {"form": form, "effort": effort}
    return render(request, "doorstep/plan.html", shown, status=_status(form))


@require_GET
@role_required(*WATCHING)
def canvass(request: HttpRequest, effort_id: int) -> HttpResponse:
    """How a canvass goes: its figures, its map, its rounds."""
    member = current_member(request)
    effort = canvass_for(member, effort_id)
    organises = holds_role(member, Role.Kind.ORGANISER, area=effort.area)
    links = canvass_links(effort) if organises else ()
    shown = {"effort": effort, "organises": organises, "links": links}
    return render(request, "doorstep/detail.html", shown | _figures(member, effort))


@require_GET
@role_required(*WATCHING)
def figures(request: HttpRequest, effort_id: int) -> HttpResponse:
    """The figures and rounds alone, asked for every few seconds."""
    member = current_member(request)
    effort = canvass_for(member, effort_id)
    shown = {"effort": effort, **_figures(member, effort)}
    return render(request, "doorstep/parts/figures.html", shown)


@require_POST
@role_required(Role.Kind.ORGANISER)
def set_state(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Open, pause or close."""
    member = current_member(request)
    effort = canvass_for(member, effort_id)
    command = _CHANGES.get(request.POST.get("act", ""))
    if command is None:
        raise Refused(_("This page was too old: load it again."))
    try:
        command(by=member, effort=effort)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("doorstep:detail", effort.pk)


def _figures(member: Member, effort: Effort) -> dict[str, Any]:
    done = doors_done_by_round(effort)
    return {
        "progress": canvass_progress(effort),
        "rows": [(one, done.get(one.pk, 0)) for one in rounds_of(member, effort)],
    }


def _status(form: CanvassForm) -> int:
    return 422 if form.errors else 200
