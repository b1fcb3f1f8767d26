"""What could not be counted waits for an organiser: tried again, or set aside with a reason."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.models import Attempt
from groundswell.doorstep.commands import withdraw_round
from groundswell.doorstep.models import Booking
from groundswell.members.commands import bar, lift_bar
from groundswell.offline_app.commands import (
    apply_again,
    effects,
    recount_inbox,
    set_aside,
    settle_the_forgotten,
    try_again_due,
)
from groundswell.offline_app.models import Received, RoundFeed
from groundswell.offline_app.queries.inbox import to_look_at

pytestmark = pytest.mark.django_db
INBOX = "/app/inbox/"


def only():
    return Received.objects.get()


def attempts(town):
    return Attempt.objects.filter(constituency=town.marshfield).count()


@pytest.fixture
def door(telephone):
    return telephone.payload()["doors"][0]


def test_a_result_before_its_booking_is_counted_when_applied_again(town, telephone, walked, door):
    held = Booking.objects.filter(round=walked).values().get()
    Booking.objects.filter(round=walked).delete()
    telephone.door(door, "no_answer")
    (told,) = telephone.send()["refused"]
    assert "not had this round" in told["sentence"]
    browser = town.client_for("organiser")
    page = browser.get(INBOX).content.decode()
    assert "A result at a door" in page
    assert told["sentence"] in page.replace("&#x27;", "'")
    assert attempts(town) == 0
    Booking.objects.create(**held)
    for _twice in range(2):
        browser.post(f"{INBOX}{only().pk}/again/")
    assert (only().state, only().counted, only().place) == ("stored", True, 1)
    assert attempts(town) == len(door["people"])
    assert "All of it is counted" in browser.get(INBOX).content.decode()


def test_what_is_set_aside_needs_a_reason_and_stays_kept(town, telephone):
    record = telephone.board(action="odd")
    telephone.send()
    with pytest.raises(Refused):
        set_aside(by=town.organiser, record_id=only().pk, reason=" ")
    with pytest.raises(NotFound):
        set_aside(by=town.organiser_elsewhere, record_id=only().pk, reason="Why not")
    browser = town.client_for("organiser")
    browser.post(f"{INBOX}{only().pk}/aside/", {"reason": "Tapped by mistake"})
    assert (only().state, only().settled_by, only().reason) == (
        "set_aside",
        town.organiser,
        "Tapped by mistake",
    )
    assert telephone.send([record])["stored"] == [record["id"]]
    assert not to_look_at(town.organiser).exists()


def test_a_flagged_result_leaves_the_list_and_stays_counted(town, telephone, walked, door):
    telephone.door(door, "no_answer")
    withdraw_round(by=town.organiser, walked=walked)
    telephone.send()
    assert "Counted; have a look" in town.client_for("organiser").get(INBOX).content.decode()
    set_aside(by=town.organiser, record_id=only().pk, reason="Fine")
    assert (only().state, only().counted) == ("flagged", True)
    assert not to_look_at(town.organiser).exists()


def test_what_a_barred_member_had_is_counted_once_the_bar_is_lifted(town, telephone, door):
    pass_of_telephone = telephone.post("shift", {"device": telephone.device}).json()["app_pass"]
    telephone.headers = {"X-App-Pass": pass_of_telephone}
    telephone.door(door, "no_answer")
    bar(by=None, member=town.caller, reason="Test")
    telephone.send()
    apply_again(by=town.organiser, record_id=only().pk)
    assert (only().state, only().counted, attempts(town)) == ("flagged", False, 0)
    lift_bar(by=None, member=town.caller)
    apply_again(by=town.organiser, record_id=only().pk)
    assert only().counted
    assert attempts(town) == len(door["people"])


def test_the_worker_tries_broken_ones_again_and_learns_new_kinds(telephone, monkeypatch):
    def breaks(_arrived):
        raise ZeroDivisionError

    monkeypatch.setitem(effects.EFFECTS, "hologram", breaks)
    telephone.tap("hologram")
    telephone.send()
    telephone.tap("telepathy")
    telephone.send()
    assert try_again_due() == 0
    for kind in ("hologram", "telepathy"):
        monkeypatch.setitem(effects.EFFECTS, kind, lambda _arrived: effects.Effect())
    with clock.set_to(clock.now() + timedelta(hours=1)):
        assert try_again_due() == 2
        assert try_again_due() == 0
    assert set(Received.objects.values_list("counted", flat=True)) == {True}


def test_what_breaks_for_ever_is_left_to_a_person(telephone, monkeypatch, caplog):
    def breaks(_arrived):
        raise ZeroDivisionError

    monkeypatch.setitem(effects.EFFECTS, "hologram", breaks)
    telephone.tap("hologram")
    telephone.send()
    for days in range(1, 12):
        with clock.set_to(clock.now() + timedelta(days=days)):
            try_again_due()
    assert (only().tries, only().next_try, only().state) == (6, None, "refused")


def test_counters_are_made_anew_from_the_records(telephone):
    for household in (1, 2, 3):
        telephone.board(household=household)
    telephone.send()
    RoundFeed.objects.all().delete()
    assert recount_inbox().rounds == 1
    telephone.board(household=4)
    telephone.send()
    assert list(Received.objects.order_by("pk").values_list("place", flat=True)) == [1, 2, 3, 4]


def test_nobody_deciding_for_a_year_is_a_decision(town, telephone):
    telephone.board(action="odd")
    telephone.send()
    settle_the_forgotten()
    assert to_look_at(town.organiser).count() == 1
    with clock.set_to(clock.now() + timedelta(days=366)):
        settle_the_forgotten()
        assert only().state == "set_aside"
