"""An event's page, and "I'll come"."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.events.commands import come
from groundswell.events.forms.coming import ComeForm, NewcomerForm
from groundswell.events.models import SignUp
from groundswell.events.queries import EventPage, event_page
from groundswell.events.queries.feeds import schema_org
from groundswell.events.views.showing import show_event, status_of
from groundswell.events.views.telling_machines import as_script
from groundswell.mailings.commands import agree_if_ticked
from groundswell.members.access import (
    join_as_newcomer,
    member_or_none,
    second_factor_done,
    visitor_address,
)
from groundswell.members.limits import limit
from groundswell.members.models import Member
from groundswell.sharing.commands import note_came_through

COMES_AN_HOUR = 60  # from one address: a hall full of people shares one


@require_http_methods(["GET", "POST"])
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """An event as the one who asks may see it, with the form that signs them up."""
    member = member_or_none(request)
    seen = event_page(member, slug, with_roles=member is None or second_factor_done(request))
    form = _form(request, member, seen)
    if not form.is_valid():
        return _page(request, member, seen, form)
    limit("events.come", visitor_address(request), per_hour=COMES_AN_HOUR)
    if member is None:
        member = join_as_newcomer(
            request,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            branch=None if seen.event.is_independent else seen.event.area,
            leads_to=reverse("events:page", args=[slug]),
        )
        if member is None:
            return show_event(request, "look_in_your_mail", seen.event)
        if not seen.event.is_independent:
            agree_if_ticked(member=member, sent=request.POST, how=_("Coming to an event"))
    try:
        sign_up = _come(request, member, seen, form)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, member, seen, form)
    return redirect("events:ticket", sign_up.code)


def _come(request: HttpRequest, member: Member, seen: EventPage, form: ComeForm) -> SignUp:
    sign_up = come(
        by=member,
        event=seen.event,
        shift_id=form.cleaned_data["shift"],
        key=form.cleaned_data["key"],
        guests=form.cleaned_data.get("guests") or 0,
        role_id=form.cleaned_data.get("role"),
    )
    via, subject = request.POST.get("via", ""), ("event", seen.event.pk)
    note_came_through(member=member, via=via, action="rsvp", subject=subject)
    return sign_up


def _form(request: HttpRequest, member: Member | None, seen: EventPage) -> ComeForm:
    kind = ComeForm if member else NewcomerForm
    sent = request.POST if request.method == "POST" else None
    return kind(sent, event=seen.event, shifts=seen.shifts, initial={"key": uuid7()})


def _page(
    request: HttpRequest, member: Member | None, seen: EventPage, form: ComeForm
) -> HttpResponse:
    there = {sign_up.shift_id for sign_up in seen.mine}
    shown: dict[str, Any] = {
        "seen": seen,
        "form": form,
        "free_shifts": [one for one in seen.shifts if one.shift.pk not in there],
        "schema_org": as_script(schema_org(seen.event)),
        "address": settings.SITE_URL + reverse("events:page", args=[seen.event.slug]),
    }
    return show_event(request, "page", seen.event, status_of(form), **shown)
