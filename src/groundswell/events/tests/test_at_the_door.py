"""The door, lifts, how it was, and what flows to the member's record."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.events.commands import (
    agree_to_lift,
    ask_about_lift,
    end_lift_match,
    mark,
    open_what_begins,
    say_how_it_was,
    tell_of_lift,
    walk_in,
)
from groundswell.events.models import Event, SignUp
from groundswell.events.queries import attended_by
from groundswell.events.queries.lifts import lifts_seen_from
from groundswell.events.tests.making import comes, people, published
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.profiles.registry import deeds
from tests.phone_bank import open_phone_bank

pytestmark = pytest.mark.django_db


def _hours(member):
    return next(one for one in deeds() if one.name == "events").counts(member)


def test_what_was_tapped_flows_to_the_record_in_the_order_of_the_taps(town):
    event = published(town, kind="training")
    sign_up = comes(event, town.supporter)
    told: dict[str, Any] = {"event": event, "sign_up_id": sign_up.pk}
    first, later = clock.now() - timedelta(minutes=9), clock.now() - timedelta(minutes=5)
    mark(by=town.caller, **told, state="came", at=later)
    mark(by=town.caller, **told, state="coming", at=first)  # told late by a phone without signal
    assert list(attended_by(town.supporter)) == [sign_up]
    assert (_hours(town.supporter).count, _hours(town.supporter).seconds) == (1, 7200)
    for stranger in (town.supporter, town.outsider, town.organiser_elsewhere):
        with pytest.raises(NotFound):
            mark(by=stranger, **told, state="no_show")
    mark(by=town.caller, **told, state="coming")  # a mistap, taken back
    assert not attended_by(town.supporter).exists()


def test_the_list_takes_what_was_kept_without_signal_and_once(town):
    event = published(town)
    sign_up = comes(event, town.supporter)
    shift = event.shifts.get()
    key = str(uuid7())
    told = {
        "marks": [
            {"id": sign_up.pk, "state": "came", "at": clock.now().isoformat()},
            {"id": 10**9, "state": "came", "at": clock.now().isoformat()},
            {"id": sign_up.pk, "state": "came", "at": "yesterday"},
        ],
        "walk_ins": [{"key": key, "shift": shift.pk, "name": "Rosa", "email": ""}],
    }
    address = reverse("events:mark", args=[event.slug])
    browser = town.client_for("caller")
    for _again in range(2):
        answer = browser.post(address, told, content_type="application/json").json()
        assert (answer["kept"], len(answer["refused"]), answer["came"]) == (2, 2, 2)
    rosa = event.sign_ups.get(name="Rosa")
    assert (rosa.member, rosa.checked_in_how) == (None, "walk_in")
    assert (
        town.client_for("outsider").post(address, told, content_type="application/json").status_code
        == 404
    )


def test_a_code_checks_in_on_the_host_s_phone_and_shows_the_place_on_others(town):
    event = published(town)
    sign_up = comes(event, town.supporter)
    address = reverse("events:here", args=[sign_up.code])
    for browser in (Client(), town.client_for("supporter")):
        assert browser.post(address)["Location"] == reverse("events:ticket", args=[sign_up.code])
    sign_up.refresh_from_db()
    assert sign_up.state == SignUp.State.COMING
    host = town.client_for("caller")
    assert host.get(address).status_code == 200  # reading it changes nothing
    assert "Checked in" in host.post(address).content.decode()
    sign_up.refresh_from_db()
    assert (sign_up.state, sign_up.checked_in_how) == ("came", "code")


def test_a_walk_in_gives_an_address_by_choice(town):
    event = published(town)
    told: dict[str, Any] = {"by": town.caller, "event": event, "shift_id": event.shifts.get().pk}
    with pytest.raises(Refused):
        walk_in(**told, key=uuid7(), name=" ")
    with pytest.raises(Refused):
        walk_in(**told, key=uuid7(), name="Ned", email="ned@")
    walk_in(**told, key=uuid7(), name="Ned", email="ned@example.org")
    ned = Member.objects.get(email="ned@example.org")
    assert attended_by(ned).count() == 1
    comes(event, town.supporter)
    there = walk_in(**told, key=uuid7(), name="Sue", email=town.supporter.email)
    assert event.sign_ups.filter(member=town.supporter).get() == there


def test_a_contact_is_shown_once_both_have_agreed_and_no_longer_than_that(town):
    event = published(town)
    driver, rider, third = [comes(event, person) for person in people(3)]
    offer = tell_of_lift(
        sign_up=driver, offers=True, seats=1, from_where="Vange", contact="07700 900001"
    )
    for sign_up, contact in ((rider, "07700 900002"), (third, "07700 900003")):
        tell_of_lift(sign_up=sign_up, offers=False, seats=1, from_where="Pitsea", contact=contact)

    def shown(sign_up):
        seen = lifts_seen_from(sign_up)
        assert seen is not None
        page = Client().get(reverse("events:ticket", args=[sign_up.code])).content.decode()
        contacts = {one.contact for one in seen.others if one.contact}
        others = {"07700 900001", "07700 900002", "07700 900003"} - {sign_up.lift.contact}
        assert {one for one in others if one in page} == contacts
        return contacts

    match = ask_about_lift(sign_up=rider, lift_id=offer.pk)
    assert (shown(driver), shown(rider), shown(third)) == (set(), set(), set())
    with pytest.raises(Refused):
        agree_to_lift(sign_up=rider, match_id=match.pk)  # who asked does not answer
    with pytest.raises(NotFound):
        agree_to_lift(sign_up=third, match_id=match.pk)
    agree_to_lift(sign_up=driver, match_id=match.pk)
    assert (shown(driver), shown(rider)) == ({"07700 900002"}, {"07700 900001"})
    assert shown(third) == set()
    other = ask_about_lift(sign_up=third, lift_id=offer.pk)
    with pytest.raises(Refused):
        agree_to_lift(sign_up=driver, match_id=other.pk)  # the car is full
    end_lift_match(sign_up=rider, match_id=match.pk)
    assert (shown(driver), shown(rider)) == (set(), set())


def test_how_it_was_is_one_tap_after_the_beginning(town):
    event = published(town)
    sign_up = comes(event, town.supporter)
    with pytest.raises(Refused):
        say_how_it_was(sign_up=sign_up, mark=4)
    with clock.set_to(event.ends_at + timedelta(hours=1)):
        address = reverse("events:how_was_it", args=[sign_up.code, 4])
        assert not event.feedback.exists()
        assert Client().post(address, {"mark": "4", "words": ""}).status_code == 200
        say_how_it_was(sign_up=sign_up, mark=3, words="Too warm.")
    assert list(event.feedback.values_list("mark", "words")) == [(3, "Too warm.")]


def test_an_event_opens_the_phone_bank_it_is_tied_to(town):
    effort = open_phone_bank(town, households=[1])
    Effort.objects.filter(pk=effort.pk).update(state=Effort.State.DRAFT)
    event = published(town, by=town.organiser, effort=effort)
    with pytest.raises(Refused):
        published(town, by=town.caller, effort=effort)
    sign_up = comes(event, town.caller)
    link = reverse("phonebank:join", args=[effort.join_code])
    ticket = reverse("events:ticket", args=[sign_up.code])
    with clock.set_to(event.starts_at - timedelta(hours=2)):
        assert open_what_begins() == 0
    with clock.set_to(event.starts_at - timedelta(minutes=10)):
        assert open_what_begins() == 1
        assert open_what_begins() == 0
        assert link in Client().get(ticket).content.decode()
    assert link not in Client().get(ticket).content.decode()
    Event.objects.filter(pk=event.pk).update(state="cancelled")
    with clock.set_to(event.starts_at):
        assert link not in Client().get(ticket).content.decode()
