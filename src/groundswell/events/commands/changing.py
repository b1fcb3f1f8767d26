"""Changing, moving and cancelling an event; those who come are told once."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock, statements
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.common.sql import as_kept
from groundswell.events.commands.hosting import put_roles
from groundswell.events.commands.line import move_up, put_back
from groundswell.events.commands.plans import (
    EventPlan,
    PlacePlan,
    plan_of_place,
    put_facts,
    put_place,
    refuse_capacity,
    refuse_effort,
    refuse_place,
    refuse_times,
)
from groundswell.events.commands.withdrawing import withdraw_reminders
from groundswell.events.models import Event, Notice, Place, Shift
from groundswell.events.queries import level_of, runs
from groundswell.events.rules import Limits, limits_of
from groundswell.members.models import Member
from groundswell.moderation.queries import may_change_to

WORDS_LENGTH = 500

_TELL_EVERYONE_ONCE = """
INSERT INTO events_notice (event_id, sign_up_id, kind, turn, state, made_at)
SELECT event_id, MIN(id), %s, %s, 'waiting', %s
FROM events_signup
WHERE event_id = %s AND state IN ('coming', 'waiting') AND member_id IS NOT NULL
GROUP BY event_id, member_id
ON CONFLICT DO NOTHING
"""


def change_event(*, by: Member, event: Event, plan: EventPlan) -> Event:
    """Change what does not concern place and time (for those there is ``move_event``)."""
    with transaction.atomic():
        event = _locked(by, event)
        refuse_what_has_ended(event)
        new_effort = plan.effort if plan.effort != event.effort else None
        refuse_effort(by, new_effort, event.group)
        if plan.words != event.words:
            may_change_to(by, plan.words)
        refuse_place(plan.kind, plan_of_place(event, Place.objects.get(event=event)))
        put_facts(event, plan)
        put_roles(event, plan)
        if event.state == Event.State.REFUSED:
            event.state = Event.State.WAITING  # put right, it waits again
        _note_change(by, event)
        event.save()
        _line(by, "change_event", event)
    return event


def move_event(
    *,
    by: Member,
    event: Event,
    place: PlacePlan,
    starts_at: datetime,
    ends_at: datetime,
    capacity: int | None,
    words: str = "",
) -> Event:
    """Move the event and every sign-up with it; everybody who comes or waits is told once.

    However many they are, it takes a few statements. With fewer seats the last to come stand in
    line again, with more the first in line move up. Repeated with the same place, time and seats
    it changes nothing and tells nobody. Reminders not yet sent are withdrawn: the ladder begins
    again for the new time.
    """
    with transaction.atomic():
        event = _locked(by, event)
        refuse_what_has_ended(event)
        limits = limits_of(level_of(event.host, event)) if event.host else limits_of("trusted")
        _refuse(event, place, starts_at, ends_at, capacity, limits)
        shifted = starts_at - event.starts_at
        shifts = list(Shift.objects.select_for_update().filter(event=event, ended_at=None))
        seats = shifts[0].capacity if len(shifts) == 1 else None
        before = _as_it_stands(event, Place.objects.get(event=event), seats)
        exact = put_place(event, place, event.host)
        event.starts_at, event.ends_at = starts_at, ends_at
        if _as_it_stands(event, exact, capacity if len(shifts) == 1 else None) == before:
            return event
        event.turn += 1
        event.change_words = words.strip()[:WORDS_LENGTH]
        _note_change(by, event)
        event.save()
        exact.save()
        _put_shifts(event, shifts, shifted, capacity)
        withdraw_reminders(event)
        tell_everyone_once(event, Notice.Kind.MOVED)
        _line(by, "move_event", event, turn=event.turn)
    return event


def cancel_event(*, by: Member | None, event: Event, words: str = "") -> Event:
    """Cancel the event and tell everybody once. Safe to repeat; its host may at any time.

    ``by`` None is the system, when a host leaves for good.
    """
    with transaction.atomic():
        event = _locked(by, event)
        if event.state == Event.State.CANCELLED:
            return event
        if event.ends_at <= clock.now():
            raise Refused(_("It is over: there is nothing left to cancel."))
        list(Shift.objects.select_for_update().filter(event=event))  # whoever signs up now, waits
        event.state = Event.State.CANCELLED
        event.change_words = words.strip()[:WORDS_LENGTH]
        event.changed_at = clock.now()
        event.save(update_fields=["state", "change_words", "changed_at"])
        withdraw_reminders(event)
        tell_everyone_once(event, Notice.Kind.CANCELLED)
        _line(by, "cancel_event", event)
    return event


def tell_everyone_once(event: Event, kind: str) -> int:
    """One row for each person who comes or waits, in one statement; how many."""
    told = [kind, event.turn, as_kept(clock.now()), event.pk]
    return statements.change(_TELL_EVERYONE_ONCE, told)


def _as_it_stands(event: Event, place: Place, seats: int | None) -> tuple[object, ...]:
    return (event.starts_at, event.ends_at, seats, plan_of_place(event, place))


def _put_shifts(
    event: Event, shifts: list[Shift], shifted: timedelta, capacity: int | None
) -> None:
    """Shifts move with their event; a single one has its times and seats from the event."""
    single = len(shifts) == 1
    for shift in shifts:
        if single:
            shift.starts_at, shift.ends_at = event.starts_at, event.ends_at
            shift.capacity = capacity
        else:
            shift.starts_at += shifted
            shift.ends_at += shifted
        shift.save(update_fields=["starts_at", "ends_at", "capacity"])
        put_back(shift)
        move_up(shift, tell=False)


def _refuse(
    event: Event,
    place: PlacePlan,
    starts_at: datetime,
    ends_at: datetime,
    capacity: int | None,
    limits: Limits,
) -> None:
    refuse_times(starts_at, ends_at)
    refuse_place(event.kind, place)
    refuse_capacity(capacity, limits)


def _locked(by: Member | None, event: Event) -> Event:
    found = Event.objects.select_for_update(of=("self",)).filter(pk=event.pk).first()
    if found is None or not (by is None or runs(by, found)):
        raise NotFound
    return found


def refuse_what_has_ended(event: Event) -> None:
    """Refuse to change what was cancelled, or is over."""
    if event.state == Event.State.CANCELLED:
        raise Refused(_("It was cancelled: host it anew."))
    if event.ends_at <= clock.now():
        raise Refused(_("It is over: there is nothing left to change."))


def _note_change(by: Member, event: Event) -> None:
    """Organisers look over what a host changes who is not trusted; not what they change."""
    event.changed_at = clock.now()
    if event.host is not None and limits_of(level_of(event.host, event)).looked_over:
        event.looked_over_at = None if by.pk == event.host_id else clock.now()


def _line(by: Member | None, action: str, event: Event, **details: int) -> None:
    write_audit_line(
        by=by.pk if by else None,
        action=f"events.{action}",
        subject=f"event:{event.pk}",
        details=details,
    )
