"""Doors done without signal: counted once each, in whatever order they come in."""

from datetime import timedelta
from itertools import permutations

import pytest

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import (
    Answer,
    Attempt,
    Case,
    ElectorState,
    HeldResults,
    ScriptVersion,
)
from groundswell.doorstep.commands import withdraw_round
from groundswell.members.commands import bar
from groundswell.offline_app.models import Received
from groundswell.offline_app.tests.telephones import Telephone
from groundswell.outreach.commands.flags import hold_results_of_barred
from groundswell.outreach.models import Effort

pytestmark = pytest.mark.django_db


@pytest.fixture
def doors(telephone):
    return telephone.payload()["doors"]


def attempts_at(town, door):
    rows = ElectorState.objects.filter(
        constituency=town.marshfield, household=door["household"]
    ).order_by("elector")
    return list(rows.values_list("attempts", flat=True))


def test_a_door_is_counted_once_however_often_it_is_sent(town, telephone, doors):
    door = doors[0]
    told = telephone.door(door, "no_answer", seconds=4)
    spoke = telephone.door(
        doors[1], "spoke", answers={"vote": ["for"]}, where={"lat": 51.5, "lon": 0.4, "accuracy": 9}
    )
    for _again in range(3):
        assert telephone.send([told, spoke])["stored"] == [told["id"], spoke["id"]]
    assert "51.5" not in str(Received.objects.get(id_on_device=spoke["id"]).payload)
    assert attempts_at(town, door) == [1] * len(door["people"])
    state = ElectorState.objects.get(constituency=town.marshfield, elector=spoke["elector"])
    assert (state.conversations, state.voting_intention) == (1, "supporter")


@pytest.mark.parametrize("order", list(permutations(range(4)))[1::4])
def test_a_result_its_undo_and_its_neighbour_may_come_in_any_order(town, telephone, doors, order):
    door, other = doors[:2]
    first = telephone.door(door, "no_answer")
    records = [
        first,
        telephone.undo(first),
        telephone.door(door, "inaccessible"),
        telephone.door(other, "no_answer"),
    ]
    for place in order:
        assert telephone.send([records[place]])["stored"] == [records[place]["id"]]
    assert telephone.send(records)["stored"] == [one["id"] for one in records]
    assert attempts_at(town, door) == [1] * len(door["people"])
    assert attempts_at(town, other) == [1] * len(other["people"])
    assert not Received.objects.filter(counted=False).exists()


def test_an_undo_of_what_could_not_be_counted_sets_it_aside(telephone, doors):
    wrong = telephone.door(doors[0], "no_answer", household=999_999)
    telephone.send()
    telephone.undo(wrong)
    assert len(telephone.send()["stored"]) == 1
    row = Received.objects.get(id_on_device=wrong["id"])
    assert (row.state, row.counted) == ("set_aside", False)


def test_nobody_takes_back_what_somebody_else_did(town, telephone, doors):
    told = telephone.door(doors[0], "no_answer")
    telephone.send()
    other = Telephone(town.organiser, telephone.code)
    other.undo(told)
    assert len(other.send()["refused"]) == 1
    assert attempts_at(town, doors[0])[0] == 1


def test_a_round_withdrawn_meanwhile_has_its_results_kept_and_flagged(
    town, telephone, walked, doors
):
    told = telephone.door(doors[0], "no_answer")
    withdraw_round(by=town.organiser, walked=walked)
    (flagged,) = telephone.send()["flagged"]
    assert flagged["id"] == told["id"]
    assert "withdrawn" in flagged["sentence"]
    assert attempts_at(town, doors[0])[0] == 1
    row = Received.objects.get()
    assert (row.state, row.counted) == ("flagged", True)


def test_a_telephone_offline_for_a_week_loses_nothing_and_its_times_are_kept(
    town, telephone, doors
):
    begun = clock.now()
    for minutes, door in enumerate(doors):
        telephone.door(door, "no_answer", at=begun + timedelta(minutes=minutes))
    with clock.set_to(begun + timedelta(days=7)):
        receipt = telephone.send()
    # The booking ran out after three days: counted, and to be looked at.
    named = [*receipt["stored"], *(one["id"] for one in receipt["flagged"])]
    assert len(named) == len(doors)
    assert telephone.waiting == []
    made = Attempt.objects.filter(constituency=town.marshfield, channel="door")
    people = sum(len(door["people"]) for door in doors)
    assert made.count() == people
    assert {one.made_at for one in made} == {
        (begun + timedelta(minutes=minutes)).replace(microsecond=0) for minutes in range(len(doors))
    }


def test_a_clock_wrong_by_a_day_does_not_move_a_visit(town, telephone, doors):
    now, day = clock.now(), timedelta(days=1)
    telephone.door(doors[0], "no_answer", at=now + day - timedelta(minutes=20))
    telephone.send(clock_shows=now + day)
    made = Attempt.objects.filter(constituency=town.marshfield, channel="door").first()
    assert made is not None
    assert abs(made.made_at - (now - timedelta(minutes=20))) < timedelta(seconds=30)


def test_an_undo_in_the_same_minute_counts_however_late_it_comes(town, telephone, doors):
    begun = clock.now()
    soon, late = doors[:2]
    quick = telephone.door(soon, "no_answer", at=begun)
    slow = telephone.door(late, "no_answer", at=begun)
    telephone.send()
    undo = telephone.undo(quick, at=begun + timedelta(minutes=1))
    too_late = telephone.undo(slow, at=begun + timedelta(hours=5))
    with clock.set_to(begun + timedelta(hours=6)):
        receipt = telephone.send()
    assert receipt["stored"] == [undo["id"]]
    assert [one["id"] for one in receipt["refused"]] == [too_late["id"]]
    assert attempts_at(town, soon) == [0] * len(soon["people"])
    assert attempts_at(town, late) == [1] * len(late["people"])


def test_a_barred_canvassers_results_are_out_of_the_totals(town, telephone, doors):
    telephone.door(doors[0], "no_answer")
    telephone.send()
    bar(by=None, member=town.caller, reason="Test")
    hold_results_of_barred(member_id=town.caller.pk)
    assert HeldResults.objects.filter(member=town.caller, released_at=None).exists()
    assert attempts_at(town, doors[0])[0] == 0


def test_answers_to_the_script_that_was_taken_along_count_after_it_changed(town, telephone, doors):
    told = telephone.door(doors[0], "spoke", answers={"vote": ["for"], "issue": ["buses"]})
    never = telephone.door(doors[1], "spoke", answers={"vote": ["nobody ever offered this"]})
    effort = Effort.objects.get(channel="door")
    first = effort.script_version
    effort.script_version = ScriptVersion.objects.create(
        script=first.script, number=2, questions=first.questions[1:], saved_at=clock.now()
    )
    effort.save()
    receipt = telephone.send()
    assert receipt["stored"] == [told["id"]]
    assert [one["id"] for one in receipt["refused"]] == [never["id"]]
    answers = Answer.objects.filter(constituency=town.marshfield, elector=told["elector"])
    assert set(answers.values_list("question", "script_version_id")) == {
        ("vote", first.pk),
        ("issue", first.pk),
    }


def test_what_is_told_beside_a_door_is_kept_and_unknown_kinds_are_flagged(town, telephone, doors):
    issue = {"id": str(uuid7()), "kind": "issue", "note": "The 9 bus"}
    known = telephone.door(doors[0], "spoke", said=[issue])
    newer = telephone.door(doors[1], "spoke", said=[issue | {"kind": "drone"}, "odd"])
    for _again in range(2):
        receipt = telephone.send([known, newer])
        assert receipt["stored"] == [known["id"]]
        assert [one["id"] for one in receipt["flagged"]] == [newer["id"]]
    case = Case.objects.get(constituency=town.marshfield)
    assert case.elector_id == known["elector"]
    assert attempts_at(town, doors[1])[0] == 1
