"""For organisers: who is out, who calls for help, and the banner on every page."""

import hashlib

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.members.access import (
    current_member,
    role_required,
    second_factor_done,
    signed_in,
)
from groundswell.members.queries import holds_role
from groundswell.safety import commands
from groundswell.safety.forms import EndHelpForm
from groundswell.safety.queries import help_call_for, help_calls, who_is_out
from groundswell.safety.queries.doors import MINDERS
from groundswell.safety.queries.shifts import address_of

minders = role_required(*MINDERS)
SHOWN_LATELY = 20


@require_safe
@never_cache
@minders
def out(request: HttpRequest) -> HttpResponse:
    """Who is out now with their last doors, calls for help, and what came of earlier ones."""
    member = current_member(request)
    over = help_calls(member, open_only=False).exclude(ended_at=None).order_by("-called_at")
    shown = {
        "people": who_is_out(member),
        "calls": [
            (call, address_of(call.constituency_id, call.household_id))
            for call in help_calls(member)
        ],
        "over": over[:SHOWN_LATELY],
    }
    return render(request, "safety/out.html", shown)


@require_POST
@minders
def home(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Somebody forgot to check out, and is well."""
    shift = commands.bring_home(by=current_member(request), shift_id=shift_id)
    messages.success(request, _("%(name)s is checked out.") % {"name": shift.member.name})
    return redirect("safety:out")


@require_POST
@minders
def answer(request: HttpRequest, call_id: int) -> HttpResponse:
    """Look after a call for help."""
    call = commands.answer_help(by=current_member(request), call_id=call_id)
    who = call.answered_by.name if call.answered_by else ""
    messages.success(
        request,
        _("%(who)s looks after %(name)s.") % {"who": who, "name": call.member.name},
    )
    return redirect("safety:out")


@require_http_methods(["GET", "HEAD", "POST"])
@minders
def end(request: HttpRequest, call_id: int) -> HttpResponse:
    """Say how a call for help ended."""
    member = current_member(request)
    call = help_call_for(member, call_id)
    form = EndHelpForm(request.POST or None)
    if form.is_valid():
        try:
            commands.end_help(by=member, call_id=call.pk, **form.cleaned_data)
        except Refused as refused:
            form.add_error("came_of_it", str(refused))
        else:
            messages.success(request, _("Over. Thank you."))
            return redirect("safety:out")
    shown = {
        "call": call,
        "door": address_of(call.constituency_id, call.household_id),
        "form": form,
    }
    return render(request, "safety/end_help.html", shown)


@require_safe
@never_cache
@signed_in
def banner(request: HttpRequest) -> HttpResponse:
    """Calls for help that are not over, for the head of every page; 204 where nothing is new."""
    member = current_member(request)
    minds = holds_role(member, *MINDERS)
    calls = list(help_calls(member)) if minds else []
    late = sum(one.overdue for one in who_is_out(member)) if minds else 0
    marks = [(call.pk, call.answered_by_id) for call in calls]
    seen = hashlib.sha256(repr((marks, late)).encode()).hexdigest()[:12]
    if request.GET.get("seen", "") == (seen if calls or late else ""):
        return HttpResponse(status=204)
    shown = {
        "calls": calls,
        "late": late,
        "seen": seen,
        "proven": second_factor_done(request),
    }
    return render(request, "safety/parts/banner.html", shown)
