"""The people of the pretend town make sense, and come out the same for the same seed."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.places import gazetteer
from groundswell.register import town
from groundswell.register.town.dice import dice, scatter
from groundswell.register.town.people import attains_voting_age, slipped

PUBLISHED = date(2025, 12, 1)


def age(person):
    """In years, on the day of publication."""
    return (PUBLISHED - person.born).days / 365.25


@given(st.integers(1, 2_500), st.integers(0, 5))
def test_a_town_has_exactly_as_many_electors_as_asked(electors, seed):
    assert sum(1 for _ in town.make_town(electors, seed, PUBLISHED).electors()) == electors


def test_the_same_seed_makes_the_same_town_and_another_seed_another(small_register):
    again = list(town.make_town(3_000, seed=7, published=PUBLISHED).electors())
    other = list(town.make_town(3_000, seed=8, published=PUBLISHED).electors())
    assert again == small_register
    assert other != small_register


def test_nobody_is_in_it_twice_and_every_home_has_one_place(small_register):
    assert len({one.person_id for one in small_register}) == len(small_register)
    homes = {one.home.home_id: one.home for one in small_register if one.home}
    places = Counter(
        (home.flat, home.building, home.number, home.street, home.postcode)
        for home in homes.values()
    )
    assert [place for place, count in places.items() if count > 1] == []
    assert len({home.uprn for home in homes.values()}) == len(homes)
    assert {len(home.uprn) for home in homes.values()} == {12}


def test_ages_are_those_of_electors(small_register):
    ages = [age(one.person) for one in small_register]
    assert min(ages) >= 16
    assert max(ages) < 102
    middle = sorted(ages)[len(ages) // 2]
    assert 42 < middle < 60


def test_those_under_age_are_attainers_with_their_date_to_come(small_register):
    attainers = [one for one in small_register if one.attains_on]
    assert attainers
    for one in small_register:
        assert (one.attains_on is not None) == (age(one.person) < 18 - 1e-6)
    for one in attainers:
        assert PUBLISHED < one.attains_on <= PUBLISHED + timedelta(days=365)
        assert one.attains_on == attains_voting_age(one.person.born)


def test_somebody_born_on_29_february_attains_on_1_march():
    assert attains_voting_age(date(2008, 2, 29)) == date(2026, 3, 1)
    assert attains_voting_age(date(2008, 2, 28)) == date(2026, 2, 28)


def test_households_are_of_people_who_may_live_together(small_register):
    homes = defaultdict(list)
    for one in small_register:
        if one.home:
            homes[one.home.home_id].append(one.person)
    sizes = Counter(len(people) for people in homes.values())
    assert 1.6 < len(small_register) / len(homes) < 2.3
    assert sizes[2] > sizes[1] > sizes[3] > sizes[4]
    pairs = [people for people in homes.values() if len(people) == 2]
    near = [one for one in pairs if abs(age(one[0]) - age(one[1])) < 10]
    assert len(near) > 0.85 * len(pairs)
    families = [people for people in homes.values() if 3 <= len(people) <= 5]
    shared = [one for one in families if len({person.surname for person in one}) < len(one)]
    assert len(shared) > 0.7 * len(families)


def test_names_are_those_of_the_years_in_which_they_were_given():
    everybody = [
        one.person for one in town.make_town(12_000, 3, PUBLISHED).electors() if one.person.forename
    ]
    old = Counter(one.forename for one in everybody if one.born.year < 1950 and one.sex == "F")
    young = Counter(one.forename for one in everybody if one.born.year > 1996 and one.sex == "F")
    assert old["Margaret"] > 5 * young["Margaret"]
    assert young["Chloe"] > 5 * old["Chloe"]


def test_awkward_names_occur():
    names = {
        word
        for one in town.make_town(15_000, 3, PUBLISHED).electors()
        for word in (one.person.forename, one.person.surname)
    }
    assert names >= {"O'Brien", "O’Brien", "O`Brien", "van der Berg", "Siân", "Łukasz", ""}
    assert any("-" in name for name in names)
    assert names & {"McDonald", "MacDonald", "Mcdonald"}


def test_every_home_is_on_a_real_street_in_a_real_postcode(small_register):
    streets = {(one.postcode, one.street) for one in gazetteer.street_postcodes()}
    wards = {one.postcode: one.ward_code for one in gazetteer.postcode_points()}
    seats = gazetteer.ward_seats()
    for one in small_register:
        if one.home:
            assert (one.home.postcode, one.home.street) in streets
            assert one.home.ward_code == wards[one.home.postcode]
            assert one.home.constituency_code == seats[one.home.ward_code].constituency_code
            assert one.home.polling_district == one.prefix


def test_a_large_town_uses_the_whole_borough_but_nobody_lives_among_the_works():
    large = town.make_town(town.town.KNOWN_STREETS_UP_TO + 1, 1, PUBLISHED)
    postcodes = {one.home.postcode for one in large.electors() if one.home}
    assert len(postcodes) > 3_000
    assert not postcodes & gazetteer.business_postcodes()


@pytest.mark.parametrize("electors", [0, 24 * 130_000 + 1])
def test_a_county_has_its_limits(electors):
    if electors:
        with pytest.raises(ValueError, match="at most"):
            next(town.make_county(electors, 1, PUBLISHED))
    else:
        assert sum(len(one.parts) for one in town.make_county(0, 1, PUBLISHED)) <= 1


def test_a_copy_of_the_town_shares_nothing_with_the_real_one():
    real = town.make_town(500, 1, PUBLISHED)
    copy = town.make_town(500, 1, PUBLISHED, number=2)
    for told in ("person_id", "household_id", "elector_number"):
        mine = {getattr(one, told) for one in real.electors()} - {None}
        theirs = {getattr(one, told) for one in copy.electors()} - {None}
        assert not mine & theirs
    homes = [one.home for one in copy.electors() if one.home]
    assert {home.post_town.split()[0] for home in homes} == {"New"}
    assert {home.postcode[0] for home in homes} == {"Z"}
    assert {home.ward_code[:5] for home in homes} == {"X0502"}


@given(st.integers(0, 10_000), st.text("abcdefgh", min_size=1, max_size=9))
def test_a_slip_changes_one_name_a_little(seed, surname):
    which, printed = slipped(dice(seed), "Margaret", surname)
    meant = "Margaret" if which == "forename" else surname
    assert abs(len(printed) - len(meant)) <= 1
    assert printed != meant


@given(st.integers(0, 2**62), st.integers(0, 60))
def test_scatter_stays_within_its_range(number, salt):
    assert 0 <= scatter(number, salt) < 10_000


def test_scatter_is_even():
    counts = Counter(scatter(number, 3) // 1_000 for number in range(50_000))
    assert len(counts) == 10
    assert max(counts.values()) < 1.1 * min(counts.values())
