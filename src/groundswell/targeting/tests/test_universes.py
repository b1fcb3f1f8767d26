"""Universes are made, changed and put away by organisers of their area, and keep their counts."""

from datetime import timedelta

import pytest
from django.test import TestCase

from groundswell.common import clock
from groundswell.common.announcements import listen
from groundswell.common.errors import NotFound, Refused
from groundswell.targeting.announcements import UniverseChanged, UniverseRetired
from groundswell.targeting.commands import refresh_what_is_due, retire_universe, save_universe
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import count_universe, first_fifty, universe_for, universes_for
from tests.phone_bank import people_in

EVERYBODY = {"match": "all", "conditions": []}


def save(town, by="organiser", **more):
    given = {"name": "Everybody", "area": town.marshfield, "rule": EVERYBODY} | more
    return save_universe(by=town.members[by] if by else None, **given)


@pytest.mark.parametrize(
    "role", ["caller", "agent", "data_manager", "headquarters", "organiser_elsewhere"]
)
def test_only_organisers_of_the_area_save_see_and_count(town, role):
    member = town.members[role]
    with pytest.raises(Refused, match="Marshfield"):
        save(town, by=role)
    universe = save(town)
    with pytest.raises(NotFound):
        universe_for(member, universe.pk)
    with pytest.raises(NotFound):
        count_universe(member, town.marshfield, EVERYBODY)
    with pytest.raises(NotFound):
        first_fifty(member, town.marshfield, EVERYBODY)
    with pytest.raises(Refused):
        retire_universe(by=member, universe=universe)
    assert universe_for(town.organiser, universe.pk) == universe


def test_an_area_beneath_ones_own_is_ones_own_and_one_above_is_not(town):
    assert save(town, area=town.riverside).area == town.riverside
    with pytest.raises(Refused):
        save(town, area=town.country)


def test_saving_twice_is_saving_once_and_names_do_not_clash(town):
    universe = save(town)
    assert save(town) == universe
    with pytest.raises(Refused, match="another name"):
        save(town, rule={"match": "all", "conditions": [{"kind": "callable"}]})
    assert save(town, area=town.riverside) != universe
    assert Universe.objects.count() == 2


def test_a_rule_that_cannot_be_used_is_refused_with_a_sentence(town):
    with pytest.raises(Refused, match="at least one"):
        save(town, rule={"match": "all", "conditions": [{"kind": "tag", "is": []}]})


def test_ones_own_universe_is_nobody_elses(town):
    universe = save(town, shared=False)
    other = town.organiser_without_second_factor
    assert universe not in universes_for(other)
    with pytest.raises(Refused):
        save(town, by="organiser_without_second_factor", universe=universe)
    assert universe in universes_for(town.organiser)


def test_a_change_is_announced_and_a_universe_put_away_is_gone(town):
    told: list[object] = []
    listen(UniverseChanged, told.append)
    listen(UniverseRetired, told.append)
    with TestCase.captureOnCommitCallbacks(execute=True):
        universe = save(town)
        save(town, universe=universe, name="All")
        retire_universe(by=town.organiser, universe=universe)
        retire_universe(by=town.organiser, universe=universe)
    assert told == [UniverseChanged(universe.pk)] * 2 + [UniverseRetired(universe.pk)]
    with pytest.raises(NotFound):
        universe_for(town.organiser, universe.pk)
    assert save(town, name="All") != universe


def test_counts_refresh_by_themselves(town):
    universe = save(town)
    assert universe.counts["people"] == 0
    people_in(town.riverside, town.marshfield, [2, 1])
    refresh_what_is_due()
    universe.refresh_from_db()
    assert universe.counts["people"] == 0
    with clock.set_to(clock.now() + timedelta(minutes=11)):
        refresh_what_is_due()
    universe.refresh_from_db()
    assert (universe.counts["people"], universe.counts["households"]) == (3, 2)
