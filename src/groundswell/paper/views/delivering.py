"""Leaflet deliveries: drawn up by organisers, marked by whoever has the link."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required, signed_in
from groundswell.members.limits import limit
from groundswell.members.models import Role
from groundswell.paper.commands.delivering import (
    close_delivery,
    draw_up_delivery,
    mark_street,
    print_delivery,
    say_inaccessible,
    unmark_street,
)
from groundswell.paper.forms.delivering import DeliveryForm, DoorForm, StreetForm
from groundswell.paper.queries.deliveries import (
    deliveries_for,
    delivery_by_code,
    doors_of,
    organises_delivery,
    street_of,
    streets_of,
)
from groundswell.paper.views.sheets import pdf_answer

PER_HOUR = 30


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def deliveries(request: HttpRequest) -> HttpResponse:
    """All deliveries of one's areas, and a new one."""
    member = current_member(request)
    form = DeliveryForm(request.POST or None, member=member)
    if form.is_valid():
        try:
            made = draw_up_delivery(by=member, **form.cleaned_data)
            return redirect("paper:delivery", made.code)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    shown = {"deliveries": deliveries_for(member), "form": form}
    return render(request, "paper/deliveries.html", shown, status=422 if form.errors else 200)


@require_GET
@signed_in
def delivery(request: HttpRequest, code: str) -> HttpResponse:
    """The streets of a delivery, for whoever has its link."""
    member = current_member(request)
    found = delivery_by_code(code)
    streets = streets_of(found)
    address = f"{settings.ENVIRONMENT.site_url}{reverse('paper:delivery', args=[found.code])}"
    shown: dict[str, Any] = {
        "delivery": found,
        "streets": streets,
        "done": sum(1 for one in streets if one.mark),
        "leaflets": sum(one.leaflets for one in streets),
        "delivered": sum(one.leaflets for one in streets if one.mark),
        "organises": organises_delivery(member, found),
        "member": member,
        "address": address,
    }
    return render(request, "paper/delivery.html", shown)


@require_POST
@signed_in
def mark(request: HttpRequest, code: str) -> HttpResponse:
    """Say that a street is done, or take that back."""
    member, found = current_member(request), delivery_by_code(code)
    form = StreetForm(request.POST)
    if not form.is_valid():
        raise Refused(_("This page was too old: load it again."))
    given = form.cleaned_data
    command = mark_street if given["done"] else unmark_street
    try:
        command(
            by=member,
            delivery=found,
            constituency_id=given["constituency"],
            district=given["district"],
            street=given["street"],
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("paper:delivery", found.code)


@require_http_methods(["GET", "POST"])
@signed_in
def street(request: HttpRequest, code: str) -> HttpResponse:
    """The doors of a street, each of which may be out of reach."""
    member, found = current_member(request), delivery_by_code(code)
    form = DoorForm(request.POST) if request.method == "POST" else None
    asked = StreetForm(request.GET)
    if form is not None:
        if not form.is_valid():
            raise Refused(_("This page was too old: load it again."))
        given = form.cleaned_data
        say_inaccessible(
            by=member,
            delivery=found,
            constituency_id=given["constituency"],
            household_id=given["household"],
            why=given["why"],
            so=given["so"],
        )
        back = urlencode({name: given[name] for name in ("constituency", "district", "street")})
        return redirect(f"{reverse('paper:street', args=[found.code])}?{back}")
    if not asked.is_valid():
        return redirect("paper:delivery", found.code)
    where = asked.cleaned_data
    shown = street_of(found, where["constituency"], where["district"], where["street"])
    context = {"delivery": found, "street": shown, "doors": doors_of(shown)}
    return render(request, "paper/street.html", context)


@require_POST
@role_required(Role.Kind.ORGANISER)
def close(request: HttpRequest, code: str) -> HttpResponse:
    """End it."""
    close_delivery(by=current_member(request), delivery=delivery_by_code(code))
    return redirect("paper:deliveries")


@require_POST
@signed_in
def print_it(request: HttpRequest, code: str) -> HttpResponse:
    """The streets on paper."""
    member, found = current_member(request), delivery_by_code(code)
    try:
        limit("print_delivery", member, per_hour=PER_HOUR)
        content = print_delivery(by=member, delivery=found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("paper:delivery", found.code)
    return pdf_answer(f"leaflets-{found.code}.pdf", content)
