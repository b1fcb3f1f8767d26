"""Totals are sums of the roll-up rows, each scope of its own ones."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.headquarters.queries import (
    Figures,
    area_scope,
    branch_scope,
    by_area,
    by_branch,
    by_day,
    by_hour,
    by_moment,
    campaign_scope,
    effort_scope,
    reached_for,
    total,
)
from groundswell.headquarters.rules import Period
from groundswell.headquarters.tests.tallies import NOW, tally
from groundswell.places.models import Area
from tests.phone_bank import open_phone_bank


@pytest.fixture(autouse=True)
def at_that_time(db):
    with clock.set_to(NOW):
        yield


def all_of(scope, period=Period.ALL):
    return total(by_moment(scope, period).values()).counts


def test_each_scope_sums_its_own(town):
    tally(town.marshfield, ward=town.riverside, branch=town.marshfield, counts=(10, 4, 2))
    tally(town.marshfield, branch=town.hillbury, counts=(5, 3, 1))
    tally(town.hillbury, branch=town.marshfield, counts=(7, 2, 2))
    leader = town.headquarters
    assert all_of(campaign_scope(town.caller)) == (22, 9, 5)
    assert all_of(branch_scope(town.caller, town.marshfield.pk)) == (17, 6, 4)
    assert all_of(area_scope(leader, town.marshfield.pk)) == (15, 7, 3)
    assert all_of(area_scope(leader, town.riverside.pk)) == (10, 4, 2)
    assert all_of(area_scope(leader, town.country.pk)) == (22, 9, 5)


def test_periods_begin_at_local_midnight(town):
    for days, hours in ((0, 0), (0, 18), (6, 0), (7, 0), (40, 0)):
        tally(town.marshfield, hour=NOW - timedelta(days=days, hours=hours), counts=(1, 0, 0))
    scope = campaign_scope(town.caller)
    # 18 hours before is 23:00 UTC of the day before: midnight, in summer time, of this day.
    assert [all_of(scope, period)[0] for period in Period] == [2, 3, 4, 5]


def test_hours_and_days_are_those_of_the_wall_clock(town):
    tally(town.marshfield, counts=(3, 0, 0))
    tally(town.marshfield, hour=NOW - timedelta(days=1, hours=2), counts=(4, 0, 0))
    moments = by_moment(campaign_scope(town.caller), Period.WEEK)
    assert {day: one.attempts for day, one in by_day(moments).items()} == {
        date(2026, 6, 14): 4,
        date(2026, 6, 15): 3,
    }
    assert {hour: one.attempts for hour, one in by_hour(moments).items()} == {16: 4, 17: 0, 18: 3}


def test_by_area_and_by_branch_in_order_of_name_whatever_the_numbers(town):
    tally(town.marshfield, ward=town.riverside, branch=town.marshfield, counts=(9, 9, 9))
    tally(town.hillbury, branch=town.hillbury, counts=(1, 0, 0))
    scope = campaign_scope(town.caller)
    areas = by_area(scope, Period.ALL, Area.Kind.CONSTITUENCY)
    assert [(area.name, one.attempts) for area, one in areas] == [
        ("Hillbury", 1),
        ("Marshfield", 9),
    ]
    branches = by_branch(scope, Period.ALL)
    assert [area.name for area, _one in branches] == ["Hillbury", "Marshfield"]
    wards = by_area(scope, Period.ALL, Area.Kind.WARD)
    assert [(area, one.contacts) for area, one in wards] == [(town.riverside, 9)]


def test_who_may_see_which_scope(town):
    effort = open_phone_bank(town)
    for role in ("caller", "agent", "headquarters", "organiser", "supporter"):
        assert branch_scope(town.members[role], town.marshfield.pk).area == town.marshfield
    for role in ("outsider", "organiser_elsewhere"):
        with pytest.raises(NotFound):
            branch_scope(town.members[role], town.marshfield.pk)
    for role in ("organiser", "agent", "headquarters"):
        assert area_scope(town.members[role], town.riverside.pk).in_full
        assert effort_scope(town.members[role], effort.pk).in_full
    for role in ("caller", "data_manager", "organiser_elsewhere"):
        with pytest.raises(NotFound):
            area_scope(town.members[role], town.riverside.pk)
        with pytest.raises(NotFound):
            effort_scope(town.members[role], effort.pk)
    assert not campaign_scope(town.organiser).in_full
    assert campaign_scope(town.headquarters).in_full


def test_how_far_a_phone_bank_has_come(town):
    effort = open_phone_bank(town, households=[2, 2])
    tally(town.marshfield, effort_id=effort.pk, counts=(5, 1, 1))
    (one,) = reached_for(town.organiser, area_scope(town.organiser, town.marshfield.pk))
    assert (one.effort, one.people, one.percent) == (effort, 1, 25)
    assert reached_for(town.outsider, campaign_scope(town.outsider)) == []


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))))
def test_a_total_is_the_sum_of_its_parts(parts):
    figures = total(Figures(*part) for part in parts)
    assert figures.counts == tuple(sum(part[at] for part in parts) for at in range(3))
