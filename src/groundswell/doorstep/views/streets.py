"""The order of a street: by dragging, or with buttons up and down."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from groundswell.common.errors import Refused
from groundswell.doorstep.commands import fix_street_order
from groundswell.doorstep.queries import StreetInOrder, canvass_for, streets_in_order, streets_of
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role


@require_GET
@role_required(Role.Kind.ORGANISER)
def streets(request: HttpRequest, effort_id: int) -> HttpResponse:
    """The streets of a canvass."""
    effort = canvass_for(current_member(request), effort_id)
    shown = {"effort": effort, "streets": streets_of(effort)}
    return render(request, "doorstep/streets.html", shown)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def street(request: HttpRequest, effort_id: int) -> HttpResponse:
    """The homes of one street as they are walked; saving keeps that order for good."""
    member = current_member(request)
    effort = canvass_for(member, effort_id)
    name = (request.POST if request.method == "POST" else request.GET).get("name", "")
    found = streets_in_order(member, effort, name)
    if request.method == "POST":
        district = next((one for one in found if _key(one) == request.POST.get("district")), None)
        if district is None:
            raise Refused(_("This page was too old: load it again."))
        order = _sent_order(request)
        if "move" not in request.POST:
            try:
                fix_street_order(
                    by=member,
                    constituency=district.constituency,
                    polling_district=district.polling_district,
                    street=district.street,
                    households=order,
                )
            except Refused as refusal:
                messages.error(request, str(refusal))
            else:
                messages.success(request, _("The order is kept, whatever register comes next."))
            address = reverse("doorstep:street", args=[effort.pk])
            return redirect(f"{address}?{urlencode({'name': name})}")
        found = [_moved(one, order) if one is district else one for one in found]
    shown = {"effort": effort, "name": name, "districts": [(_key(one), one) for one in found]}
    return render(request, "doorstep/street.html", shown)


def _key(district: StreetInOrder) -> str:
    place = district.polling_district.pk if district.polling_district else 0
    return f"{district.constituency.pk}-{place}"


def _sent_order(request: HttpRequest) -> list[int]:
    """The homes as the page had them, one of them moved a place where a button says so."""
    sent = [int(one) for one in request.POST.getlist("home") if one.isdigit()]
    home, _colon, way = request.POST.get("move", "").partition(":")
    if home.isdigit() and int(home) in sent:
        at = sent.index(int(home))
        to = at - 1 if way == "up" else at + 1
        if 0 <= to < len(sent):
            sent[at], sent[to] = sent[to], sent[at]
    return sent


def _moved(district: StreetInOrder, order: Sequence[int]) -> StreetInOrder:
    homes = {home.pk: home for home in district.homes}
    if set(order) != homes.keys():
        raise Refused(_("This street has changed meanwhile: load the page again."))
    return StreetInOrder(
        district.constituency,
        district.polling_district,
        district.street,
        [homes[one] for one in order],
        district.fixed,
    )
