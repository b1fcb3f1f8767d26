"""A canvass's own pages, for those who organise it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.doorstep.forms.canvass import CanvassForm
from groundswell.doorstep.links import canvass_links
from groundswell.doorstep.queries import (
    canvass_for,
    canvass_progress,
    doors_done_by_round,
    rounds_of,
)
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import efforts_for
from groundswell.outreach.views.organising import (
    WATCHING,
    change_page,
    change_state,
    draw_up_page,
)
from groundswell.privacy.models import Channel

_PLAN, _PAGE = "doorstep/plan.html", "doorstep:detail"


@require_GET
@role_required(*WATCHING)
def canvasses(request: HttpRequest) -> HttpResponse:
    """The canvasses of the areas one answers for."""
    member = current_member(request)
    rows = [
        {
            "effort": effort,
            "progress": canvass_progress(effort),
            "organises": holds_role(member, Role.Kind.ORGANISER, area=effort.area),
            "links": canvass_links(effort),
        }
        for effort in efforts_for(member, Channel.DOOR)
    ]
    shown = {"rows": rows, "may_draw_up": holds_role(member, Role.Kind.ORGANISER)}
    return render(request, "doorstep/list.html", shown)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def new(request: HttpRequest) -> HttpResponse:
    """Draw up a canvass."""
    return draw_up_page(request, CanvassForm, channel=Channel.DOOR, template=_PLAN, leads_to=_PAGE)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def change(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Change a canvass."""
    effort = canvass_for(current_member(request), effort_id)
    return change_page(request, CanvassForm, effort, template=_PLAN, leads_to=_PAGE)


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
    effort = canvass_for(current_member(request), effort_id)
    return change_state(request, effort, leads_to=_PAGE)


def _figures(member: Member, effort: Effort) -> dict[str, Any]:
    done = doors_done_by_round(effort)
    return {
        "progress": canvass_progress(effort),
        "rows": [(one, done.get(one.pk, 0)) for one in rounds_of(member, effort)],
    }
