"""The second look: a sample keyed again by somebody else, and what differs decided."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from groundswell.common.errors import Refused
from groundswell.members.access import current_member
from groundswell.paper.commands.looking_again import begin_look, decide, look_again
from groundswell.paper.forms.looking_again import DecisionForm, ReadingForm
from groundswell.paper.queries.looking_again import look_seen_by
from groundswell.paper.queries.printings import printing_seen_by
from groundswell.paper.rules.legend import read
from groundswell.paper.views.who import walkers_and_organisers


@require_POST
@walkers_and_organisers
def begin(request: HttpRequest, round_code: str, printing: int) -> HttpResponse:
    """Draw a sample and start on it."""
    member = current_member(request)
    found = printing_seen_by(member, round_code, printing)
    try:
        look = begin_look(by=member, printing=found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("paper:sheets", found.round.code)
    return redirect("paper:look", look.pk)


@require_http_methods(["GET", "POST"])
@walkers_and_organisers
def look(request: HttpRequest, look_id: int) -> HttpResponse:
    """One cell after the other; at the end the error rate and what differs."""
    member = current_member(request)
    shown = look_seen_by(member, look_id)
    form = ReadingForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if not form.is_valid():
            raise Refused(_("This page was too old: load it again."))
        try:
            look_again(by=member, look_id=look_id, **form.cleaned_data)
            return redirect("paper:look", look_id)
        except Refused as refusal:
            form.add_error("typed", str(refusal))
            status = 422
    context = {
        "shown": shown,
        "printing": shown.look.printing,
        "now": shown.next_for(member),
        "codes": read(shown.look.printing.legend),
        "form": form,
    }
    return render(request, "paper/look.html", context, status=status)


@require_POST
@walkers_and_organisers
def decide_cell(request: HttpRequest, look_id: int) -> HttpResponse:
    """Say which of two readings holds."""
    member = current_member(request)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise Refused(_("This page was too old: load it again."))
    try:
        decide(by=member, look_id=look_id, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("paper:look", look_id)
