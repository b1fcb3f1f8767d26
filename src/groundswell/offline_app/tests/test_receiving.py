"""The inbox: everything is kept, once, in any order, whatever breaks."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.members.commands import bar
from groundswell.offline_app import commands
from groundswell.offline_app.api import records as api_records
from groundswell.offline_app.commands import effects
from groundswell.offline_app.models import Received
from groundswell.offline_app.tests.telephones import Telephone

pytestmark = pytest.mark.django_db


def test_a_record_is_kept_once_however_often_it_comes(telephone):
    first, second = telephone.board(), telephone.board(household=8)
    assert telephone.send()["stored"] == [first["id"], second["id"]]
    assert telephone.waiting == []
    assert telephone.send([second, first, second])["stored"] == [
        second["id"],
        first["id"],
        second["id"],
    ]
    assert [row.place for row in Received.objects.order_by("pk")] == [1, 2]


def test_what_is_refused_is_kept_with_its_sentence(telephone):
    wrong = telephone.board(action="lost")
    right = telephone.board()
    receipt = telephone.send()
    assert receipt["stored"] == [right["id"]]
    ((told),) = receipt["refused"]
    assert told["id"] == wrong["id"]
    assert "board" in told["sentence"]
    row = Received.objects.get(id_on_device=wrong["id"])
    assert (row.state, row.counted, row.payload) == ("refused", False, wrong)


def test_one_broken_record_blocks_no_other(telephone, monkeypatch):
    def breaks(_arrived):
        Received.objects.create()  # what the database itself refuses

    monkeypatch.setitem(effects.EFFECTS, "breaks", breaks)
    before, broken, after = (
        telephone.board(),
        telephone.tap("breaks"),
        telephone.board(household=9),
    )
    receipt = telephone.send()
    assert receipt["stored"] == [before["id"], after["id"]]
    assert [one["id"] for one in receipt["refused"]] == [broken["id"]]
    row = Received.objects.get(id_on_device=broken["id"])
    assert row.trouble.startswith("IntegrityError")
    assert row.next_try is not None


def test_kinds_of_a_newer_app_are_kept(telephone):
    newer = telephone.tap("hologram", depth=3)
    assert telephone.send()["stored"] == [newer["id"]]
    row = Received.objects.get()
    assert (row.state, row.counted, row.payload["depth"]) == ("waiting", False, 3)


@pytest.mark.parametrize(
    "odd",
    [
        "no object at all",
        {"kind": "board"},
        {"id": "not a uuid", "kind": 7, "made_at": "yesterday"},
        {
            "id": str(uuid7()),
            "kind": "board",
            "round": "A\x00B",
            "made_at": "0001-01-01T00:00+14:00",
        },
        {"id": str(uuid7()), "kind": "board", "elector": 2**70, "name": "\ud800"},
    ],
    ids=["text", "nameless", "wrong", "nul", "huge"],
)
def test_the_oddest_record_is_kept_and_the_next_is_counted(telephone, odd):
    telephone.waiting = [odd]
    right = telephone.board()
    receipt = telephone.post("records", {"clock": "today", "records": telephone.waiting}).json()
    assert receipt["stored"][-1] == right["id"]
    assert Received.objects.count() == 2


def test_too_many_or_too_large_stays_on_the_telephone(telephone):
    huge = telephone.board(name="x" * 70_000)
    receipt = telephone.send()
    assert [one["id"] for one in receipt["not_taken"]] == [huge["id"]]
    assert telephone.waiting == [huge]
    many = [telephone.board() for _one in range(201)]
    assert telephone.post("records", {"records": many}).status_code == 422
    assert not Received.objects.exists()


def test_a_clock_wrong_by_a_day_is_put_right_and_both_times_are_kept(telephone):
    now = clock.now()
    wrong = now + timedelta(days=1)
    ahead = telephone.board()
    ahead["made_at"] = (wrong - timedelta(minutes=30)).isoformat()
    telephone.send(clock_shows=wrong)
    row = Received.objects.get()
    assert abs(row.made_at - (now - timedelta(minutes=30))) < timedelta(seconds=30)
    assert row.said_at == wrong - timedelta(minutes=30)


def test_a_clock_right_enough_is_believed(telephone):
    made = clock.now() - timedelta(days=6, hours=23)
    record = telephone.board()
    record["made_at"] = made.isoformat()
    telephone.send(clock_shows=clock.now() + timedelta(minutes=3))
    assert Received.objects.get().made_at == made


def test_somebody_else_cannot_answer_for_a_record(town, telephone):
    record = telephone.board()
    telephone.send()
    other = Telephone(town.organiser)
    receipt = other.send([record])
    assert receipt["stored"] == []
    assert [one["id"] for one in receipt["not_taken"]] == [record["id"]]


def test_what_a_barred_member_still_had_is_kept_for_review(town, telephone):
    began = telephone.post("shift", {"device": telephone.device}).json()
    telephone.headers = {"X-App-Pass": began["app_pass"]}
    record = telephone.board()
    bar(by=None, member=town.caller, reason="Test")
    assert telephone.post("shift", {"device": telephone.device}).status_code == 410
    receipt = telephone.send()
    assert receipt["wipe"] is True
    assert [one["id"] for one in receipt["flagged"]] == [record["id"]]
    row = Received.objects.get()
    assert (row.state, row.counted) == ("flagged", False)


def test_nobody_hands_in_without_a_session_or_with_a_pass_alone(telephone):
    began = telephone.post("shift", {"device": telephone.device}).json()
    telephone.browser.logout()
    assert telephone.post("records", {"records": []}).status_code == 401
    telephone.headers = {"X-App-Pass": began["app_pass"]}
    assert telephone.post("records", {"records": []}).status_code == 401
    telephone.headers = {"X-App-Pass": began["app_pass"] + "x"}
    assert telephone.post("records", {"records": []}).status_code == 401


def test_what_one_made_is_not_handed_in_by_who_signs_in_on_the_telephone_next(town, telephone):
    began = telephone.post("shift", {"device": telephone.device}).json()
    telephone.headers = {"X-App-Pass": began["app_pass"]}
    record = telephone.board()
    telephone.browser.force_login(town.organiser)
    assert telephone.post("records", {"records": [record]}).status_code == 401
    assert not Received.objects.exists()
    assert telephone.post("shift", {"device": telephone.device}).status_code == 200
    telephone.browser.force_login(town.caller)
    telephone.send()
    assert Received.objects.get().member == town.caller


def test_keys_are_the_same_for_one_shift_and_no_other(town, telephone):
    again = [telephone.post("shift", {"device": telephone.device}).json() for _one in range(2)]
    assert again[0]["key"] == again[1]["key"] != again[0]["signing_key"]
    other_device = telephone.post("shift", {"device": "another-telephone"}).json()
    other_member = Telephone(town.organiser)
    theirs = other_member.post("shift", {"device": telephone.device}).json()
    with clock.set_to(clock.now() + timedelta(days=2)):
        tomorrow = telephone.post("shift", {"device": telephone.device}).json()
        before = telephone.post(
            "shift", {"device": telephone.device, "day": again[0]["day"]}
        ).json()
    keys = {one["key"] for one in (again[0], other_device, theirs, tomorrow)}
    assert len(keys) == 4
    assert before["key"] == again[0]["key"]


def test_receiving_goes_on_where_it_was_stopped(telephone, monkeypatch):
    records = [telephone.board(household=number) for number in range(1, 6)]
    monkeypatch.setattr(commands.receiving, "_LONGEST_SECONDS", 0.0)
    rounds = 0
    while telephone.waiting:
        telephone.send()
        rounds += 1
        assert rounds < 10
    assert rounds == len(records)
    assert Received.objects.count() == len(records)


def test_too_often_leaves_everything_on_the_telephone(telephone, monkeypatch):
    monkeypatch.setattr(api_records, "DELIVERIES_A_MINUTE", 1)
    telephone.board()
    asked = {"records": telephone.waiting}
    with clock.set_to(clock.now()):
        assert telephone.post("records", asked).status_code == 200
        refused = telephone.post("records", asked)
    assert refused.status_code == 429
    assert "try again in" in refused.json()["detail"]
