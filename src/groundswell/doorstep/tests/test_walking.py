"""Walking order: each door once, sides as chosen, flats by floor, the local order first."""

from itertools import groupby, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from groundswell.doorstep.rules.doors import Door, building_of, side_of
from groundswell.doorstep.rules.walking import walk_order
from groundswell.doorstep.tests.town_streets import neighbourhoods

QUICK = 0.01


def _street(numbers, **more):
    return [
        Door(
            number,
            "Mill Lane",
            order=number,
            number=str(number),
            latitude=51.57 + number % 2 * 0.0001,
            longitude=0.45 + number // 2 * 0.00015,
            **more,
        )
        for number in numbers
    ]


@settings(max_examples=60, deadline=None)
@given(
    neighbourhoods(most=60), st.sampled_from(["both", "odd_then_even"]), st.booleans(), st.randoms()
)
def test_a_walk_passes_every_door_once_and_keeps_the_local_order(doors, sides, comes_back, dice):
    order = [door.household_id for door in doors if door.street == "Mill Lane"]
    dice.shuffle(order)
    walk = walk_order(
        doors, sides=sides, comes_back=comes_back, fixed={"Mill Lane": order}, seconds=QUICK
    )
    walked = [door.household_id for door in walk.doors]
    assert sorted(walked) == sorted(door.household_id for door in doors)
    assert [one for one in walked if one in set(order)] == order
    assert len(walk.each) == len(doors)
    assert abs(sum(walk.each) - walk.minutes) < 0.001
    others = [building_of(door) for door in walk.doors if door.street != "Mill Lane"]
    runs = [building for building, _doors in groupby(others)]
    assert len(runs) == len(set(runs))


def test_one_side_is_done_before_the_other():
    walk = walk_order(_street(range(1, 31)), sides="odd_then_even", seconds=QUICK)
    sides = [side for side, _doors in groupby(side_of(door) for door in walk.doors)]
    assert len(sides) == 2
    numbers = [door.order for door in walk.doors]
    assert sorted(numbers[:15]) in (numbers[:15], numbers[14::-1])


def test_both_sides_are_crossed_no_more_than_shortness_asks_for():
    walk = walk_order(_street(range(1, 31)), sides="both", seconds=QUICK)
    crossings = sum(side_of(one) != side_of(other) for one, other in pairwise(walk.doors))
    assert crossings == 1
    zigzag = _street([1, 2, 41, 42, 81, 82])
    walk = walk_order(zigzag, sides="both", seconds=QUICK)
    assert [door.order // 40 for door in walk.doors] in ([0, 0, 1, 1, 2, 2], [2, 2, 1, 1, 0, 0])


def test_a_round_that_comes_back_ends_near_its_start():
    doors = _street(range(1, 41))
    there = walk_order(doors, comes_back=True, seconds=QUICK).doors
    assert abs(there[0].order - there[-1].order) <= 3
    by_sides = walk_order(doors, comes_back=True, sides="odd_then_even", seconds=QUICK).doors
    assert abs(by_sides[0].order - by_sides[-1].order) <= 3


def test_flats_are_walked_floor_by_floor():
    flats = ["Flat 203", "Ground Floor Flat", "Flat 101", "Flat 102", "Flat 12", "Flat 3"]
    doors = [
        Door(at, "Mill Lane", order=1, number="1", flat=flat, latitude=51.5, longitude=0.4)
        for at, flat in enumerate(flats)
    ]
    walked = [door.flat for door in walk_order(doors, seconds=QUICK).doors]
    assert walked == ["Ground Floor Flat", "Flat 3", "Flat 12", "Flat 101", "Flat 102", "Flat 203"]


def test_a_new_home_comes_beside_its_neighbour_in_a_fixed_street():
    doors = _street([1, 3, 5, 7, 9])
    walk = walk_order(doors, fixed={"Mill Lane": [9, 3, 1, 7]}, seconds=QUICK)
    assert [door.order for door in walk.doors] == [9, 3, 5, 1, 7]


def test_streets_known_by_postcode_alone_are_walked_by_their_numbers():
    doors = [
        Door(number, "Mill Lane", order=number, latitude=51.5, longitude=0.4, postcode="SS14 1AA")
        for number in range(1, 30, 2)
    ]
    numbers = [door.order for door in walk_order(doors, seconds=QUICK).doors]
    assert numbers in (sorted(numbers), sorted(numbers, reverse=True))
