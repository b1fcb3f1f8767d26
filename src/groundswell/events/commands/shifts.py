"""Shifts of an event: put on, changed, taken off."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.events.commands.changing import refuse_what_has_ended
from groundswell.events.commands.line import locked_shift, move_up, put_back
from groundswell.events.commands.plans import refuse_capacity, refuse_times
from groundswell.events.models import Event, Notice, Shift, SignUp
from groundswell.events.queries import level_of, runs
from groundswell.events.rules import limits_of
from groundswell.members.models import Member

MOST_SHIFTS = 40
LADDER = (Notice.Kind.TWO_DAYS, Notice.Kind.DAY_BEFORE, Notice.Kind.MORNING)


@dataclass(frozen=True)
class ShiftPlan:
    """What a host decides about a shift."""

    name: str
    starts_at: datetime
    ends_at: datetime
    capacity: int | None


def put_shift(*, by: Member, event: Event, plan: ShiftPlan, shift_id: int | None = None) -> Shift:
    """Add a shift, or with ``shift_id`` change one; the event lasts from the first to the last.

    With more seats the first in line move up and are told; with fewer the last to come stand in
    line again. Whoever is in a shift whose times change, or stands in line again, is told once.
    """
    if not runs(by, event):
        raise NotFound
    refuse_times(plan.starts_at, plan.ends_at)
    level = level_of(event.host, event) if event.host else "trusted"
    refuse_capacity(plan.capacity, limits_of(level))
    with transaction.atomic():
        event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
        refuse_what_has_ended(event)
        shift = _shift(event, shift_id)
        moved = shift_id is not None and (shift.starts_at, shift.ends_at) != (
            plan.starts_at,
            plan.ends_at,
        )
        shift.name = plan.name.strip()[:80]
        shift.starts_at, shift.ends_at = plan.starts_at, plan.ends_at
        shift.capacity = plan.capacity
        shift.save()
        back = put_back(shift)
        move_up(shift)
        _stretch(event)
        if moved or (back and shift_id is not None):
            _tell_of_the_move(event, shift)
        _line(by, "put_shift", shift)
    return shift


def take_shift_off(*, by: Member, event: Event, shift_id: int) -> None:
    """Take off a shift for which nobody has signed up. Safe to repeat."""
    if not runs(by, event):
        raise NotFound
    with transaction.atomic():
        shift = _shift(event, shift_id)
        if shift.ended_at is not None:
            return
        there = (SignUp.State.COMING, SignUp.State.WAITING, SignUp.State.CAME)
        if shift.sign_ups.filter(state__in=there).exists():
            raise Refused(
                _("People have signed up for it: change its time, or write to them first.")
            )
        if event.shifts.filter(ended_at=None).count() == 1:
            raise Refused(_("It is the only one: cancel the event instead."))
        shift.ended_at = clock.now()
        shift.save(update_fields=["ended_at"])
        _stretch(event)
        _line(by, "take_shift_off", shift)


def _shift(event: Event, shift_id: int | None) -> Shift:
    if shift_id is None:
        if event.shifts.filter(ended_at=None).count() >= MOST_SHIFTS:
            raise Refused(_("Forty shifts are enough for one event: make another event."))
        return Shift(event=event)
    if not event.shifts.filter(pk=shift_id).exists():
        raise NotFound
    return locked_shift(shift_id)


def _stretch(event: Event) -> None:
    """An event begins with its first shift and ends with its last."""
    shifts = list(event.shifts.filter(ended_at=None))
    event.starts_at = min(shift.starts_at for shift in shifts)
    event.ends_at = max(shift.ends_at for shift in shifts)
    event.changed_at = clock.now()
    event.save(update_fields=["starts_at", "ends_at", "changed_at"])


def _tell_of_the_move(event: Event, shift: Shift) -> None:
    event.turn += 1
    event.save(update_fields=["turn"])
    there = shift.sign_ups.filter(
        state__in=(SignUp.State.COMING, SignUp.State.WAITING), member__isnull=False
    )
    told = there.values_list("pk", flat=True)
    kind = Notice.Kind.MOVED
    overtaken = Notice.objects.filter(sign_up__in=told, kind__in=(*LADDER, kind))
    overtaken.filter(state=Notice.State.WAITING).update(state=Notice.State.WITHDRAWN)
    Notice.objects.bulk_create(
        [
            Notice(event=event, sign_up_id=one, kind=kind, turn=event.turn, made_at=clock.now())
            for one in told
        ],
        ignore_conflicts=True,
        batch_size=500,
    )


def _line(by: Member, action: str, shift: Shift) -> None:
    write_audit_line(by=by.pk, action=f"events.{action}", subject=f"event:{shift.event_id}")
