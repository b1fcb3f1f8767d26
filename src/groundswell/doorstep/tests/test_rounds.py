"""Rounds: cut, booked, walked, given back."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.models import ElectorState
from groundswell.doorstep.commands import (
    DoorResult,
    book_round,
    cut_by_size,
    cut_by_streets,
    cut_drawn,
    expire_due_rounds,
    finish_round,
    hand_out_round,
    join_round,
    record_door_results,
    return_round,
    withdraw_round,
    withdraw_stray_rounds,
)
from groundswell.doorstep.models import Booking, Round, RoundDoor
from groundswell.doorstep.queries import my_rounds, round_by_code, rounds_near, rounds_of, walk
from groundswell.members.commands import bar
from groundswell.outreach.commands import close_effort
from groundswell.outreach.models import Assignment, HouseholdHold
from groundswell.privacy.commands import stop_contact
from groundswell.register.models import Elector
from groundswell.safety.models import DoorNote
from tests.canvass import open_canvass


@pytest.fixture
def rounds(town):
    effort = open_canvass(town, doors=40, streets=2)
    return cut_by_size(by=town.organiser, effort=effort, doors=10)


def test_every_door_lies_in_one_round_and_is_not_cut_again(town, rounds):
    effort = rounds[0].effort
    doors = RoundDoor.objects.filter(constituency=town.marshfield)
    assert doors.count() == 40 == len(set(doors.values_list("household_id", flat=True)))
    assert [one.doors for one in rounds] == [10, 10, 10, 10]
    with pytest.raises(Refused, match="no doors left"):
        cut_by_size(by=town.organiser, effort=effort, doors=10)
    withdraw_round(by=town.organiser, walked=rounds[0])
    (again,) = cut_by_size(by=town.organiser, effort=effort, doors=10)
    assert (again.number, again.doors) == (5, 10)
    with pytest.raises(Refused, match="Only an organiser"):
        cut_by_size(by=town.caller, effort=effort, doors=10)


def test_rounds_are_cut_by_street_and_as_drawn(town):
    effort = open_canvass(town, doors=40, streets=2)
    (street,) = cut_by_streets(by=town.organiser, effort=effort, streets=[["Long Riding"]])
    assert (street.doors, street.name) == (20, "Long Riding")
    around = [[0.449, 51.569], [0.4506, 51.569], [0.4506, 51.571], [0.449, 51.571]]
    (drawn,) = cut_drawn(by=town.organiser, effort=effort, outline=around)
    assert 0 < drawn.doors < 20
    assert drawn.name == "Mill Lane"


def test_a_round_is_one_members_and_keeps_its_households_from_others(town, rounds):
    key = uuid7()
    booking = book_round(by=town.caller, walked=rounds[0], key=key)
    assert book_round(by=town.caller, walked=rounds[0], key=key) == booking
    with pytest.raises(Refused, match="Somebody else has this round"):
        book_round(by=town.agent, walked=rounds[0], key=uuid7())
    held = HouseholdHold.objects.filter(constituency=town.marshfield, batch=rounds[0].key)
    assert held.count() == 10
    queue = Assignment.objects.filter(constituency=town.marshfield, effort=rounds[0].effort)
    assert queue.filter(state="held").count() == rounds[0].people
    assert [one.round for one in my_rounds(town.caller)] == [rounds[0]]
    return_round(by=town.caller, walked=rounds[0])
    assert not held.exists()
    assert not queue.filter(state="held").exists()
    assert book_round(by=town.agent, walked=rounds[0], key=uuid7()).state == Booking.State.HELD


def test_several_share_a_round_by_its_code(town, rounds):
    book_round(by=town.caller, walked=rounds[0], key=uuid7())
    join_round(by=town.agent, code=rounds[0].code.lower())
    finish_round(by=town.caller, walked=rounds[0])
    assert Round.objects.get(pk=rounds[0].pk).state == Round.State.BOOKED
    finish_round(by=town.agent, walked=rounds[0])
    assert Round.objects.get(pk=rounds[0].pk).state == Round.State.DONE
    with pytest.raises(NotFound):
        join_round(by=town.agent, code="AAAAAAAA")
    with pytest.raises(Refused, match="This one is for members"):
        join_round(by=town.supporter, code=rounds[1].code)


def test_an_organiser_hands_out_and_time_brings_back(town, rounds):
    with pytest.raises(Refused, match="Only an organiser"):
        hand_out_round(by=town.caller, walked=rounds[0], member=town.agent)
    hand_out_round(by=town.organiser, walked=rounds[0], member=town.caller)
    expire_due_rounds()
    assert my_rounds(town.caller)
    with clock.set_to(clock.now() + timedelta(days=3, minutes=1)):
        expire_due_rounds()
        assert not my_rounds(town.caller)
    assert Round.objects.get(pk=rounds[0].pk).state == Round.State.OPEN


def test_a_walk_shows_who_may_be_called_on_to_who_has_the_round(
    town, rounds, django_capture_on_commit_callbacks
):
    first = rounds[0]
    with pytest.raises(NotFound):
        round_by_code(town.caller, first.code)
    book_round(by=town.caller, walked=first, key=uuid7())
    walked = walk(town.caller, round_by_code(town.caller, first.code))
    assert len(walked.doors) == 10
    assert [door.position for door in walked.doors] == list(range(1, 11))
    assert sum(len(door.people) for door in walked.doors) == first.people
    gone = walked.doors[0].people[0]
    person = Elector.objects.get(constituency=town.marshfield, pk=gone.elector_id).person
    with django_capture_on_commit_callbacks(execute=True):
        stop_contact(by=town.organiser, person=person, how="Letter")
    ElectorState.objects.filter(
        constituency=town.marshfield, household=walked.doors[1].household_id
    ).update(rests_until=clock.now() + timedelta(days=1))
    left = walk(town.caller, first)
    people = {one.elector_id for door in left.doors for one in door.people}
    assert gone.elector_id not in people
    assert walked.doors[1].household_id not in {door.household_id for door in left.doors}
    assert len(rounds_of(town.organiser, first.effort)) == 4
    assert rounds_of(town.outsider, first.effort) == []


def test_nobody_is_sent_to_a_door_that_is_shut_and_others_are_told_how_to_get_there(town, rounds):
    book_round(by=town.caller, walked=rounds[0], key=uuid7())
    first, second = walk(town.caller, rounds[0]).doors[:2]
    given = {"constituency": town.marshfield, "made_at": clock.now(), "made_by": town.organiser}
    DoorNote.objects.create(**given, household_id=first.household_id, do_not_send=True)
    DoorNote.objects.create(**given, household_id=second.household_id, text="Side gate")
    shut, other = walk(town.caller, rounds[0]).doors[:2]
    assert (shut.do_not_send, shut.people) == (True, ())
    assert (other.do_not_send, other.access_note) == (False, "Side gate")
    withdraw_round(by=town.organiser, walked=rounds[0])
    again = cut_by_size(by=town.organiser, effort=rounds[0].effort, doors=10)
    cut_again = RoundDoor.objects.filter(
        constituency=town.marshfield, round_id__in=[one.pk for one in again]
    )
    assert first.household_id not in set(cut_again.values_list("household_id", flat=True))


def test_who_knocked_before_has_a_day_to_take_the_round_and_is_offered_it_first(town, rounds):
    book_round(by=town.agent, walked=rounds[3], key=uuid7())
    door = walk(town.agent, rounds[3]).doors[0]
    told = DoorResult(uuid7(), rounds[3].code, door.household_id, "no_answer", clock.now())
    record_door_results(by=town.agent, results=[told])
    withdraw_round(by=town.organiser, walked=rounds[3])
    with clock.set_to(clock.now() + timedelta(days=2)):
        (again,) = cut_by_size(by=town.organiser, effort=rounds[0].effort, doors=10)
        assert rounds_near(town.agent)[0].round == again
        assert rounds_near(town.agent)[0].knocked_before
        assert rounds_near(town.caller)[-1].kept_until is not None
        with pytest.raises(Refused, match="kept for those who knocked there before"):
            book_round(by=town.caller, walked=Round.objects.get(pk=again.pk), key=uuid7())
    with clock.set_to(clock.now() + timedelta(days=3, minutes=1)):
        book_round(by=town.caller, walked=Round.objects.get(pk=again.pk), key=uuid7())
        assert [one.round for one in my_rounds(town.caller)] == [again]


def test_rounds_come_back_from_whoever_is_barred_and_when_their_canvass_is_closed(
    town, rounds, django_capture_on_commit_callbacks
):
    book_round(by=town.caller, walked=rounds[0], key=uuid7())
    with django_capture_on_commit_callbacks(execute=True):
        bar(by=town.headquarters, member=town.caller, reason="Shouted at people.")
    assert Round.objects.get(pk=rounds[0].pk).state == Round.State.OPEN
    assert not HouseholdHold.objects.filter(batch=rounds[0].key).exists()
    booking = book_round(by=town.agent, walked=rounds[1], key=uuid7())
    close_effort(by=town.organiser, effort=rounds[0].effort)
    withdraw_stray_rounds()
    booking.refresh_from_db()
    assert booking.state == Booking.State.WITHDRAWN
    with pytest.raises(Refused, match="is over"):
        book_round(by=town.agent, walked=Round.objects.get(pk=rounds[2].pk), key=uuid7())
