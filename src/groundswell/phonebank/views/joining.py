"""From the link to the first call: who is calling whom and why, agreed to on one page."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.mailings.commands import agree_if_ticked
from groundswell.members.access import join_as_newcomer, member_or_none, visitor_address
from groundswell.members.limits import limit
from groundswell.members.models import Member
from groundswell.outreach.commands import claim_batch, join_effort
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import (
    effort_by_code,
    participation_of,
    refuse_the_unwelcome,
)
from groundswell.phonebank.forms.joining import AgreeForm, NewcomerForm
from groundswell.phonebank.views.briefing import briefing_of
from groundswell.sharing.access import via_of, with_via
from groundswell.sharing.commands import note_came_through

JOINS_AN_HOUR = 20


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, join_code: str) -> HttpResponse:
    """Where the link leads: the briefing, and for whoever has read it the next person to call."""
    effort = effort_by_code(join_code)
    member = member_or_none(request)
    if member is not None:
        return _welcome(request, member, effort)
    if effort.joining != Effort.Joining.LINK:
        return redirect_to_login(request.get_full_path())
    return _welcome_newcomer(request, effort)


def _welcome(request: HttpRequest, member: Member, effort: Effort) -> HttpResponse:
    part = participation_of(member, effort)
    if part is not None and part.agreed_at is not None:
        if part.held_until is not None and part.held_until > clock.now():
            return redirect("phonebank:call", effort.join_code)
        shown = {"effort": effort, "key": uuid7(), "name": member.name, "starts_itself": True}
        return render(request, "phonebank/start.html", shown)
    refuse_the_unwelcome(member, effort)
    form = AgreeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _start(request, member, effort)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _page(request, effort, form)


def _welcome_newcomer(request: HttpRequest, effort: Effort) -> HttpResponse:
    form = NewcomerForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, effort, form)
    limit("join", visitor_address(request), per_hour=JOINS_AN_HOUR)
    member = join_as_newcomer(
        request,
        email=form.cleaned_data["email"],
        name=form.cleaned_data["name"],
        branch=effort.area,
        leads_to=with_via(request, reverse("phonebank:join", args=[effort.join_code])),
    )
    if member is None:
        return render(request, "phonebank/look_in_your_mail.html", {"effort": effort})
    agree_if_ticked(member=member, sent=request.POST, how=_("Joining a phone bank"))
    try:
        return _start(request, member, effort)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, effort, form)


def _start(request: HttpRequest, member: Member, effort: Effort) -> HttpResponse:
    """Agreed: the first people are reserved at once, so that the next page can show one."""
    join_effort(by=member, effort=effort, agreed=True)
    subject = ("phone_bank", effort.pk)
    note_came_through(member=member, via=via_of(request), action="joined", subject=subject)
    claim_batch(by=member, effort=effort, key=uuid7())
    return redirect("phonebank:call", effort.join_code)


def _page(request: HttpRequest, effort: Effort, form: AgreeForm) -> HttpResponse:
    shown = {"effort": effort, "form": form, **briefing_of(effort)}
    return render(request, "phonebank/join.html", shown, status=422 if form.errors else 200)
