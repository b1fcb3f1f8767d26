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
    level_decided,
    level_history,
    may_judge,
)
from groundswell.events.queries.judging import groups_run_by, hosting_record
from groundswell.events.rules import limits_of
from groundswell.events.views.showing import frame_of
from groundswell.groups.models import Group
from groundswell.members.access import current_member
from groundswell.members.models import Member
from groundswell.moderation.access import with_second_factor


@require_GET
@with_second_factor
def to_look_over(request: HttpRequest) -> HttpResponse:
    """What waits for approval or to be looked over, and the hosts."""
    member = current_member(request)
    hosts = hosts_seen_by(member)
    shown = {
        "events": events_to_look_over(member)[:200],
        "hosts": [(one, HostDecision.Level(level_decided(one)).label) for one in hosts[:200]],
        "groups": [(group, _hosts_of(member, group)) for group in _independent(member)],
    }
    return render(request, "events/to_look_over.html", shown)


@require_POST
@with_second_factor
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
@with_second_factor
def host(request: HttpRequest, member_id: int) -> HttpResponse:
    """A host: their record, how far they are trusted, and every decision on that."""
    member = current_member(request)
    group = _group(request, member)
    other = hosts_seen_by(member, group).filter(pk=member_id).first()
    if other is None and member.pk == member_id:
        other = Member.objects.get(pk=member_id)
    if other is None:
        raise NotFound
    if request.method == "POST":
        level, reason = request.POST.get("level", ""), request.POST.get("reason", "")
        try:
            set_host_level(by=member, member=other, level=level, reason=reason, group=group)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect(request.get_full_path())
    level = level_decided(other, group)
    shown = {
        "host": other,
        "level": HostDecision.Level(level),
        "limits": limits_of(level),
        "levels": [(one, limits_of(one)) for one in HostDecision.Level],
        "history": level_history(other, group),
        "record": hosting_record(other, group),
        "decides": member.pk != other.pk,
        **frame_of(group),
    }
    return render(request, "events/host.html", shown)


def _independent(member: Member) -> list[Group]:
    return [group for group in groups_run_by(member) if group.is_independent]


def _group(request: HttpRequest, member: Member) -> Group | None:
    """The independent group for which a host is looked at; none: the campaign."""
    asked = request.GET.get("group", "")
    return next((one for one in _independent(member) if one.slug == asked), None)


def _hosts_of(member: Member, group: Group) -> list[tuple[Member, str]]:
    hosts = hosts_seen_by(member, group)[:200]
    return [(one, str(HostDecision.Level(level_decided(one, group)).label)) for one in hosts]
