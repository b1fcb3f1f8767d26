"""Elector numbers: sequential in each polling district, in the order of its streets."""

from collections import defaultdict
from itertools import pairwise

from groundswell.register.rules import elector_number
from groundswell.register.town.districts import district_of_postcode
from groundswell.register.town.stretches import stretches


def by_district(register):
    """The lines of each polling district, in order."""
    found = defaultdict(list)
    for one in register:
        found[one.prefix].append(one)
    return found


def test_numbers_run_from_one_without_a_gap_and_suffixes_from_one(small_register):
    for electors in by_district(small_register).values():
        assert (electors[0].number, electors[0].suffix) == (1, 0)
        for one, following in pairwise(electors):
            squeezed_in = (following.number, following.suffix) == (one.number, one.suffix + 1)
            next_in_turn = (following.number, following.suffix) == (one.number + 1, 0)
            assert squeezed_in or next_in_turn
    assert any(one.suffix for one in small_register)


def test_every_number_is_read_back_as_it_was_made(small_register):
    for one in small_register:
        assert elector_number.parse(one.elector_number) == (one.prefix, one.number, one.suffix)


def test_homes_come_in_the_order_of_streets_and_those_without_one_at_the_end(small_register):
    for electors in by_district(small_register).values():
        streets = [one.home.street for one in electors if one.home]
        assert streets == sorted(streets)
        with_home = [one.home is not None for one in electors]
        assert with_home == sorted(with_home, reverse=True)
        others = [one for one in electors if not one.home and one.kind != "anonymous"]
        assert [one.person.surname for one in others] == sorted(
            one.person.surname for one in others
        )


def test_a_postcode_on_one_side_of_a_street_has_odd_or_even_numbers_only(small_register):
    one_sided = {one.postcode for one in stretches(whole_borough=False) if one.step == 2}
    sides = defaultdict(set)
    for one in small_register:
        if one.home and one.home.number.isdigit() and one.home.postcode in one_sided:
            sides[one.home.postcode].add(int(one.home.number) % 2)
    assert len(sides) > 20
    assert {len(side) for side in sides.values()} == {1}


def test_districts_are_three_to_five_a_ward_and_some_have_awkward_letters():
    letters = set(district_of_postcode().values())
    assert letters >= {"KD-2/2", "1E", "PN-A", "BE1"}
    assert 16 * 3 - 3 <= len(letters) <= 16 * 5


def test_there_are_entries_of_every_kind_and_markers_that_no_list_explains(small_register):
    kinds = {one.kind for one in small_register}
    assert kinds == {"ordinary", "other", "overseas", "anonymous"}
    markers = {one.person.marker for one in small_register}
    assert markers & {"G", "B", "K"}
    assert markers & {"U", "D", "Z", "W"}
