"""What waits for somebody, what became of their own, and the risks as headquarters sees them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.moderation.access import with_second_factor
from groundswell.moderation.commands import write_risk_note
from groundswell.moderation.forms import RiskForm
from groundswell.moderation.queries import (
    appeals_waiting_for,
    law_desk,
    my_reports,
    reports_waiting_for,
)
from groundswell.moderation.queries.risks import risks_today


@require_GET
@with_second_factor
def desk(request: HttpRequest) -> HttpResponse:
    """Reports and appeals that wait for the member, and those that concern them."""
    member = current_member(request)
    shown = {
        "waiting": reports_waiting_for(member),
        "appeals": appeals_waiting_for(member),
        "mine": my_reports(member)[:50],
        "now": clock.now(),
        "keeps_risks": law_desk().filter(pk=member.pk).exists(),
    }
    return render(request, "moderation/desk.html", shown)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.HEADQUARTERS)
def risks(request: HttpRequest) -> HttpResponse:
    """The risk assessment: each harm with the latest note on it, and a form for the next."""
    form = RiskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            write_risk_note(by=current_member(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Written down."))
            return redirect("moderation:risks")
    shown = {"form": form, "risks": risks_today()}
    return render(request, "moderation/risks.html", shown, status=422 if form.errors else 200)
