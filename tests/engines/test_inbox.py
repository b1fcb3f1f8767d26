"""Telephones that hand in at the same moment: each record once, and undos meet their results."""

from functools import partial
from typing import Any

import pytest

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt, ElectorState
from groundswell.doorstep.commands import book_round, cut_by_size, join_round
from groundswell.doorstep.queries import walk
from groundswell.offline_app.commands import (
    Delivery,
    apply_again,
    receive_records,
    receiving,
)
from groundswell.offline_app.models import Received
from tests.canvass import open_canvass
from tests.town import build_town


class Street:
    """A round of ten doors in the hands of two."""

    def __init__(self) -> None:
        self.town = build_town()
        effort = open_canvass(self.town, doors=10)
        (self.round,) = cut_by_size(by=self.town.organiser, effort=effort, doors=10)
        book_round(by=self.town.caller, walked=self.round, key=uuid7())
        join_round(by=self.town.organiser, code=self.round.code)
        self.doors = walk(self.town.caller, self.round).doors

    def record(self, kind: str, door: Any, **told: Any) -> dict[str, Any]:
        """A record about a door."""
        return {
            "id": str(uuid7()),
            "kind": kind,
            "made_at": clock.now().isoformat(),
            "round": self.round.code,
            "household": door.household_id,
            **told,
        }

    def tries(self) -> int:
        """How many attempts count at its doors."""
        states = ElectorState.objects.filter(constituency=self.town.marshfield)
        return sum(states.values_list("attempts", flat=True))


def hand_in(member, *records):
    """What became of them."""
    return receive_records(by=member, delivery=Delivery(records=records))


def hand_in_all(member, *records):
    """As a telephone does: what a receipt does not name is sent again until it is."""
    left = list(records)
    while left:
        receipt = hand_in(member, *left)
        named = {*receipt.stored, *receipt.flagged, *receipt.refused}
        assert named
        left = [one for one in left if one["id"] not in named]


def assert_all_well(answers):
    assert not [one for one in answers if isinstance(one, Exception)]


def test_one_record_from_eight_telephones_at_once_is_one(at_once):
    street = Street()
    record = street.record("door", street.doors[0], outcome="no_answer")
    answers = at_once([partial(hand_in, street.town.caller, record)] * 8)
    assert_all_well(answers)
    assert all(answer.stored == [record["id"]] for answer in answers)
    assert sum(answer.new for answer in answers) == 1
    assert street.tries() == len(street.doors[0].people)


def test_an_undo_that_comes_in_the_same_moment_meets_its_result(at_once):
    street = Street()
    for door in street.doors:
        result = street.record("door", door, outcome="no_answer")
        undo = street.record("undo", door, of=result["id"])
        jobs = [
            partial(hand_in, street.town.caller, result),
            partial(hand_in, street.town.caller, undo),
            partial(hand_in, street.town.caller, undo, result),
        ]
        assert_all_well(at_once(jobs))
    assert not Received.objects.filter(counted=False).exists()
    assert street.tries() == 0


@pytest.mark.parametrize("longest", [10.0, 0.0], ids=["in peace", "one record at a time"])
def test_two_members_at_the_same_doors_are_both_kept_in_one_order(at_once, monkeypatch, longest):
    monkeypatch.setattr(receiving, "_LONGEST_SECONDS", longest)
    street = Street()
    told = {
        member: [
            street.record("door", door, outcome=outcome)
            for door in street.doors
            for outcome in ("no_answer", "inaccessible")
        ]
        for member in (street.town.caller, street.town.organiser)
    }
    jobs = [
        partial(hand_in_all, member, *records[start::2])
        for member, records in told.items()
        for start in (0, 1)
    ]
    assert_all_well(at_once(jobs * 2))
    assert not Received.objects.exclude(counted=True).exists()
    places = sorted(place or 0 for place in Received.objects.values_list("place", flat=True))
    assert places == list(range(1, 4 * len(street.doors) + 1))
    people = sum(len(door.people) for door in street.doors)
    assert street.tries() == 4 * people
    assert Attempt.objects.filter(constituency=street.town.marshfield).count() == 4 * people


def test_applied_again_by_two_at_once_it_counts_once(at_once):
    street = Street()
    record = street.record("door", street.doors[0], outcome="no_answer")
    hand_in(street.town.caller, record)
    kept = Received.objects.get()
    Attempt.objects.filter(constituency=street.town.marshfield).delete()
    Received.objects.update(counted=False, state="refused", place=None)
    before = street.tries()
    again = partial(apply_again, by=street.town.organiser, record_id=kept.pk)
    assert_all_well([one for one in at_once([again] * 4) if "NotFound" not in repr(one)])
    assert street.tries() - before == len(street.doors[0].people)
    assert Received.objects.get().counted
