"""Rules on the doorstep find who was not there, and leave walkers and paper alone."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.common import clock
from groundswell.contact.commands import AttemptResult, record_attempts
from groundswell.contact.models import HeldResults
from groundswell.outreach.commands import note_visit
from groundswell.outreach.commands.flags import decide_flag, look_at_effort
from groundswell.outreach.commands.tracing import forget_old_visits
from groundswell.outreach.models import Assignment, Effort, Flag, VisitTrace
from groundswell.outreach.plausibility import (
    CallerRecord,
    OthersRecord,
    Visit,
    door_findings,
)
from groundswell.outreach.rules.distance import metres_between
from groundswell.register.models import Household
from tests.phone_bank import open_phone_bank

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def taps(gaps, *, metres=0, walked=12.0, contact=False):
    """A visit after each gap in seconds, each at the next door."""
    at, made = NOON, []
    for door, gap in enumerate(gaps):
        at += timedelta(seconds=gap)
        made.append(Visit(door, at, contact=contact, walked=walked, metres=metres))
    return made


def rules_against(visits):
    found = door_findings(CallerRecord(()), visits, OthersRecord(0, 0), lambda at: at.hour < 20)
    return {finding.rule for finding in found}


def test_who_walks_is_left_alone_and_who_taps_a_street_through_is_found():
    assert rules_against(taps([45] * 60)) == set()
    assert rules_against(taps([4] * 15)) == {"door_pace"}
    assert rules_against(taps([4] * 14)) == set()


def test_who_walks_a_side_and_then_taps_it_is_left_alone():
    bunches = [gap for _bunch in range(6) for gap in [400] + [4] * 7]
    assert rules_against(taps(bunches)) == set()


def test_many_taps_far_away_are_found_and_a_few_are_not():
    assert rules_against(taps([60] * 20, metres=2000)) == {"door_distance"}
    near = taps([60] * 17)
    assert rules_against([*near, *taps([60] * 3, metres=2000)]) == set()
    assert rules_against(taps([60] * 30, metres=250)) == set()


def test_who_tells_no_place_is_not_looked_at_for_it():
    assert rules_against(taps([60] * 40, metres=None)) == set()


@given(st.lists(st.integers(30, 900), min_size=1, max_size=60), st.floats(0, 40))
def test_nobody_who_takes_half_a_minute_a_door_is_ever_too_quick(gaps, walked):
    assert "door_pace" not in rules_against(taps(gaps, walked=walked))


@given(st.floats(49.9, 58.7), st.floats(-6, 1.7), st.floats(-0.01, 0.01), st.floats(-0.01, 0.01))
def test_a_distance_is_the_same_both_ways_and_about_111_metres_a_thousandth(
    latitude, longitude, north, east
):
    there = metres_between(latitude, longitude, latitude + north, longitude + east)
    back = metres_between(latitude + north, longitude + east, latitude, longitude)
    assert there == pytest.approx(back, abs=1e-3)
    assert there == pytest.approx(
        metres_between(latitude, longitude, latitude + north, longitude), abs=abs(east) * 75_000
    )
    assert metres_between(52, 0, 52.001, 0) == pytest.approx(111.2, abs=0.1)


@pytest.fixture
def canvass(town):
    """A canvass over sixteen doors in a row, ten metres apart."""
    effort = open_phone_bank(town, households=[1] * 16, joining="vetted")
    Effort.objects.filter(pk=effort.pk).update(channel="door")
    queued = Assignment.objects.filter(effort=effort).order_by("position")
    for place, one in enumerate(queued):
        assert one.household_id is not None
        Household.objects.filter(pk=one.household_id).update(
            latitude=51.5 + place * 0.00009, longitude=0.1
        )
    return effort


def visit(member, effort, *, gap, away=0.0, traced=True):
    """Nobody answers at any door; ``away`` in degrees from each."""
    at = clock.now() - timedelta(seconds=16 * gap)
    for one in Assignment.objects.filter(effort=effort).order_by("position"):
        at += timedelta(seconds=gap)
        result_id = uuid4()
        assert one.household_id is not None
        home = Household.objects.get(pk=one.household_id)
        assert home.latitude is not None
        assert home.longitude is not None
        told = AttemptResult(
            result_id,
            one.constituency_id,
            one.elector_id,
            "door",
            "no_answer",
            at,
            effort_id=effort.pk,
        )
        record_attempts(by=member, results=[told])
        if traced:
            note_visit(
                by=member,
                constituency_id=one.constituency_id,
                effort_id=effort.pk,
                household_id=home.pk,
                result_id=result_id,
                outcome="no_answer",
                made_at=at,
                where=(home.latitude + away, home.longitude, 20.0),
            )


@pytest.mark.django_db
def test_an_inventing_visitor_is_held_and_paper_and_walkers_are_not(town, canvass):
    with clock.set_to(NOON):
        visit(town.caller, canvass, gap=60)
        visit(town.supporter, canvass, gap=2, traced=False)
        visit(town.vetted, canvass, gap=2, away=0.02)
        look_at_effort(effort_id=canvass.pk)
        flags = Flag.objects.all()
        assert {(one.member, one.rule) for one in flags} == {
            (town.vetted, "door_pace"),
            (town.vetted, "door_distance"),
        }
        assert HeldResults.objects.get().member == town.vetted
        flag = flags.latest("pk")
        decide_flag(by=town.organiser, flag_id=flag.pk, fair=True, reason="Tapped it at home")
    with clock.set_to(NOON + timedelta(minutes=1)):
        assert look_at_effort(effort_id=canvass.pk) == []


@pytest.mark.django_db
def test_no_position_is_kept_and_the_distance_for_a_month_only(town, canvass):
    with clock.set_to(NOON):
        visit(town.caller, canvass, gap=60, away=0.001)
    trace = VisitTrace.objects.first()
    assert trace is not None
    assert trace.metres == 91
    assert not [one.name for one in VisitTrace._meta.fields if "itude" in one.name]
    for days, left in ((30, 16), (32, 0)):
        with clock.set_to(NOON + timedelta(days=days)):
            forget_old_visits()
        assert VisitTrace.objects.count() == left
