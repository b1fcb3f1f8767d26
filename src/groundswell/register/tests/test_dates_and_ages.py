"""Dates beside names, markers, and who may vote when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.rules.dates import age_dates, read_date, years_later
from groundswell.register.rules.markers import read_markers
from groundswell.register.rules.months import monthly_operation
from groundswell.register.rules.voting_age import NoRule, attainment_age, may_vote, voting_age

PUBLISHED = date(2026, 12, 1)
FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%b-%Y")
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def test_dates_come_in_three_forms():
    assert (
        read_date("01-Jan-2027", FORMATS)
        == read_date("2027-01-01", FORMATS)
        == read_date("01/01/2027", FORMATS)
        == date(2027, 1, 1)
    )
    assert read_date("soon", FORMATS) is None


def test_a_coming_date_is_attainment_and_an_old_one_birth():
    coming = age_dates(date(2027, 5, 6), published_on=PUBLISHED, age=18)
    assert (coming.attains_on, coming.born_on, coming.odd) == (date(2027, 5, 6), None, False)
    lately = age_dates(date(2026, 2, 1), published_on=PUBLISHED, age=18)
    assert lately.attains_on == date(2026, 2, 1)
    born = age_dates(date(2009, 5, 6), published_on=PUBLISHED, age=18)
    assert (born.attains_on, born.born_on) == (date(2027, 5, 6), date(2009, 5, 6))
    grown = age_dates(date(1961, 5, 6), published_on=PUBLISHED, age=18)
    assert (grown.attains_on, grown.born_on) == (None, date(1961, 5, 6))


def test_a_date_that_can_be_neither_is_odd():
    assert age_dates(date(2020, 1, 1), published_on=PUBLISHED, age=18).odd
    assert age_dates(date(1800, 1, 1), published_on=PUBLISHED, age=18).odd


@given(days)
def test_a_date_is_one_thing_or_odd(day):
    found = age_dates(day, published_on=PUBLISHED, age=18)
    assert found.odd == (found.attains_on is None and found.born_on is None)


@given(days, st.integers(-20, 20))
def test_years_later_is_the_same_day_of_the_year(day, years):
    later = years_later(day, years)
    assert later.year == day.year + years
    assert (later.month, later.day) in {(day.month, day.day), (3, 1)}


def test_votes_at_sixteen_depend_on_nation_poll_and_day():
    sixteen = date(2010, 6, 1)
    on = date(2026, 6, 4)
    assert may_vote(nation="S", poll="local", on=on, born_on=sixteen)
    assert may_vote(nation="W", poll="senedd", on=on, born_on=sixteen)
    assert not may_vote(nation="S", poll="uk_parliament", on=on, born_on=sixteen)
    assert not may_vote(nation="E", poll="local", on=on, born_on=sixteen)
    assert voting_age(nation="W", poll="senedd", on=date(2016, 5, 5)) == 18
    assert voting_age(nation="S", poll="local", on=date(2015, 5, 7)) == 18


def test_an_attainer_may_vote_from_the_day_itself():
    day = date(2027, 5, 6)
    for on, may in ((day - timedelta(1), False), (day, True)):
        assert may_vote(nation="E", poll="local", on=on, attains_on=day) is may


def test_a_scottish_attainer_of_sixteen_waits_for_westminster():
    day = date(2027, 5, 6)
    assert attainment_age(nation="S", on=day) == 16
    assert may_vote(nation="S", poll="scottish_parliament", on=day, attains_on=day)
    assert not may_vote(nation="S", poll="uk_parliament", on=day, attains_on=day)
    assert may_vote(nation="S", poll="uk_parliament", on=date(2029, 5, 6), attains_on=day)


def test_markers_shut_out_of_some_polls_and_unknown_ones_of_none():
    on = date(2026, 5, 7)
    assert not may_vote(nation="E", poll="local", on=on, markers="F")
    assert may_vote(nation="E", poll="uk_parliament", on=on, markers="F")
    for letter in "GBKL":
        assert may_vote(nation="E", poll="local", on=on, markers=letter)
        assert not may_vote(nation="E", poll="uk_parliament", on=on, markers=letter)
    assert may_vote(nation="E", poll="uk_parliament", on=on, markers="Z")


def test_a_poll_without_a_rule_is_refused_and_not_guessed():
    with pytest.raises(NoRule):
        voting_age(nation="E", poll="senedd", on=PUBLISHED)
    with pytest.raises(NoRule):
        voting_age(nation="E", poll="uk_parliament", on=date(1960, 1, 1))


def test_markers_run_together_or_apart():
    assert read_markers("GL") == read_markers("G, L") == read_markers("l/g")._replace(known="GL")
    assert read_markers("").known == read_markers("").unknown == ""


def test_an_unknown_marker_is_kept_to_the_letter():
    assert read_markers("GW, Zz") == ("", "GW Zz")
    assert read_markers("G Q") == ("G", "Q")
    assert read_markers("M", nation="S") == ("M", "")
    assert read_markers("M", nation="W") == ("", "M")


@given(st.text("ABEFGKLMNPQZ ,/", max_size=8))
def test_no_marker_is_lost(text):
    found = read_markers(text)
    told = set(found.known) | {letter.upper() for letter in found.unknown if letter != " "}
    assert told == {letter for letter in text if letter not in " ,/"}


def test_deleted_wins_unless_created_in_the_same_month():
    assert monthly_operation(created=0, deleted=3) == "D"
    assert monthly_operation(created=2, deleted=3) == "D"
    assert monthly_operation(created=3, deleted=3) == "-"
    assert monthly_operation(created=3, deleted=0) == "A"
    assert monthly_operation(created=0, deleted=0) == "M"
