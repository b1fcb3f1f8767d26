"""The link of a canvass: what it is, one page, and on to its free rounds."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.doorstep.forms.joining import AgreeForm, NewcomerForm
from groundswell.doorstep.queries.passing_on import canvass_by_code
from groundswell.mailings.commands import agree_if_ticked
from groundswell.members.access import join_as_newcomer, member_or_none, visitor_address
from groundswell.members.limits import limit
from groundswell.members.models import Member
from groundswell.outreach.commands import join_effort
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import refuse_the_unwelcome
from groundswell.sharing.access import via_of, with_via
from groundswell.sharing.commands import note_came_through

JOINS_AN_HOUR = 20


@require_http_methods(["GET", "POST"])
def join_canvass(request: HttpRequest, join_code: str) -> HttpResponse:
    """Say what the canvass is; whoever agrees takes part, and chooses a round."""
    effort = canvass_by_code(join_code)
    member = member_or_none(request)
    if member is None and effort.joining != Effort.Joining.LINK:
        return redirect_to_login(request.get_full_path())
    if member is not None:
        refuse_the_unwelcome(member, effort)
    form_class = NewcomerForm if member is None else AgreeForm
    form = form_class(request.POST if request.method == "POST" else None)
    if form.is_valid():
        member = member or _newcomer(request, effort, form)
        if member is None:
            return render(request, "doorstep/look_in_your_mail.html", {"effort": effort})
        try:
            return _start(request, member, effort)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    shown = {"effort": effort, "form": form}
    status = 422 if form.errors else 200
    return render(request, "doorstep/join_canvass.html", shown, status=status)


def _newcomer(request: HttpRequest, effort: Effort, form: AgreeForm) -> Member | None:
    limit("join", visitor_address(request), per_hour=JOINS_AN_HOUR)
    member = join_as_newcomer(
        request,
        email=form.cleaned_data["email"],
        name=form.cleaned_data["name"],
        branch=effort.area,
        leads_to=with_via(request, request.path),
    )
    if member is not None:
        agree_if_ticked(member=member, sent=request.POST, how=_("Joining a canvass"))
    return member


def _start(request: HttpRequest, member: Member, effort: Effort) -> HttpResponse:
    join_effort(by=member, effort=effort, agreed=True)
    subject = ("canvass", effort.pk)
    note_came_through(member=member, via=via_of(request), action="joined", subject=subject)
    return redirect("doorstep:rounds")
