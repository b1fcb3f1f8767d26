"""Events and hosts as those who answer for them see them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.events.commands import approve_event, look_over, refuse_event, set_host_level
from groundswell.events.models import HostDecision
from groundswell.events.queries import (
    events_to_look_over,
    hosted_event,
    hosts_seen_by,
    level_history,
    level_of,
    may_judge,
)
from groundswell.events.queries.judging import hosting_record
from groundswell.events.rules import limits_of
from groundswell.members.access import current_member, signed_in
from groundswell.members.models import Member


@require_GET
@signed_in
def to_look_over(request: HttpRequest) -> HttpResponse:
    """What waits for approval or to be looked over, and the hosts."""
    member = current_member(request)
    hosts = hosts_seen_by(member)
    shown = {
        "events": events_to_look_over(member)[:200],
        "hosts": [(one, HostDecision.Level(level_of(one)).label) for one in hosts[:200]],
    }
    return render(request, "events/to_look_over.html", shown)


@require_POST
@signed_in
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """Approve, refuse, or note that it was looked over."""
    member = current_member(request)
    event = hosted_event(member, slug)
    if not may_judge(member, event):
        raise NotFound
    words = request.POST.get("words", "")
    act = request.POST.get("act")
    try:
        if act == "approve":
            approve_event(by=member, event=event, words=words)
            messages.success(request, _("Published."))
        elif act == "refuse":
            refuse_event(by=member, event=event, words=words)
            messages.success(request, _("Not published: its host is told why."))
        elif act == "look_over":
            look_over(by=member, event=event)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("events:people", slug)
    return redirect("events:to_look_over")


@require_http_methods(["GET", "POST"])
@signed_in
def host(request: HttpRequest, member_id: int) -> HttpResponse:
    """A host: their record, how far they are trusted, and every decision on that."""
    member = current_member(request)
    other = hosts_seen_by(member).filter(pk=member_id).first()
    if other is None and member.pk == member_id:
        other = Member.objects.get(pk=member_id)
    if other is None:
        raise NotFound
    if request.method == "POST":
        level, reason = request.POST.get("level", ""), request.POST.get("reason", "")
        try:
            set_host_level(by=member, member=other, level=level, reason=reason)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("events:host", member_id)
    level = level_of(other)
    shown = {
        "host": other,
        "level": HostDecision.Level(level),
        "limits": limits_of(level),
        "levels": [(one, limits_of(one)) for one in HostDecision.Level],
        "history": level_history(other),
        "record": hosting_record(other),
        "decides": member.pk != other.pk,
    }
    return render(request, "events/host.html", shown)
