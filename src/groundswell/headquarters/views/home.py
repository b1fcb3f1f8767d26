"""The front page: for those signed out what this is, for members what there is for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groundswell.common import clock
from groundswell.doorstep.queries import my_rounds
from groundswell.events.queries import coming_events_of
from groundswell.headquarters.queries import (
    branch_scope,
    by_day,
    by_moment,
    campaign_scope,
    needs_of,
    total,
)
from groundswell.headquarters.queries.scopes import Scope
from groundswell.headquarters.rules import Period
from groundswell.look.charts import sparkline
from groundswell.members.access import member_or_none
from groundswell.members.models import Member
from groundswell.outreach.opening import url_of
from groundswell.outreach.queries import open_efforts_for

MOST_EVENTS = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The page at ``/``."""
    member = member_or_none(request)
    if member is None:
        return render(request, "headquarters/front.html")
    context = {
        "member": member,
        "rounds_out": my_rounds(member),
        "open_now": [(effort, url_of(effort)) for effort in open_efforts_for(member)],
        "coming": coming_events_of(member)[:MOST_EVENTS],
        "needs": needs_of(member),
        "weeks": [_week(scope) for scope in _scopes(member)],
    }
    return render(request, "headquarters/home.html", context)


def _scopes(member: Member) -> list[Scope]:
    scopes = [campaign_scope(member)]
    if member.branch_id is not None:
        scopes.insert(0, branch_scope(member, member.branch_id))
    return scopes


def _week(scope: Scope) -> dict[str, object]:
    days = by_day(by_moment(scope, Period.WEEK))
    figures = total(days.values())
    today = days.get(clock.today())
    line = sparkline([day.contacts for day in days.values()], title=scope.title)
    return {"scope": scope, "figures": figures, "today": today, "line": line}
