"""What the organiser's pages of every channel share: planning an effort, opening, closing it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.members.access import current_member
from groundswell.outreach.commands import (
    EffortPlan,
    change_effort,
    close_effort,
    draw_up_effort,
    open_effort,
    pause_effort,
)
from groundswell.outreach.forms import EffortForm
from groundswell.outreach.models import Effort
from groundswell.outreach.queries.efforts import WATCHING

__all__ = ["WATCHING", "change_page", "change_state", "draw_up_page"]

_CHANGES = {"open": open_effort, "pause": pause_effort, "close": close_effort}


def draw_up_page(
    request: HttpRequest, form_of: type[EffortForm], *, channel: str, template: str, leads_to: str
) -> HttpResponse:
    """Draw up an effort of this channel; leads to its page."""
    member = current_member(request)

    def draw_up(plan: EffortPlan) -> Effort:
        return draw_up_effort(by=member, channel=channel, plan=plan)

    form = form_of(_sent(request), member=member)
    return _plan_page(request, form, draw_up, template=template, leads_to=leads_to)


def change_page(
    request: HttpRequest,
    form_of: type[EffortForm],
    effort: Effort,
    *,
    template: str,
    leads_to: str,
) -> HttpResponse:
    """Change an effort; leads back to its page."""
    member = current_member(request)

    def change(plan: EffortPlan) -> Effort:
        return change_effort(by=member, effort=effort, plan=plan)

    form = form_of(_sent(request), member=member, effort=effort)
    return _plan_page(request, form, change, template=template, leads_to=leads_to, effort=effort)


def change_state(request: HttpRequest, effort: Effort, *, leads_to: str) -> HttpResponse:
    """Open, pause or close an effort, as the button pressed says."""
    command = _CHANGES.get(request.POST.get("act", ""))
    if command is None:
        raise Refused(_("This page was too old: load it again."))
    try:
        command(by=current_member(request), effort=effort)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(leads_to, effort.pk)


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _plan_page(
    request: HttpRequest,
    form: EffortForm,
    save: Callable[[EffortPlan], Effort],
    *,
    template: str,
    leads_to: str,
    effort: Effort | None = None,
) -> HttpResponse:
    if form.is_valid():
        try:
            return redirect(leads_to, save(form.plan()).pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    shown = {"form": form, "effort": effort}
    return render(request, template, shown, status=422 if form.errors else 200)
