"""Rounds on the telephone: all that they need, light, theirs alone, and each other's doors."""

import pytest

from groundswell.common.ids import uuid7
from groundswell.doorstep.commands import book_round, cut_by_size, join_round, withdraw_round
from groundswell.members.commands import bar
from groundswell.offline_app.tests.telephones import Telephone
from groundswell.privacy.models import Sighting
from tests.canvass import open_canvass

pytestmark = pytest.mark.django_db
MOST_BYTES_FOR_100_DOORS = 300_000


def test_a_round_comes_with_doors_script_codes_and_is_noted_as_seen(telephone, walked):
    (brief,) = telephone.get("rounds").json()["rounds"]
    assert brief["code"] == walked.code
    taken = telephone.payload()
    assert [door["position"] for door in taken["doors"]] == list(range(1, 11))
    assert taken["doors"][0]["people"][0]["name"]
    assert [one["key"] for one in taken["script"]["questions"]][:1] == ["vote"]
    assert taken["after"] == 0
    people = sum(len(door["people"]) for door in taken["doors"])
    telephone.payload()
    assert Sighting.objects.filter(purpose=f"round:{walked.pk}").count() == people


def test_a_hundred_doors_are_light(town):
    effort = open_canvass(town, doors=100)
    (walked,) = cut_by_size(by=town.organiser, effort=effort, doors=100)
    book_round(by=town.caller, walked=walked, key=uuid7())
    answer = Telephone(town.caller, walked.code).get(f"rounds/{walked.code}")
    assert len(answer.json()["doors"]) == 100
    assert len(answer.content) < MOST_BYTES_FOR_100_DOORS


def test_strangers_learn_nothing_and_the_code_lets_them_join(town, telephone, walked):
    stranger = Telephone(town.vetted, walked.code)
    for route in (f"rounds/{walked.code}", f"rounds/{walked.code}/since"):
        assert stranger.get(route).status_code == 404
    joiner = Telephone(town.organiser_elsewhere, walked.code)
    assert joiner.get(f"rounds/{walked.code}").status_code == 404
    assert joiner.post(f"rounds/{walked.code}/join", {}).status_code == 200
    assert joiner.post(f"rounds/{walked.code}/join", {}).status_code == 200
    assert len(joiner.payload()["doors"]) == 10
    assert joiner.post("rounds/NEVERCUT/join", {}).status_code == 404


def test_two_telephones_see_each_others_doors_and_both_are_kept(town, telephone, walked):
    join_round(by=town.organiser, code=walked.code)
    other = Telephone(town.organiser, walked.code)
    door = telephone.payload()["doors"][0]
    mine = telephone.door(door, "no_answer")
    theirs = other.door(door, "spoke", answers={"vote": ["other"]})
    telephone.send()
    other.send()
    told = telephone.get(f"rounds/{walked.code}/since?after=0").json()
    assert [one["id"] for one in told["records"]] == [mine["id"], theirs["id"]]
    assert [one["mine"] for one in told["records"]] == [True, False]
    assert told["records"][1]["outcome"] == "spoke"
    assert "other" not in str(told["records"][1])
    sent = telephone.board(household=door["household"])
    telephone.send()
    later = other.get(f"rounds/{walked.code}/since?after={told['after']}").json()
    assert [(one["id"], one["name"]) for one in later["records"]] == [(sent["id"], "Ann")]
    assert other.get(f"rounds/{walked.code}/since?after={later['after']}").json()["records"] == []
    assert len(other.payload()["records"]) == 3


def test_a_withdrawn_round_is_gone_at_the_next_contact(town, telephone, walked):
    withdraw_round(by=town.organiser, walked=walked)
    assert telephone.get(f"rounds/{walked.code}/since").json()["withdrawn"] is True
    assert telephone.get(f"rounds/{walked.code}").status_code == 409
    assert telephone.get("rounds").json()["rounds"] == []


def test_a_barred_members_telephone_hears_that_everything_is_over(town, telephone, walked):
    telephone.headers = {
        "X-App-Pass": telephone.post("shift", {"device": telephone.device}).json()["app_pass"]
    }
    assert telephone.get("rounds").status_code == 200
    bar(by=None, member=town.caller, reason="Test")
    gone = [
        telephone.get("rounds"),
        telephone.get(f"rounds/{walked.code}"),
        telephone.get(f"rounds/{walked.code}/since"),
        telephone.post(f"rounds/{walked.code}/join", {}),
        telephone.post("shift", {"device": telephone.device}),
    ]
    assert [answer.status_code for answer in gone] == [410] * len(gone)
    assert "closed" in gone[0].json()["detail"]
    assert b"Mill Lane" not in b"".join(answer.content for answer in gone)
    telephone.headers = {}
    assert telephone.get("rounds").status_code == 401
