"""Hosting an event, and one's own events."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.events.commands import host_event
from groundswell.events.forms.hosting import HostForm, usual_time
from groundswell.events.models import Event
from groundswell.events.queries import coming_events_of, events_hosted_by
from groundswell.events.queries.efforts import efforts_to_tie
from groundswell.events.queries.judging import JUDGES, how_many_wait, level_to_host_at
from groundswell.events.rules import Level, limits_of
from groundswell.groups.queries import groups_of
from groundswell.members.access import current_member, signed_in
from groundswell.members.limits import limit
from groundswell.members.queries import holds_role

HOSTS_A_DAY = 20


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Host an event: what, when, where, and done."""
    member = current_member(request)
    groups = groups_of(member)
    group = groups.filter(slug=request.GET.get("group", "")).first()
    efforts = efforts_to_tie(member)
    if request.method == "POST":
        form = HostForm(request.POST, efforts=efforts, groups=groups)
    else:
        kind = request.GET.get("kind") or Event.Kind.CANVASS
        start = {"key": uuid7(), "kind": kind, "group": group, **usual_time()}
        form = HostForm(initial=start, efforts=efforts, groups=groups)
    if form.is_valid():
        try:
            limit("events.host", member, per_day=HOSTS_A_DAY)
            event = host_event(by=member, plan=form.plan(), key=form.cleaned_data["key"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("events:people", event.slug)
    if group is None and holds_role(member, *JUDGES):
        level: str = Level.TRUSTED
    else:
        level = level_to_host_at(member, group)
    shown = {"form": form, "level": level, "limits": limits_of(level), "group": group}
    return render(request, "events/new.html", shown, status=422 if form.errors else 200)


@require_GET
@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """What one comes to, and what one hosts."""
    member = current_member(request)
    hosted = events_hosted_by(member)
    shown = {
        "coming": coming_events_of(member),
        "hosting": hosted.filter(ends_at__gt=clock.now()),
        "waiting": how_many_wait(member),
        "hosted": hosted.filter(ends_at__lte=clock.now())[:20],
    }
    return render(request, "events/mine.html", shown)
