"""Finding events."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from groundswell.common import clock
from groundswell.events.queries import events_seen_by
from groundswell.members.access import member_or_none

MOST = 60


@require_GET
def events(request: HttpRequest) -> HttpResponse:
    """What is to come, the soonest first."""
    coming = events_seen_by(member_or_none(request)).filter(ends_at__gt=clock.now())
    return render(request, "events/list.html", {"events": coming[:MOST]})
