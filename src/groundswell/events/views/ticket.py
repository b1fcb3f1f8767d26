"""One's place at an event, by its own link: where it is, the code for the door, lifts, giving back.

Whoever holds the link holds the place, as with a ticket on paper: it comes by mail and asks for no
signing in.
"""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.events.commands import cannot_come, change_party, say_how_it_was
from groundswell.events.forms.coming import FeedbackForm, LiftForm
from groundswell.events.models import Event, Feedback, SignUp
from groundswell.events.queries import runs, sign_up_by_code
from groundswell.events.queries.coming import place_in_line
from groundswell.events.queries.efforts import effort_open_now
from groundswell.events.queries.lifts import lifts_seen_from
from groundswell.events.queries.page import COMES, place_with_code
from groundswell.events.views.codes import svg_of
from groundswell.events.views.showing import show_event, status_of
from groundswell.members.access import member_or_none, second_factor_done
from groundswell.outreach import opening


@require_GET
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    """All that somebody who comes needs."""
    sign_up = sign_up_by_code(code)
    return ticket_page(request, sign_up, _lift_form(sign_up))


@require_POST
def act(request: HttpRequest, code: str) -> HttpResponse:
    """Give the place back, bring more friends or fewer."""
    sign_up = sign_up_by_code(code)
    said = request.POST
    try:
        if said.get("act") == "cannot_come":
            cannot_come(by=None, sign_up=sign_up)
            messages.success(request, _("Thank you for saying so: your place is free again."))
        elif said.get("act") == "party":
            change_party(by=None, sign_up=sign_up, guests=whole_number(said.get("guests")))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("events:ticket", code)


@require_GET
def code_picture(request: HttpRequest, code: str) -> HttpResponse:
    """The link of the place as a QR code: the host's camera reads it at the door."""
    sign_up = sign_up_by_code(code)
    return svg_of(settings.SITE_URL + reverse("events:here", args=[sign_up.code]))


@require_http_methods(["GET", "POST"])
def how_was_it(request: HttpRequest, code: str, mark: int) -> HttpResponse:
    """How it was: the link in the mail is the tap, the page sends it by itself."""
    sign_up = sign_up_by_code(code)
    if mark not in Feedback.Mark.values:
        return redirect("events:ticket", code)
    form = FeedbackForm(request.POST if request.method == "POST" else None, initial={"mark": mark})
    said = form.is_valid()
    if said:
        words = form.cleaned_data["words"]
        say_how_it_was(sign_up=sign_up, mark=form.cleaned_data["mark"], words=words)
    shown: dict[str, Any] = {
        "sign_up": sign_up,
        "form": form,
        "mark": Feedback.Mark(mark),
        "marks": list(Feedback.Mark),
        "said": said,
    }
    return show_event(request, "how_was_it", sign_up.event, **shown)


def ticket_page(request: HttpRequest, sign_up: SignUp, form: LiftForm) -> HttpResponse:
    """The page of somebody's place."""
    event, shift = sign_up.event, sign_up.shift
    comes = sign_up.state in COMES and event.state == Event.State.PUBLISHED
    effort = effort_open_now(event) if comes else None
    waits = sign_up.state == SignUp.State.WAITING
    shown: dict[str, Any] = {
        "sign_up": sign_up,
        "shift": shift,
        "comes": comes,
        "place": place_with_code(sign_up),
        "number": place_in_line(sign_up) if waits else 0,
        "lifts": lifts_seen_from(sign_up),
        "lift_form": form,
        "effort_url": opening.url_of(effort) if effort else "",
        "over": shift.ends_at <= clock.now(),
        "begun": shift.starts_at <= clock.now(),
        "marks": list(reversed(Feedback.Mark)),
        "party": range(event.guests_allowed + 1),
        "at_the_door": checks_in(request, event),
    }
    return show_event(request, "ticket", event, status_of(form), **shown)


def checks_in(request: HttpRequest, event: Event) -> bool:
    """Whether whoever looks keeps the door of this event."""
    member = member_or_none(request)
    return member is not None and runs(member, event, with_roles=second_factor_done(request))


def whole_number(said: str | None) -> int:
    """The number that a page sent; zero for anything else."""
    return int(said) if said and said.isdigit() and len(said) < 10 else 0


def _lift_form(sign_up: SignUp) -> LiftForm:
    there = getattr(sign_up, "lift", None)
    if there is None:
        return LiftForm(initial={"offers": "no"})
    return LiftForm(
        initial={
            "offers": "yes" if there.offers else "no",
            "seats": there.seats,
            "from_where": there.from_where,
            "contact": there.contact,
        }
    )
