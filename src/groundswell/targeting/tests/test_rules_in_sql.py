"""What the database selects is what the rule says, person by person."""

from collections import Counter

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from groundswell.common import clock
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import universe_sql
from groundswell.targeting.queries.counting import counted
from groundswell.targeting.tests.naive import listed, reason
from groundswell.targeting.tests.population import NOW, TODAY, make_people, make_place
from groundswell.targeting.tests.rules_made_up import rules

pytestmark = pytest.mark.django_db


def universe(area, rule):
    return Universe(name="made up", area=area, rule=rule, made_at=NOW, changed_at=NOW)


def fetched(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def test_counts_and_queue_agree_with_the_rule_read_in_python():
    place = make_place()
    people = make_people(place)
    areas = [place.constituency, *place.wards, *place.districts]

    @given(rule=rules([area.pk for area in areas]), area=st.sampled_from([place.country, *areas]))
    def agree(rule, area):
        right = listed(people, area, rule)
        reasons = Counter(reason(person) for person in right)
        free = [p for p in right if reason(p) not in {"do_not_contact", "resting"}]
        counts = counted(area, rule)
        assert counts.matched == len(right)
        assert counts.people == len(free)
        assert counts.households == len({p.household.pk for p in free if p.household})
        assert counts.callable == reasons["callable"]
        assert {**counts.left_out, **counts.not_callable} == {
            name: reasons[name] for name in [*counts.left_out, *counts.not_callable]
        }
        rows = fetched(*universe_sql(universe(area, rule), place.constituency.pk))
        assert {row[0] for row in rows} == {
            p.elector.pk
            for p in free
            if reason(p) == "callable" and p.elector.constituency == place.constituency
        }

    with clock.set_to(NOW):
        agree()


def test_the_queue_keeps_households_together_and_begins_with_the_least_tried():
    place = make_place()
    people = {person.elector.pk: person for person in make_people(place)}
    everybody = {"match": "all", "conditions": []}
    with clock.set_to(NOW):
        sql, params = universe_sql(
            universe(place.constituency, everybody), place.constituency.pk, resting=True
        )
        rows = sorted(fetched(sql, params), key=lambda row: row[2])
    assert [row[2] for row in rows] == list(range(1, len(rows) + 1))
    homes = [row[1] or -row[0] for row in rows]
    assert len(set(homes)) == sum(
        1 for n, home in enumerate(homes) if n == 0 or homes[n - 1] != home
    )
    tried = [
        min(people[row[0]].state.attempts for row in rows if (row[1] or -row[0]) == home)
        for home in homes
    ]
    assert tried == sorted(tried)
    resting = {row[0] for row in rows if row[3] is not None}
    assert resting == {
        row[0]
        for row in rows
        if (people[row[0]].state.call_back_at or people[row[0]].state.rests_until or NOW) > NOW
    }
    assert resting


@pytest.mark.parametrize("channel", ["door", "text"])
def test_other_channels_ask_for_no_number_but_heed_their_stops(channel):
    place = make_place()
    people = make_people(place)
    everybody = {"match": "all", "conditions": []}
    with clock.set_to(NOW):
        rows = fetched(
            *universe_sql(
                universe(place.constituency, everybody), place.constituency.pk, channel=channel
            )
        )
    expected = {
        p.elector.pk
        for p in listed(people, place.constituency, everybody)
        if reason(p) not in {"do_not_contact", "resting"}
        and f",{channel}," not in p.state.stopped
        and channel not in p.state.stopped.split(",")
        and (channel != "door" or p.household)
    }
    assert {row[0] for row in rows} == expected
    assert {p.elector.pk for p in people if p.state.callable_until is None} & expected


def test_nobody_too_young_gone_or_elsewhere_is_ever_selected():
    place = make_place()
    people = make_people(place)
    everybody = {"match": "all", "conditions": []}
    with clock.set_to(NOW):
        counts = counted(place.constituency, everybody)
    here = [p for p in people if p.elector.constituency == place.constituency]
    shut_out = [p for p in here if not p.state.in_force or (p.state.old_enough_on or TODAY) > TODAY]
    assert shut_out
    assert len(here) < len(people)
    assert counts.matched == len(here) - len(shut_out)
