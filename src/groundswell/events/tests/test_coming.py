"""Coming, waiting, moving up; the place that only those see who come."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.events.commands import (
    PlacePlan,
    cannot_come,
    change_party,
    come,
    move_event,
    put_shift,
    take_shift_off,
    write_what_is_waiting,
)
from groundswell.events.commands.shifts import ShiftPlan
from groundswell.events.models import Event, Notice, SignUp
from groundswell.events.queries import filling_of
from groundswell.events.tests.making import ADDRESS, comes, in_days, people, published
from groundswell.members.models import Member

pytestmark = pytest.mark.django_db
SECRETS = (ADDRESS, "14 Larch", "At Siân", "SS14 1AA", "51.57634", "0.48712", "lower bell")


def _states(event):
    return list(event.sign_ups.order_by("line").values_list("state", flat=True))


def test_a_full_event_has_a_line_that_moves_up_in_order_and_tells(town):
    event = published(town, capacity=2)
    first, second, third, fourth = [comes(event, person) for person in people(4)]
    assert _states(event) == ["coming", "coming", "waiting", "waiting"]
    cannot_come(by=first.member, sign_up=first)
    assert _states(event) == ["cancelled", "coming", "coming", "waiting"]
    assert [one.sign_up for one in Notice.objects.filter(kind="moved_up")] == [third]
    cannot_come(by=fourth.member, sign_up=fourth)
    cannot_come(by=None, sign_up=second)
    assert _states(event) == ["cancelled", "cancelled", "coming", "cancelled"]
    assert filling_of(event)[0].left == 1


def test_a_person_is_there_once_and_may_come_back_at_the_end_of_the_line(town):
    event = published(town, capacity=1)
    one, other = people(2)
    mine = comes(event, one)
    assert comes(event, one) == mine
    comes(event, other)
    cannot_come(by=one, sign_up=mine)
    again = comes(event, one)
    assert (again.pk, again.state) == (mine.pk, SignUp.State.WAITING)


def test_friends_take_seats_and_nobody_overtakes(town):
    event = published(town, capacity=3)
    one, two, three = people(3)
    comes(event, one, guests=1)
    assert comes(event, two, guests=1).state == SignUp.State.WAITING
    assert comes(event, three).state == SignUp.State.WAITING
    mine = event.sign_ups.get(member=one)
    with pytest.raises(Refused):
        change_party(by=one, sign_up=mine, guests=2)
    with pytest.raises(Refused):
        change_party(by=one, sign_up=mine, guests=3)
    change_party(by=one, sign_up=mine, guests=0)
    assert _states(event) == ["coming", "coming", "waiting"]


def test_a_newcomer_gives_two_fields_and_comes(town):
    event = published(town)
    browser = Client()
    address = reverse("events:page", args=[event.slug])
    page = browser.get(address)
    shift = event.shifts.get()
    told = {"name": "Nia Rees", "email": "nia@example.org", "key": uuid7(), "shift": shift.pk}
    assert page.content.decode().count('<input type="text"') == 1
    answer = browser.post(address, told)
    nia = Member.objects.get(email="nia@example.org")
    sign_up = event.sign_ups.get(member=nia)
    assert (sign_up.state, nia.standing) == ("coming", "supporter")
    assert answer["Location"] == reverse("events:ticket", args=[sign_up.code])
    assert ADDRESS in browser.get(answer["Location"]).content.decode()


def test_somebody_else_cannot_sign_up_an_account_by_its_address(town):
    event = published(town)
    shift = event.shifts.get()
    told = {"name": "X", "email": town.supporter.email, "key": uuid7(), "shift": shift.pk}
    answer = Client().post(reverse("events:page", args=[event.slug]), told)
    assert answer.status_code == 200
    assert ADDRESS not in answer.content.decode()
    assert not event.sign_ups.exists()


def test_the_exact_place_is_told_to_those_who_come_and_nobody_else(town):
    event = published(town, capacity=1)
    other = published(
        town, title="Meeting", kind="online", place=PlacePlan(online_url="https://meet.example/1")
    )
    coming, waiting = comes(event, town.supporter), comes(event, town.vetted)
    assert waiting.state == SignUp.State.WAITING
    public = [
        reverse("events:list"),
        *(reverse("events:page", args=[one.slug]) for one in (event, other)),
        reverse("events:mine"),
        reverse("events:ticket", args=[waiting.code]),
    ]
    for role in ("anonymous", "vetted", "outsider", "organiser_elsewhere", "data_manager"):
        browser = town.client_for(role)
        for address in public:
            body = browser.get(address).content.decode()
            told = [secret for secret in (*SECRETS, "meet.example") if secret in body]
            assert not told, (role, address, told)
    for role in ("supporter", "caller", "organiser"):
        body = town.client_for(role).get(reverse("events:page", args=[event.slug])).content
        assert ADDRESS in body.decode()
    cannot_come(by=town.supporter, sign_up=coming)
    body = town.client_for("supporter").get(reverse("events:page", args=[event.slug])).content
    assert ADDRESS not in body.decode()
    waiting.refresh_from_db()
    assert waiting.state == SignUp.State.COMING
    assert ADDRESS in Client().get(public[-1]).content.decode()
    assert (event.latitude, event.longitude) == (51.58, 0.49)


def test_moving_to_a_larger_and_a_smaller_place_keeps_the_order_and_tells_each_once(town):
    event = published(town, capacity=2)
    everyone = [comes(event, person) for person in people(4)]
    write_what_is_waiting()
    there = PlacePlan(town="Riverside", address="The Town Hall", postcode="SS14 1AA")
    told: dict[str, Any] = {"place": there, "starts_at": in_days(3), "ends_at": in_days(3, 14)}
    move_event(by=town.caller, event=event, capacity=3, words="More room.", **told)
    assert _states(event) == ["coming", "coming", "coming", "waiting"]
    move_event(by=town.caller, event=event, capacity=3, **told)  # the same again: nobody is told
    moved = Notice.objects.filter(kind="moved")
    assert {one.sign_up_id for one in moved} == {one.pk for one in everyone}
    event.refresh_from_db()
    move_event(by=town.caller, event=event, capacity=1, **told)
    assert _states(event) == ["coming", "waiting", "waiting", "waiting"]
    assert moved.filter(state="waiting").count() == 4  # the first four were overtaken unsent
    assert event.shifts.get().starts_at == in_days(3)


def test_what_is_over_or_cancelled_takes_nobody(town):
    event = published(town)
    shift = event.shifts.get()
    with clock.set_to(event.ends_at), pytest.raises(Refused):
        come(by=town.supporter, event=event, shift_id=shift.pk, key=uuid7())
    Event.objects.filter(pk=event.pk).update(state="cancelled")
    with pytest.raises(Refused):
        come(by=town.supporter, event=event, shift_id=shift.pk, key=uuid7())


def test_a_shift_that_moves_tells_those_who_take_it_and_nobody_else(town):
    event = published(town)
    one, other = people(2)
    first = comes(event, one)
    plan_of_shift = ShiftPlan("Afternoon", in_days(2, 14), in_days(2, 16), 1)
    later = put_shift(by=town.caller, event=event, plan=plan_of_shift)
    second = come(by=other, event=event, shift_id=later.pk, key=uuid7())
    with pytest.raises(NotFound):
        put_shift(by=town.outsider, event=event, plan=plan_of_shift, shift_id=later.pk)
    assert not Notice.objects.filter(kind="moved").exists()
    moved = ShiftPlan("Afternoon", in_days(2, 15), in_days(2, 17), 1)
    put_shift(by=town.caller, event=event, plan=moved, shift_id=later.pk)
    assert [one.sign_up for one in Notice.objects.filter(kind="moved")] == [second]
    event.refresh_from_db()
    assert (event.starts_at, event.ends_at) == (first.shift.starts_at, in_days(2, 17))
    with pytest.raises(Refused):
        take_shift_off(by=town.caller, event=event, shift_id=later.pk)
