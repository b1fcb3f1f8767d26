"""Automatic turf: every door once, each round in one piece and of the size asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundswell.doorstep.rules.doors import Door
from groundswell.doorstep.rules.turf import TOLERANCE, cut, cut_by_minutes
from groundswell.doorstep.rules.walking import walk_order
from groundswell.doorstep.tests.town_streets import neighbourhoods


def _pieces(turf, doors):
    place = {door.household_id: at for at, door in enumerate(doors)}
    return [
        len(turf.streets.pieces(place[door.household_id] for door in one)) for one in turf.rounds
    ]


@settings(max_examples=150, deadline=None)
@given(neighbourhoods(), st.integers(5, 40))
def test_every_door_lies_in_one_round_of_the_size_and_in_one_piece(doors, size):
    turf = cut(doors, size=size)
    cut_out = [door.household_id for one in turf.rounds for door in one]
    assert sorted(cut_out) == sorted(door.household_id for door in doors)
    assert set(_pieces(turf, doors)) == {1}
    share = len(doors) / len(turf.rounds)
    for one in turf.rounds:
        within = abs(len(one) / size - 1) <= TOLERANCE
        assert within or abs(len(one) - share) <= max(1, TOLERANCE * share)


@pytest.mark.parametrize("size", [30, 60, 100])
def test_a_town_is_cut_within_fifteen_per_cent(size):
    doors = _estate(1_200)
    turf = cut(doors, size=size)
    assert set(_pieces(turf, doors)) == {1}
    assert not turf.by_line
    assert all(abs(len(one) / size - 1) <= TOLERANCE for one in turf.rounds)


def test_a_town_is_cut_into_rounds_of_so_many_minutes():
    doors = _estate(1_200)
    turf = cut_by_minutes(doors, minutes=60)
    assert sum(len(one) for one in turf.rounds) == 1_200
    assert set(_pieces(turf, doors)) == {1}
    assert all(abs(walk_order(one).minutes / 60 - 1) <= TOLERANCE + 0.05 for one in turf.rounds)


def test_nothing_and_one_door_are_cut_too():
    assert cut([], size=60).rounds == []
    assert cut_by_minutes([], minutes=60).rounds == []
    alone = Door(1, "Mill Lane")
    assert cut([alone], size=60).rounds == [[alone]]
    assert cut_by_minutes([alone], minutes=60).rounds == [[alone]]


def _estate(doors):
    """Parallel streets of forty houses, a block of flats at the end of each."""
    made = []
    for at in range(doors):
        street, place = divmod(at, 40)
        number = min(place, 35) + 1
        made.append(
            Door(
                at,
                f"Street {street}",
                order=number,
                number=str(number),
                flat=f"Flat {place - 34}" if place >= 35 else "",
                latitude=51.5 + street % 10 * 0.0006 + number % 2 * 0.0001,
                longitude=0.4 + street // 10 * 0.004 + number // 2 * 0.00015,
            )
        )
    return made
