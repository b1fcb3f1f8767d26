"""Rows of past canvassing of which it is unclear whose they are, one at a time."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groundswell.contact.commands.past import decide_doubt
from groundswell.contact.models import Outcome
from groundswell.contact.past_wording import unclear
from groundswell.contact.queries.past import codes_by_id, doubts_for, next_doubt
from groundswell.contact.views.past import data_managers
from groundswell.members.access import current_member
from groundswell.privacy.commands import note_sighting
from groundswell.register.queries import elector_seen_by


@require_safe
@data_managers
def doubts(request: HttpRequest) -> HttpResponse:
    """The next one that waits, with both rows side by side."""
    member = current_member(request)
    after = request.GET.get("after", "")
    doubt = next_doubt(member, int(after) if after.isascii() and after.isdigit() else 0)
    shown: dict[str, object] = {"doubt": doubt, "left": doubts_for(member).count()}
    if doubt is not None:
        elector = elector_seen_by(member, doubt.constituency_id, doubt.elector_id)
        note_sighting(by=member, purpose="past canvassing", people=[elector.person])
        code = codes_by_id().get(doubt.result["code_id"] or 0)
        shown |= {
            "elector": elector,
            "why": unclear(doubt.how),
            "outcome": Outcome(doubt.result["outcome"]).label,
            "intention": code.label if code else "",
            "day": date.fromisoformat(doubt.result["day"]),
        }
    return render(request, "contact/doubts.html", shown)


@require_POST
@data_managers
def decide(request: HttpRequest, constituency_id: int, doubt_id: int) -> HttpResponse:
    """Record the row, or drop it; then on to the next."""
    decide_doubt(
        by=current_member(request),
        constituency_id=constituency_id,
        doubt_id=doubt_id,
        decision=request.POST.get("decision", ""),
    )
    messages.success(request, _("Decided."))
    return redirect("contact:doubts")
