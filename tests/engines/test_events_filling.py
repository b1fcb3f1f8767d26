"""The last seats of an event: taken once, in order, however many reach for them at one moment."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.common.models import OutgoingMail
from groundswell.events.commands import (
    PlacePlan,
    cannot_come,
    come,
    move_event,
    take_steps,
    write_what_is_waiting,
)
from groundswell.events.models import Event, Notice, SignUp
from groundswell.events.tests.making import in_days, people, published
from groundswell.members.models import Member
from tests.town import build_town

MANY = 5_000


def coming(event: Event, member: Member) -> Callable[[], SignUp]:
    shift = event.shifts.get()
    return lambda: come(by=member, event=event, shift_id=shift.pk, key=uuid7())


def giving_back(sign_up: SignUp) -> Callable[[], SignUp]:
    return lambda: cannot_come(by=None, sign_up=sign_up)


def test_of_fifty_at_once_ten_come_and_forty_wait_in_one_order(at_once):
    event = published(build_town(), capacity=10)
    told = at_once([coming(event, member) for member in people(50)])
    assert all(isinstance(one, SignUp) for one in told), told
    states = list(event.sign_ups.order_by("line").values_list("line", "state"))
    assert [line for line, _state in states] == list(range(1, 51))
    assert [state for _line, state in states] == ["coming"] * 10 + ["waiting"] * 40

    leaving = list(event.sign_ups.filter(state="coming").order_by("line")[:6])
    assert all(isinstance(one, SignUp) for one in at_once([giving_back(one) for one in leaving]))
    there = event.sign_ups.exclude(state="cancelled").order_by("line")
    assert list(there.values_list("state", flat=True)) == ["coming"] * 10 + ["waiting"] * 34
    moved = Notice.objects.filter(kind="moved_up").values_list("sign_up__line", flat=True)
    assert sorted(moved) == list(range(11, 17))


def test_the_same_person_reaching_twice_has_one_seat(at_once):
    event = published(build_town(), capacity=10)
    (member,) = people(1)
    told = at_once([coming(event, member) for _tap in range(8)])
    assert all(isinstance(one, SignUp) for one in told), told
    assert event.sign_ups.count() == 1


def test_two_workers_write_each_notice_and_take_each_step_once(at_once):
    event = published(build_town(), starts_at=in_days(5))
    for member in people(30):
        coming(event, member)()
    at_once([write_what_is_waiting] * 4)
    assert OutgoingMail.objects.filter(key__startswith="event-notice").count() == 30
    due = in_days(4) + timedelta(minutes=5)  # at eleven the day before
    assert sum(_numbers(at_once([_at(due, take_steps)] * 4))) == 30
    assert not sum(_numbers(at_once([_at(due, take_steps)] * 2)))
    at_once([write_what_is_waiting] * 4)
    mails = Counter(OutgoingMail.objects.values_list("to", "subject"))
    assert set(mails.values()) == {1}
    assert len([one for one in mails if one[1].startswith("Tomorrow")]) == 30


def test_five_thousand_move_to_another_place_and_each_is_told_once():
    town = build_town()
    event = published(town, by=town.organiser, capacity=4_000)
    shift = event.shifts.get()
    members = Member.objects.bulk_create(
        Member(email=f"m{n}@example.org", name=f"M {n}", joined_at=clock.now()) for n in range(MANY)
    )
    SignUp.objects.bulk_create(
        SignUp(
            event=event,
            shift=shift,
            member=member,
            state="coming" if line <= 4_000 else "waiting",
            line=line,
            code=f"code{line}",
            key=uuid7(),
            said_at=clock.now(),
        )
        for line, member in enumerate(members, start=1)
    )
    began = time.perf_counter()
    move_event(
        by=town.organiser,
        event=event,
        place=PlacePlan(town="Riverside", address="The Stadium"),
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        capacity=4_500,
    )
    moving = time.perf_counter() - began
    waiting = Notice.objects.filter(kind="moved", state="waiting")
    assert waiting.values("sign_up__member").distinct().count() == waiting.count() == MANY
    assert event.sign_ups.filter(state="coming").count() == 4_500
    began = time.perf_counter()
    write_what_is_waiting()
    writing = time.perf_counter() - began
    print(f"{MANY} moved in {moving:.2f} s; their mails written in {writing:.1f} s")
    assert OutgoingMail.objects.filter(key__startswith="event-notice").count() == MANY


def _at(moment, run: Callable[[], int]) -> Callable[[], int]:
    def then() -> int:
        with clock.set_to(moment):
            return run()

    return then


def _numbers(told) -> list[int]:
    assert all(isinstance(one, int) for one in told), told
    return list(told)
