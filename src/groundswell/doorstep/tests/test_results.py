"""What is heard at doors arrives once, whoever tells it and however late."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Answer, Attempt, Case, ElectorState, Offer
from groundswell.doorstep.commands import (
    DoorResult,
    book_round,
    cut_by_size,
    finish_round,
    forget_old_rounds,
    forget_person,
    record_door_results,
    return_round,
    undo_door_result,
    withdraw_round,
)
from groundswell.doorstep.models import RoundDoor
from groundswell.doorstep.privacy import held_on
from groundswell.doorstep.queries import walk
from groundswell.doorstep.rules.results import Said, Where
from groundswell.outreach.models import Assignment, VisitTrace
from groundswell.safety.commands import add_door_note
from tests.canvass import open_canvass


class Knocking:
    """Somebody with a round of ten doors."""

    def __init__(self, town):
        self.member = town.caller
        effort = open_canvass(town, doors=10)
        (self.round,) = cut_by_size(by=town.organiser, effort=effort, doors=10)
        book_round(by=self.member, walked=self.round, key=uuid7())
        self.doors = walk(self.member, self.round).doors

    def told(self, door, outcome, **more):
        given = {
            "id_on_device": uuid7(),
            "round_code": self.round.code,
            "household_id": door.household_id,
            "outcome": outcome,
            "made_at": clock.now(),
        }
        return DoorResult(**given | more)

    def tells(self, door, outcome, by=None, **more):
        result = self.told(door, outcome, **more)
        return result, record_door_results(by=by or self.member, results=[result])


@pytest.fixture
def knocking(town):
    return Knocking(town)


def test_nobody_in_is_one_tap_for_the_whole_house_and_safe_to_repeat(town, knocking):
    door = next(one for one in knocking.doors if len(one.people) == 2)
    result, recorded = knocking.tells(door, "no_answer")
    assert recorded.stored == (result.id_on_device,)
    again = record_door_results(by=knocking.member, results=[result, result])
    assert (len(again.stored), again.refused, again.flagged) == (2, {}, {})
    attempts = Attempt.objects.filter(constituency=town.marshfield, household=door.household_id)
    assert attempts.count() == 2
    assert {one.batch_id for one in attempts} == {knocking.round.key}
    states = ElectorState.objects.filter(constituency=town.marshfield, household=door.household_id)
    assert list(states.values_list("attempts", flat=True)) == [1, 1]
    assert len(walk(knocking.member, knocking.round).doors) == 10


def test_a_conversation_keeps_answers_and_moves_the_person_on(town, knocking):
    person = knocking.doors[0].people[0]
    _result, recorded = knocking.tells(
        knocking.doors[0], "spoke", elector_id=person.elector_id, answers={"vote": ["for"]}
    )
    assert not recorded.refused
    answer = Answer.objects.get(constituency=town.marshfield, elector=person.elector_id)
    assert (answer.question, answer.meaning) == ("vote", "supporter")
    place = Assignment.objects.get(constituency=town.marshfield, elector=person.elector_id)
    assert place.state == Assignment.State.DONE


def test_what_cannot_be_is_refused_alone(town, knocking):
    first, second = knocking.doors[:2]
    good = knocking.told(first, "no_answer")
    bad = [
        knocking.told(first, "spoke"),
        knocking.told(first, "engaged", elector_id=first.people[0].elector_id),
        knocking.told(first, "moved", elector_id=second.people[0].elector_id),
        knocking.told(first, "no_answer", household_id=0),
        knocking.told(
            first, "spoke", elector_id=first.people[0].elector_id, answers={"vote": ["odd"]}
        ),
    ]
    recorded = record_door_results(by=knocking.member, results=[*bad, good])
    assert recorded.stored == (good.id_on_device,)
    assert set(recorded.refused) == {one.id_on_device for one in bad}
    _result, stranger = knocking.tells(first, "no_answer", by=town.outsider)
    assert not stranger.stored
    assert "have not had this round" in next(iter(stranger.refused.values()))


def test_a_late_result_is_kept_and_flagged(town, knocking):
    return_round(by=knocking.member, walked=knocking.round)
    result, recorded = knocking.tells(knocking.doors[0], "no_answer")
    assert result.id_on_device in recorded.stored
    assert "no longer yours" in recorded.flagged[result.id_on_device]
    withdraw_round(by=town.organiser, walked=knocking.round)
    result, recorded = knocking.tells(knocking.doors[1], "no_answer")
    assert "withdrawn" in recorded.flagged[result.id_on_device]
    assert Attempt.objects.filter(constituency=town.marshfield, channel="door").exists()


def test_an_undo_takes_back_the_whole_house(town, knocking):
    door = next(one for one in knocking.doors if len(one.people) == 2)
    result, _recorded = knocking.tells(door, "no_answer")
    for _twice in range(2):
        undo_door_result(
            by=knocking.member,
            round_code=knocking.round.code,
            id_on_device=result.id_on_device,
            undo_id=uuid7(),
            made_at=clock.now() + timedelta(seconds=3),
        )
    states = ElectorState.objects.filter(constituency=town.marshfield, household=door.household_id)
    assert list(states.values_list("attempts", flat=True)) == [0, 0]
    here = Assignment.objects.filter(constituency=town.marshfield, household=door.household_id)
    assert set(here.values_list("state", flat=True)) == {"held"}


def test_what_is_told_at_a_door_is_kept_with_the_result_and_goes_with_its_undoing(town, knocking):
    door = knocking.doors[0]
    said = (Said(uuid7(), "issue", "The drains smell"), Said(uuid7(), "poster"))
    result, _recorded = knocking.tells(
        door, "other_answered", said=said, source="app", where=Where(51.5, 0.1, 20.0)
    )
    record_door_results(by=knocking.member, results=[result])
    case, offer = Case.objects.get(), Offer.objects.get()
    assert (case.household_id, case.elector_id) == (door.household_id, None)
    assert (case.note, case.named, offer.kind) == ("The drains smell", town.organiser, "poster")
    assert VisitTrace.objects.get().result_id == result.id_on_device
    knocking.tells(knocking.doors[1], "no_answer", source="app", on_behalf_of="Pat")
    knocking.tells(knocking.doors[2], "no_answer", source="paper")
    assert VisitTrace.objects.count() == 1
    undo_door_result(
        by=knocking.member,
        round_code=knocking.round.code,
        id_on_device=result.id_on_device,
        undo_id=uuid7(),
        made_at=clock.now(),
    )
    assert (Case.objects.get().state, Offer.objects.get().state) == ("closed", "declined")


def test_what_is_held_of_somebody_is_given_out_and_forgotten(town, knocking):
    shown = knocking.doors[0].people[0]
    (row,) = held_on(shown.person)
    assert knocking.round.name in row.values()
    assert forget_person(shown.person) == 1
    assert forget_person(shown.person) == 0
    left = walk(knocking.member, knocking.round)
    assert shown.person not in {one.person for door in left.doors for one in door.people}


def test_lists_of_old_rounds_are_emptied(town, knocking):
    finish_round(by=knocking.member, walked=knocking.round)
    forget_old_rounds()
    doors = RoundDoor.objects.filter(constituency=town.marshfield)
    assert not doors.filter(electors=[]).exists()
    with clock.set_to(clock.now() + timedelta(days=31)):
        forget_old_rounds()
    assert not doors.exclude(electors=[]).exists()


def test_a_walk_says_where_nobody_is_sent_and_how_to_get_in(town, knocking):
    first, second, third = knocking.doors[:3]
    for door in (first, second, third):
        add_door_note(
            by=knocking.member,
            constituency_id=town.marshfield.pk,
            household_id=door.household_id,
            text="Side gate",
            key=uuid7(),
            safety=door is third,
            do_not_send=door is first,
        )
    again = {one.household_id: one for one in walk(knocking.member, knocking.round).doors}
    assert again[first.household_id].do_not_send
    assert (again[first.household_id].people, again[first.household_id].access_note) == ((), "")
    assert again[second.household_id].access_note == "Side gate"
    assert again[third.household_id].access_note == ""
    assert again[third.household_id].people
