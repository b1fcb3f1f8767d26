"""Hosting: anybody may, and the first time an organiser looks at it before others do."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.mail import put_in_outbox
from groundswell.events.commands.plans import (
    EventPlan,
    put_facts,
    put_place,
    refuse_effort,
    refuse_group,
    refuse_what_cannot_be,
    slug_for,
)
from groundswell.events.models import Event, RoleNeeded, Shift
from groundswell.events.queries import level_of
from groundswell.events.rules import Level, Limits, limits_of
from groundswell.groups.models import Group
from groundswell.groups.queries import admins_of
from groundswell.members.models import Member
from groundswell.moderation.queries import may_post


def host_event(*, by: Member, plan: EventPlan, key: UUID) -> Event:
    """A new event; safe to repeat under the same ``key``.

    An approved or trusted host's is published at once; anybody else's waits for whoever answers
    for its area. Who answers for it themselves is trusted with it.
    """
    made = Event.objects.filter(key=key, host=by).first()
    if made is not None:
        return made
    with transaction.atomic():
        Member.objects.select_for_update().get(pk=by.pk)  # one event at a time is counted
        event = Event(host=by, key=key, made_at=clock.now(), changed_at=clock.now())
        refuse_group(by, plan.group)
        may_post(by, plan.words)
        event.kind, event.group = plan.kind, plan.group
        place = put_place(event, plan.place, by)
        put_facts(event, plan)
        level = level_of(by, event)
        limits = limits_of(level)
        _refuse_too_many(by, level, limits)
        refuse_what_cannot_be(plan, limits)
        refuse_effort(by, plan.effort, plan.group)
        event.slug = slug_for(event.title)
        event.starts_at, event.ends_at = plan.starts_at, plan.ends_at
        event.state = Event.State.PUBLISHED if limits.publishes else Event.State.WAITING
        event.looked_over_at = None if limits.looked_over else clock.now()
        event.save()
        place.event = event
        place.save()
        Shift.objects.create(
            event=event,
            starts_at=plan.starts_at,
            ends_at=plan.ends_at,
            capacity=plan.capacity or (limits.places if level == Level.HOST else None),
        )
        put_roles(event, plan)
        if event.state == Event.State.WAITING and event.group is not None:
            _tell_admins(event, event.group)
        write_audit_line(by=by.pk, action="events.host_event", subject=f"event:{event.pk}")
    return event


def _tell_admins(event: Event, group: Group) -> None:
    """A group's admins have no menu that counts what waits: they get a mail."""
    link = settings.SITE_URL + reverse("events:people", args=[event.slug])
    for admin in admins_of(group):
        with override(admin.language):
            put_in_outbox(
                key=f"event-waits-{event.pk}-{admin.pk}",
                to=admin.email,
                subject=_("An event of %(group)s waits for you") % {"group": group.name},
                body=_("“%(title)s” waits until an admin looks at it:\n%(link)s")
                % {"title": event.title, "link": link},
            )


def put_roles(event: Event, plan: EventPlan) -> None:
    """Keep the roles needed as the plan has them; a role that somebody took keeps its row."""
    wanted = {name.strip()[:80]: count for name, count in plan.roles if name.strip()}
    event.roles_needed.exclude(name__in=wanted).delete()
    for name, count in wanted.items():
        RoleNeeded.objects.update_or_create(
            event=event, name=name, defaults={"wanted": max(1, count)}
        )


def _refuse_too_many(by: Member, level: str, limits: Limits) -> None:
    if level == Level.STOPPED:
        raise Refused(_("You cannot host events at present. Ask an organiser why."))
    to_come = Event.objects.filter(
        host=by,
        ends_at__gt=clock.now(),
        state__in=(Event.State.WAITING, Event.State.PUBLISHED),
    ).count()
    if to_come >= limits.at_once:
        raise Refused(
            _("You have %(most)d events to come, as many as you may have at one time.")
            % {"most": limits.at_once}
        )
