"""An event as its host sees it: who comes, how full, what is left to do."""

from typing import Any

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from groundswell.common import clock
from groundswell.events.models import Feedback
from groundswell.events.queries import filling_of, hosted_event, may_judge, place_for
from groundswell.events.queries.coming import people_of
from groundswell.events.views.showing import show_event
from groundswell.members.access import current_member
from groundswell.moderation.access import with_second_factor

MOST = 300


@require_GET
@with_second_factor
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who comes, and everything a host can do."""
    member = current_member(request)
    event = hosted_event(member, slug)
    counted = event.sign_ups.values_list("state").annotate(count=Count("pk"))
    marks = dict(event.feedback.values_list("mark").annotate(count=Count("pk")))
    shown: dict[str, Any] = {
        "place": place_for(member, event),
        "filling": filling_of(event),
        "sign_ups": people_of(event).exclude(state="cancelled")[:MOST],
        "most": MOST,
        "counts": dict(counted),
        "roles": event.roles_needed.annotate(taken=Count("taken_by")).order_by("pk"),
        "marks": [(mark, marks.get(mark.value, 0)) for mark in reversed(Feedback.Mark)],
        "said": event.feedback.exclude(words="").order_by("-said_at"),
        "judges": may_judge(member, event),
        "over": event.ends_at <= clock.now(),
        "address": settings.SITE_URL + reverse("events:page", args=[slug]),
    }
    return show_event(request, "people", event, **shown)
