"""The ladder of reminders: each step once, in the host's words, withdrawn where it is overtaken."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from groundswell.common import clock, mail
from groundswell.events.commands import (
    PlacePlan,
    cancel_event,
    cannot_come,
    mark,
    move_event,
    take_steps,
    write_reminder,
    write_what_is_waiting,
)
from groundswell.events.commands.wording import wording_of
from groundswell.events.models import Notice, SignUp
from groundswell.events.rules import ladder
from groundswell.events.tests.making import ADDRESS, comes, in_days, people, published
from groundswell.moderation.commands import hide_for_now, report

pytestmark = pytest.mark.django_db


def _go_on_until(moment):
    """The worker looks every quarter of an hour, from now until then."""
    at = clock.now()
    while at < moment:
        with clock.set_to(at):
            take_steps()
            write_what_is_waiting()
            mail.send_what_is_due()
        at += timedelta(minutes=15)


def _subjects(member):
    return [sent.subject.split(":")[0] for sent in outbox.outbox if sent.to == [member.email]]


def test_the_whole_ladder_reaches_each_who_comes_once(town):
    event = published(town, by=town.organiser, starts_at=in_days(4), title="Canvass")
    one, other, gone = people(3)
    for member in (one, other, gone):
        comes(event, member)
    write_what_is_waiting()
    cannot_come(by=gone, sign_up=event.sign_ups.get(member=gone))
    with clock.set_to(event.starts_at):
        mark(
            by=town.organiser,
            event=event,
            sign_up_id=event.sign_ups.get(member=one).pk,
            state=SignUp.State.CAME,
        )
    _go_on_until(event.starts_at - timedelta(minutes=1))
    ladder_before = ["You are coming", "In two days", "Tomorrow"]
    assert _subjects(other)[:3] == ladder_before
    assert len(_subjects(other)) == 4
    assert _subjects(gone) == ["You are coming"]
    assert all(ADDRESS in sent.body for sent in outbox.outbox)
    with clock.set_to(event.ends_at + timedelta(minutes=61)):
        take_steps()
        take_steps()
        write_what_is_waiting()
        mail.send_what_is_due()
    assert _subjects(one)[-1] == "Thank you for coming"  # the other was not there
    assert _subjects(other) == [*ladder_before, _subjects(other)[-1]]
    thanks = outbox.outbox[-1].body
    assert thanks.count("/said/") == 4
    assert ADDRESS not in thanks


def test_each_mail_ends_with_one_click(town):
    event = published(town, by=town.organiser)
    (member,) = people(1)
    comes(event, member)
    _go_on_until(event.starts_at)
    reminders = [sent for sent in outbox.outbox if not sent.subject.startswith("You are")]
    assert reminders
    for sent in reminders:
        assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = reminders[0].extra_headers["List-Unsubscribe"].strip("<>")
    Client().post("/m/off/" + stop.rstrip("/").rsplit("/", 1)[-1] + "/")
    before = len(outbox.outbox)
    with clock.set_to(event.ends_at + timedelta(minutes=61)):
        take_steps()
        write_what_is_waiting()
        mail.send_what_is_due()
    assert len(outbox.outbox) == before


def test_hosts_write_their_own_and_switch_off(town):
    event = published(town, by=town.organiser, starts_at=in_days(3))
    (member,) = people(1)
    write: dict[str, Any] = {"by": town.organiser, "event": event}
    write_reminder(**write, when="day_before", subject="Boots, {name}!", body="Mud.", sent=True)
    write_reminder(**write, when="morning", subject="", body="", sent=False)
    comes(event, member)
    _go_on_until(event.starts_at)
    assert [sent.subject for sent in outbox.outbox][-1] == "Boots, Pat!"
    write_reminder(**write, when="signed_up", subject="", body="", sent=False)
    (late,) = people(1, begin=5)
    comes(event, late)
    write_what_is_waiting()
    mail.send_what_is_due()
    assert _subjects(late) == []


def test_what_was_taken_down_reminds_nobody(town):
    event = published(town, by=town.caller, starts_at=in_days(3))
    comes(event, town.supporter)
    made = report(by=town.vetted, kind="event", thing=event.pk, reason="hate")
    hide_for_now(by=town.organiser, report=made)
    _go_on_until(event.starts_at)
    assert [one for one in _subjects(town.supporter) if one == "Tomorrow"] == []


def test_whoever_signs_up_late_is_not_reminded_of_what_they_were_just_told(town):
    event = published(town, by=town.organiser, starts_at=in_days(3))
    (member,) = people(1)
    with clock.set_to(in_days(2, 10)):  # the day before, an hour before the reminder
        comes(event, member)
    with clock.set_to(in_days(2, 11) + timedelta(minutes=5)):
        assert take_steps() == 0


def test_moving_and_cancelling_withdraw_what_has_not_gone(town):
    event = published(town, by=town.organiser, starts_at=in_days(3))
    members = people(3)
    for member in members:
        comes(event, member)
    write_what_is_waiting()
    mail.send_what_is_due()
    then, day_before = in_days(9), in_days(8, 11) + timedelta(minutes=5)
    with clock.set_to(in_days(2, 11) + timedelta(minutes=5)):
        assert take_steps() == 3
        write_what_is_waiting()  # written, and not sent when the host moves it
        move_event(
            by=town.organiser,
            event=event,
            place=PlacePlan(town="Riverside", address="The Town Hall"),
            starts_at=then,
            ends_at=then + timedelta(hours=2),
            capacity=None,
        )
        write_what_is_waiting()
        mail.send_what_is_due()
    subjects = Counter(sent.subject.split(":")[0] for sent in outbox.outbox)
    assert subjects == {"You are coming": 3, "Changed": 3}
    assert all("The Town Hall" in sent.body for sent in outbox.outbox[3:])
    with clock.set_to(day_before):
        assert take_steps() == 3  # the ladder begins again for the new day
        event.refresh_from_db()
        cancel_event(by=town.organiser, event=event, words="Flooded.")
        cancel_event(by=town.organiser, event=event)
        write_what_is_waiting()
        mail.send_what_is_due()
    assert Counter(sent.subject.split(":")[0] for sent in outbox.outbox[6:]) == {"Cancelled": 3}
    assert Notice.objects.filter(kind="day_before", state="withdrawn").count() == 6


def test_a_worker_that_dies_half_way_tells_everybody_once(town, monkeypatch):
    event = published(town, by=town.organiser)
    for member in people(5):
        comes(event, member)
    count = iter(range(100))

    def dies(*given):
        if next(count) == 3:
            raise SystemExit
        return wording_of(*given)

    monkeypatch.setattr("groundswell.events.commands.writing.wording_of", dies)
    with pytest.raises(SystemExit):
        write_what_is_waiting()
    assert Notice.objects.filter(state="waiting").count() == 5
    write_what_is_waiting()
    mail.send_what_is_due()
    assert Counter(sent.to[0] for sent in outbox.outbox) == {
        f"p{n}@example.org": 1 for n in range(5)
    }


@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_steps_come_in_order_and_before_the_beginning(hour, minute):
    start = clock.local_now().replace(hour=hour, minute=minute)
    due = [ladder.due_before(kind, start) for kind in ladder.BEFORE]
    assert due == sorted(due)
    assert due[-1] < start
    assert start - due[0] < timedelta(days=3)
    assert not ladder.still_worth_sending(due[0], due[0] - timedelta(seconds=1))
