"""Rounds for members: near me, mine, booked, given back, finished."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.doorstep.commands import book_round, finish_round, return_round
from groundswell.doorstep.forms.rounds import NearForm
from groundswell.doorstep.queries import (
    has_had,
    my_rounds,
    round_by_code,
    round_to_book,
    rounds_near,
)
from groundswell.members.access import current_member, signed_in

_ENDS = {"return": return_round, "finish": finish_round}


@require_GET
@signed_in
def rounds(request: HttpRequest) -> HttpResponse:
    """What the member has out, and free rounds near a postcode."""
    member = current_member(request)
    form = NearForm(request.GET if "postcode" in request.GET else {"postcode": member.postcode})
    postcode = form.cleaned_data["postcode"] if form.is_valid() else ""
    shown = {
        "mine": my_rounds(member),
        "near": [(uuid7(), one) for one in rounds_near(member, postcode)],
        "form": form,
    }
    return render(request, "doorstep/rounds.html", shown)


@require_POST
@signed_in
def book(request: HttpRequest, code: str) -> HttpResponse:
    """Take a free round that is offered to the member."""
    member = current_member(request)
    walked = round_to_book(member, code)
    try:
        key = UUID(request.POST.get("key", ""))
    except ValueError:
        raise Refused(_("This page was too old: load it again.")) from None
    try:
        book_round(by=member, walked=walked, key=key)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("doorstep:rounds")
    return redirect("doorstep:round", walked.code)


@require_POST
@signed_in
def end(request: HttpRequest, code: str) -> HttpResponse:
    """Give a round back, or say that it is done."""
    member = current_member(request)
    walked = round_by_code(member, code)
    if not has_had(member, walked):
        raise NotFound
    command = _ENDS.get(request.POST.get("act", ""))
    if command is None:
        raise Refused(_("This page was too old: load it again."))
    try:
        command(by=member, walked=walked)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("Thank you! “%(name)s” is no longer with you.") % {"name": walked.name}
        )
    return redirect("doorstep:rounds")
