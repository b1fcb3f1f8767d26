"""Lifts, on the page of one's own place."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundswell.common.errors import Refused
from groundswell.events.commands import (
    agree_to_lift,
    ask_about_lift,
    end_lift_match,
    tell_of_lift,
    withdraw_lift,
)
from groundswell.events.forms.coming import LiftForm
from groundswell.events.models import SignUp
from groundswell.events.queries import sign_up_by_code
from groundswell.events.views.ticket import ticket_page, whole_number


@require_POST
def lift(request: HttpRequest, code: str) -> HttpResponse:
    """Offer a lift or want one; ask, agree, say no."""
    sign_up, act = sign_up_by_code(code), request.POST.get("act", "")
    try:
        if act == "tell":
            form = LiftForm(request.POST)
            if not form.is_valid():
                return ticket_page(request, sign_up, form)
            tell_of_lift(sign_up=sign_up, **form.cleaned_data)
        else:
            _answer(sign_up, act, whole_number(request.POST.get("id")))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(reverse("events:ticket", args=[code]) + "#lifts")


def _answer(sign_up: SignUp, act: str, number: int) -> None:
    if act == "withdraw":
        withdraw_lift(sign_up=sign_up)
    elif act == "ask":
        ask_about_lift(sign_up=sign_up, lift_id=number)
    elif act == "agree":
        agree_to_lift(sign_up=sign_up, match_id=number)
    elif act == "end":
        end_lift_match(sign_up=sign_up, match_id=number)
