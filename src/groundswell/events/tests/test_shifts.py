"""Whoever is in a shift learns of what becomes of it, once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.events.commands import cancel_event, put_shift, write_reminder
from groundswell.events.commands.shifts import ShiftPlan
from groundswell.events.models import Notice, SignUp
from groundswell.events.tests.making import comes, people, published

pytestmark = pytest.mark.django_db


def _plan(shift):
    return ShiftPlan(shift.name, shift.starts_at, shift.ends_at, shift.capacity)


def test_another_time_or_fewer_seats_are_told_to_who_is_in_it(town):
    event = published(town, by=town.organiser, capacity=2)
    members = people(2)
    first, last = (comes(event, member) for member in members)
    shift = event.shifts.get()
    moved = Notice.objects.filter(kind=Notice.Kind.MOVED)
    put_shift(by=town.organiser, event=event, plan=_plan(shift), shift_id=shift.pk)
    assert not moved.exists(), "nothing has changed"
    later = shift.starts_at + timedelta(hours=3)
    plan = replace(_plan(shift), starts_at=later, ends_at=later + timedelta(hours=2))
    for _twice in range(2):
        put_shift(by=town.organiser, event=event, plan=plan, shift_id=shift.pk)
    assert sorted(moved.values_list("sign_up", flat=True)) == [first.pk, last.pk]
    put_shift(by=town.organiser, event=event, plan=replace(plan, capacity=1), shift_id=shift.pk)
    last.refresh_from_db()
    assert last.state == SignUp.State.WAITING
    assert moved.filter(sign_up=last).count() == 2


def test_what_is_over_or_called_off_keeps_its_shifts(town):
    event = published(town, by=town.organiser)
    shift = event.shifts.get()
    change = {"by": town.organiser, "event": event, "plan": _plan(shift), "shift_id": shift.pk}
    with clock.set_to(shift.starts_at), pytest.raises(NotFound):
        put_shift(**{**change, "by": town.supporter})
    cancel_event(by=town.organiser, event=event)
    with pytest.raises(Refused, match="cancelled"):
        put_shift(**change)


def test_a_reminder_is_its_hosts_to_write(town):
    event = published(town, by=town.organiser)
    with pytest.raises(NotFound):
        write_reminder(
            by=town.supporter, event=event, when="signed_up", subject="", body="", sent=False
        )
    assert not event.reminder_words.exists()
