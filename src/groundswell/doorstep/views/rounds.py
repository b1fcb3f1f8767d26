"""One round as its organiser sees it: its walk, its code, who has it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.doorstep.commands import hand_out_round, show_walk, withdraw_round
from groundswell.doorstep.forms.rounds import HandOutForm
from groundswell.doorstep.links import round_links
from groundswell.doorstep.models import Round
from groundswell.doorstep.queries import (
    doors_done_by_round,
    has_had,
    is_out_with,
    organises,
    round_by_code,
)
from groundswell.doorstep.views.codes import address_of, svg_of
from groundswell.members.access import (
    current_member,
    role_required,
    second_factor_done,
    signed_in,
)
from groundswell.members.models import Member, Role
from groundswell.members.queries import members_of_area
from groundswell.outreach.views.organising import WATCHING


@require_GET
@signed_in
def one(request: HttpRequest, code: str) -> HttpResponseBase:
    """The round: for whoever has it its doors in order, for organisers also to hand out."""
    member = current_member(request)
    walked = round_by_code(member, code)
    if not has_had(member, walked):
        return _for_organisers(request, walked)
    return _page(request, walked, proven=second_factor_done(request))


@require_GET
@signed_in
def code_svg(request: HttpRequest, code: str) -> HttpResponseBase:
    """The round's link as a QR code, to show or to print."""
    member = current_member(request)
    walked = round_by_code(member, code)
    if not has_had(member, walked):
        return _code_for_organisers(request, walked)
    return svg_of(address_of(walked))


@role_required(*WATCHING)
def _for_organisers(request: HttpRequest, walked: Round) -> HttpResponse:
    return _page(request, walked, proven=True)


@role_required(*WATCHING)
def _code_for_organisers(request: HttpRequest, walked: Round) -> HttpResponse:
    return svg_of(address_of(walked))


def _page(request: HttpRequest, walked: Round, *, proven: bool) -> HttpResponse:
    """Its doors with their people for whoever has it out, and for those who organise it."""
    member = current_member(request)
    may_hand_out = proven and organises(member, walked)
    held = is_out_with(member, walked)
    doors = show_walk(by=member, walked=walked).doors if held or may_hand_out else ()
    bookings = walked.bookings.select_related("member").order_by("-booked_at")
    shown = {
        "walked": walked,
        "effort": walked.effort,
        "doors": doors,
        "done": doors_done_by_round(walked.effort).get(walked.pk, 0),
        "bookings": bookings if may_hand_out else (),
        "organises": may_hand_out,
        "held": held,
        "links": round_links(walked) if held or may_hand_out else (),
        "address": address_of(walked),
        "form": HandOutForm(offered=_offered(member, walked)) if may_hand_out else None,
    }
    return render(request, "doorstep/round.html", shown)


@require_POST
@role_required(Role.Kind.ORGANISER)
def hand_out(request: HttpRequest, code: str) -> HttpResponse:
    """Give the round to a member."""
    by = current_member(request)
    walked = round_by_code(by, code)
    form = HandOutForm(request.POST, offered=_offered(by, walked))
    if not form.is_valid():
        raise NotFound
    member = Member.objects.get(pk=form.cleaned_data["member"])
    try:
        hand_out_round(by=by, walked=walked, member=member)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(name)s has this round now.") % {"name": member.name})
    return redirect("doorstep:round", walked.code)


@require_POST
@role_required(Role.Kind.ORGANISER)
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Take the round back for good."""
    by = current_member(request)
    walked = round_by_code(by, code)
    try:
        withdraw_round(by=by, walked=walked)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("doorstep:round", walked.code)
    messages.success(request, _("Withdrawn. Its doors can be cut into rounds again."))
    return redirect("doorstep:detail", walked.effort_id)


def _offered(by: Member, walked: Round) -> list[Member]:
    found = members_of_area(by, walked.effort.area).filter(is_active=True)
    return list(found.order_by("name", "pk"))
