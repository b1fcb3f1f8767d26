"""Deciding on events and hosts: each decision with its reason, and all of them kept."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.common.mail import put_in_outbox
from groundswell.events.models import Event, HostDecision
from groundswell.events.queries import level_decided, level_of, may_judge
from groundswell.events.queries.judging import hosts_seen_by
from groundswell.events.rules import Level
from groundswell.groups.models import Group
from groundswell.members.models import Member

REASON_LENGTH = 300


def approve_event(*, by: Member, event: Event, words: str = "") -> Event:
    """Publish an event that waits; a first-time host becomes an approved one with it."""
    with transaction.atomic():
        event = _locked(by, event)
        if event.state == Event.State.PUBLISHED:
            return event
        if event.state == Event.State.CANCELLED:
            raise Refused(_("Its host has cancelled it."))
        _decide(by, event, Event.State.PUBLISHED, words)
        if event.host is not None and level_of(event.host, event) == Level.HOST:
            group = event.group if event.is_independent else None
            reason = _("Approved with “%(title)s”.") % {"title": event.title}
            _note_level(by, event.host, HostDecision.Level.APPROVED, reason, group, event)
        _tell_host(event, _("“%(title)s” is published"), words)
    return event


def refuse_event(*, by: Member, event: Event, words: str) -> Event:
    """Do not publish an event that waits, and tell its host why."""
    if not words.strip():
        raise Refused(_("Say why, so that the host knows what to change."))
    with transaction.atomic():
        event = _locked(by, event)
        if event.state != Event.State.WAITING:
            raise Refused(_("It does not wait for approval any more."))
        _decide(by, event, Event.State.REFUSED, words)
        _tell_host(event, _("“%(title)s” was not approved"), words)
    return event


def look_over(*, by: Member, event: Event) -> Event:
    """Note that somebody who answers for the event has looked at it. Safe to repeat."""
    with transaction.atomic():
        event = _locked(by, event)
        if event.state == Event.State.PUBLISHED and event.looked_over_at is None:
            event.looked_over_at = clock.now()
            event.save(update_fields=["looked_over_at"])
            _line(by, "look_over", event)
    return event


def set_host_level(
    *, by: Member, member: Member, level: str, reason: str, group: Group | None = None
) -> HostDecision | None:
    """Trust a host with more or less, for a reason that they and later organisers can read.

    ``group`` is an independent one, which decides for itself; without it, it is for the campaign.
    None where the host has this level already. Stopping somebody leaves their events as they are:
    each is cancelled, or not, on its own.
    """
    if group is not None and not group.is_independent:
        group = None  # a campaign's group hosts as the campaign does
    if not hosts_seen_by(by, group).filter(pk=member.pk).exists():
        raise NotFound
    if by.pk == member.pk:
        raise Refused(_("Ask another organiser: nobody decides about themselves."))
    if level not in HostDecision.Level.values:
        raise Refused(_("This page was too old: load it again."))
    if not reason.strip():
        raise Refused(_("Say why: the host reads it, and so does the next organiser."))
    with transaction.atomic():
        if level_decided(member, group) == level:
            return None
        return _note_level(by, member, level, reason, group)


def _locked(by: Member, event: Event) -> Event:
    found = Event.objects.select_for_update(of=("self",)).filter(pk=event.pk).first()
    if found is None or not may_judge(by, found):
        raise NotFound
    return found


def _decide(by: Member, event: Event, state: str, words: str) -> None:
    event.state = state
    event.decided_by, event.decided_at = by, clock.now()
    event.decision_words = words.strip()[:REASON_LENGTH]
    event.looked_over_at = clock.now()
    event.save(
        update_fields=["state", "decided_by", "decided_at", "decision_words", "looked_over_at"]
    )
    _line(by, "approve_event" if state == Event.State.PUBLISHED else "refuse_event", event)


def _note_level(
    by: Member,
    member: Member,
    level: str,
    reason: str,
    group: Group | None,
    event: Event | None = None,
) -> HostDecision:
    decision = HostDecision.objects.create(
        member=member,
        group=group,
        level=level,
        reason=reason.strip()[:REASON_LENGTH],
        event=event,
        decided_by=by,
        decided_at=clock.now(),
    )
    write_audit_line(
        by=by.pk,
        action="events.set_host_level",
        subject=f"member:{member.pk}",
        details={"level": level},
    )
    return decision


def _tell_host(event: Event, subject: str, words: str) -> None:
    if event.host is None:
        return
    put_in_outbox(
        key=f"event-decided-{event.pk}-{event.state}-{int(clock.now().timestamp())}",
        to=event.host.email,
        subject=subject % {"title": event.title},
        body=words.strip() or subject % {"title": event.title},
    )


def _line(by: Member, action: str, event: Event) -> None:
    write_audit_line(by=by.pk, action=f"events.{action}", subject=f"event:{event.pk}")
