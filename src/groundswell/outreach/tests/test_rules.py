"""The pure rules: hours, joining, whole households, who may still be shown."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.outreach.rules import (
    Afterwards,
    CallingHours,
    Candidate,
    Verdict,
    Waiting,
    afterwards,
    in_order,
    may_claim_another,
    may_join,
    next_opening,
    verdict,
    whole_households,
    within_hours,
)

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "at", "allowed"),
    [
        (0, time(8, 59), False),
        (0, time(9, 0), True),
        (4, time(19, 59), True),
        (4, time(20, 0), False),
        (5, time(9, 30), False),
        (6, time(10, 0), True),
        (6, time(18, 0), False),
    ],
)
def test_calling_hours_differ_at_weekends(day, at, allowed):
    moment = datetime.combine(MONDAY + timedelta(days=day), at)
    assert within_hours(CallingHours(), moment) is allowed


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.times())
def test_the_next_opening_is_the_first_moment_that_is_allowed(day, at):
    hours, moment = CallingHours(), datetime.combine(day, at)
    if within_hours(hours, moment):
        return
    opening = next_opening(hours, moment)
    assert opening > moment
    assert within_hours(hours, opening)
    assert not within_hours(hours, opening - timedelta(minutes=1))
    assert opening - moment < timedelta(hours=17)


@pytest.mark.parametrize(
    ("joining", "welcome"),
    [
        ("members", {"member"}),
        ("vetted", {"member", "vetted"}),
        ("link", {"member", "vetted", "supporter"}),
    ],
)
def test_who_may_join(joining, welcome):
    assert {who for who in ("member", "vetted", "supporter") if may_join(joining, who)} == welcome


def test_a_supporter_gets_one_batch_until_vetted():
    assert may_claim_another("supporter", 0)
    assert not may_claim_another("supporter", 1)
    assert may_claim_another("vetted", 1)
    assert may_claim_another("member", 40)


@given(st.lists(st.integers(1, 12), max_size=40), st.integers(1, 12), st.booleans())
def test_households_are_taken_whole_and_never_more_than_fit(homes, size, empty):
    queue = [Waiting(place, home) for place, home in enumerate(homes)]
    chosen = whole_households(queue, size, empty=empty)
    assert len(chosen) <= size
    assert bool(chosen) is bool(queue) or not empty
    taken = {person.home for person in chosen}
    for home in taken:
        everybody = [person for person in queue if person.home == home]
        cut = empty and len(taken) == 1 and len(everybody) > size
        assert cut or all(person in chosen for person in everybody)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 50)), unique_by=lambda pair: pair[1]))
def test_a_batch_is_called_household_by_household(people):
    batch = in_order(
        _person(elector_id, home=home, position=elector_id) for home, elector_id in people
    )
    homes = [person.home for person in batch]
    changes = sum(one != other for one, other in pairwise(homes))
    assert not homes or changes == len(set(homes)) - 1


@pytest.mark.parametrize(
    ("outcome", "then"),
    [
        ("no_answer", Afterwards.AGAIN),
        ("engaged", Afterwards.AGAIN),
        ("wrong_number", Afterwards.AGAIN),
        ("other_answered", Afterwards.AGAIN),
        ("inaccessible", Afterwards.AGAIN),
        ("call_back", Afterwards.CALL_BACK),
        ("spoke", Afterwards.DONE),
        ("refused", Afterwards.DONE),
        ("do_not_contact", Afterwards.DONE),
        ("deceased", Afterwards.DONE),
    ],
)
def test_where_somebody_goes_after_a_result(outcome, then):
    assert afterwards(outcome) is then


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({}, Verdict.SHOW),
        ({"in_force": False}, Verdict.LEAVE),
        ({"stopped": ",phone,"}, Verdict.LEAVE),
        ({"stopped": ",door,all,"}, Verdict.LEAVE),
        ({"stopped": ",door,"}, Verdict.SHOW),
        ({"callable_until": None}, Verdict.LEAVE),
        ({"callable_until": date(2026, 11, 22)}, Verdict.LEAVE),
        ({"callable_until": date(2026, 11, 23)}, Verdict.SHOW),
        ({"rests_until": NOW + timedelta(hours=1)}, Verdict.LATER),
        ({"rests_until": NOW}, Verdict.SHOW),
    ],
)
def test_who_may_still_be_shown(change, answer):
    assert _verdict(_person(1, **change)) is answer


def test_a_household_just_spoken_to_may_be_spoken_to_in_the_same_call_and_only_then():
    resting = _person(2, rests_until=NOW + timedelta(days=28))
    assert _verdict(resting, _person(1, held=False, outcome="spoke")) is Verdict.SHOW
    assert _verdict(resting, _person(1, held=False, outcome="refused")) is Verdict.LATER
    assert _verdict(resting, _person(1, held=False, outcome="spoke", home=8)) is Verdict.LATER
    assert _verdict(resting) is Verdict.LATER


def _verdict(person, *others):
    return verdict(person, [person, *others], channel="phone", today=NOW.date(), now=NOW)


def _person(elector_id, **change):
    usual = {
        "assignment_id": elector_id,
        "elector_id": elector_id,
        "home": 7,
        "position": 1,
        "held": True,
        "outcome": "",
        "shown": False,
        "in_force": True,
        "callable_until": date(2026, 12, 1),
        "stopped": "",
        "rests_until": None,
    }
    return Candidate(**(usual | change))
