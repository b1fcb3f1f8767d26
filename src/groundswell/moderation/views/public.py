"""How things are kept decent here, and how well that works."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from groundswell.common import clock
from groundswell.moderation.models import Report
from groundswell.moderation.queries import figures
from groundswell.moderation.rules.deadlines import APPEAL_DAYS, hours_for

A_YEAR = timedelta(days=365)


@require_GET
def how(request: HttpRequest) -> HttpResponse:
    """The rules, who decides and how quickly, and the last year in numbers."""
    shown = {
        "figures": figures(clock.now() - A_YEAR),
        "promises": [(reason.label, hours_for(reason) // 24) for reason in Report.Reason],
        "appeal_days": APPEAL_DAYS,
    }
    return render(request, "moderation/how.html", shown)
