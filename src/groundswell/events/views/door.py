"""The door: the list with one tap a name, a code that the camera reads, walk-ins."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.events import commands
from groundswell.events.forms.coming import WalkInForm
from groundswell.events.models import Event, SignUp
from groundswell.events.queries import hosted_event, sign_up_by_code
from groundswell.events.queries.coming import people_of
from groundswell.events.views.showing import show_event
from groundswell.events.views.ticket import checks_in
from groundswell.members.access import current_member
from groundswell.members.models import Member
from groundswell.moderation.access import with_second_factor

MOST_AT_ONCE = 200


@require_GET
@with_second_factor
@ensure_csrf_cookie
def door(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody who comes, by name: a tap is "here"."""
    event = hosted_event(current_member(request), slug)
    expected = people_of(event).filter(state__in=("coming", "waiting", "came", "no_show"))
    shifts = event.shifts.filter(ended_at=None).order_by("starts_at", "pk")
    shown: dict[str, Any] = {
        "sign_ups": sorted(expected, key=lambda one: _name(one).casefold()),
        "came": expected.filter(state="came").count(),
        "shifts": shifts,
        "form": WalkInForm(initial={"key": uuid7(), "shift": shifts[0].pk if shifts else None}),
        "texts": {
            "waiting": _("Kept on this phone; sent as soon as there is signal."),
            "sent": _("All sent."),
            "signed_out": _("You are signed out: sign in again, nothing is lost."),
        },
    }
    return show_event(request, "door", event, **shown)


@require_POST
@with_second_factor
def mark(request: HttpRequest, slug: str) -> HttpResponse:
    """What was tapped, some of it perhaps long ago and without signal; told as JSON.

    Takes ``{"marks": [{id, state, at}], "walk_ins": [{key, shift, name, email}]}`` and answers how
    many it has kept, with a sentence for each that it refused.
    """
    member = current_member(request)
    event = hosted_event(member, slug)
    try:
        told = json.loads(request.body)
        marks, walk_ins = told.get("marks", []), told.get("walk_ins", [])
    except (ValueError, AttributeError):
        return JsonResponse({"detail": _("This page was too old: load it again.")}, status=409)
    kept, refused = 0, []
    for one in [*marks, *walk_ins][:MOST_AT_ONCE]:
        try:
            _keep(member, event, one)
            kept += 1
        except (Refused, NotFound) as refusal:
            refused.append(str(refusal) or _("They are not on this list any more."))
        except (KeyError, TypeError, ValueError):
            refused.append(_("This page was too old: load it again."))
    return JsonResponse({"kept": kept, "refused": refused, "came": _came(event)})


@require_POST
@with_second_factor
def walk_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody who came without signing up."""
    member = current_member(request)
    event = hosted_event(member, slug)
    form = WalkInForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write their name, or what they would like to be called."))
        return redirect("events:door", slug)
    kept = form.cleaned_data
    try:
        commands.walk_in(
            by=member,
            event=event,
            shift_id=kept["shift"],
            key=kept["key"],
            name=kept["name"],
            email=kept["email"],
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("events:door", slug)


@require_http_methods(["GET", "POST"])
def here(request: HttpRequest, code: str) -> HttpResponse:
    """Where the code at the door leads: the host's phone checks them in, anybody else's says so."""
    sign_up = sign_up_by_code(code)
    event = sign_up.event
    if not checks_in(request, event):
        return redirect("events:ticket", code)
    if request.method == "POST":
        commands.mark(
            by=current_member(request),
            event=event,
            sign_up_id=sign_up.pk,
            state=SignUp.State.CAME,
            how=SignUp.How.CODE,
        )
        sign_up.refresh_from_db()
    shown: dict[str, Any] = {"sign_up": sign_up, "name": _name(sign_up), "came": _came(event)}
    return show_event(request, "here", event, **shown)


def _keep(member: Member, event: Event, told: dict[str, Any]) -> None:
    if "key" in told:
        commands.walk_in(
            by=member,
            event=event,
            shift_id=int(told["shift"]),
            key=UUID(told["key"]),
            name=str(told["name"]),
            email=str(told.get("email", "")),
        )
        return
    commands.mark(
        by=member,
        event=event,
        sign_up_id=int(told["id"]),
        state=str(told["state"]),
        at=_moment(told["at"]),
    )


def _moment(told: str) -> datetime:
    moment = parse_datetime(told)
    if moment is None or moment.tzinfo is None:
        raise ValueError
    return moment


def _came(event: Event) -> int:
    return event.sign_ups.filter(state=SignUp.State.CAME).count()


def _name(sign_up: SignUp) -> str:
    return sign_up.name or (sign_up.member.name if sign_up.member else "")
