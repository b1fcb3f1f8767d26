"""Cutting turf: the map, and the ways to cut."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from groundswell.common.errors import Refused
from groundswell.doorstep.commands import cut_by_size, cut_by_streets, cut_drawn
from groundswell.doorstep.forms.cutting import CutForm
from groundswell.doorstep.models import Round
from groundswell.doorstep.queries import free_streets, map_of, rounds_of
from groundswell.doorstep.queries.canvasses import canvass_for
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member, Role
from groundswell.outreach.models import Effort
from groundswell.outreach.views.organising import WATCHING


@require_GET
@role_required(*WATCHING)
def drawn(request: HttpRequest, effort_id: int) -> JsonResponse:
    """Doors, streets and rounds for the map."""
    member = current_member(request)
    effort = canvass_for(member, effort_id)
    answer = JsonResponse(map_of(effort, rounds_of(member, effort)))
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def cut(request: HttpRequest, effort_id: int) -> HttpResponse:
    """Cut what is in no round yet."""
    member = current_member(request)
    effort = canvass_for(member, effort_id)
    streets = free_streets(effort)
    form = CutForm(request.POST if request.method == "POST" else None, streets=streets)
    if form.is_valid():
        try:
            made = _cut(member, effort, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            words = ngettext("%(count)d round cut.", "%(count)d rounds cut.", len(made))
            messages.success(request, words % {"count": len(made)})
            return redirect("doorstep:detail", effort.pk)
    shown = {
        "effort": effort,
        "form": form,
        "streets": streets,
        "doors": sum(doors for _street, doors in streets),
        "rows": rounds_of(member, effort),
    }
    return render(request, "doorstep/cut.html", shown, status=422 if form.errors else 200)


def _cut(member: Member, effort: Effort, form: CutForm) -> list[Round]:
    given: dict[str, Any] = form.cleaned_data
    if given["way"] == CutForm.Way.STREETS:
        return cut_by_streets(by=member, effort=effort, streets=[given["streets"]], **form.how())
    if given["way"] == CutForm.Way.DRAWN:
        return cut_drawn(by=member, effort=effort, outline=given["outline"], **form.how())
    if given["way"] == CutForm.Way.MINUTES:
        return cut_by_size(by=member, effort=effort, minutes=given["minutes"], **form.how())
    return cut_by_size(by=member, effort=effort, doors=given["doors"], **form.how())
