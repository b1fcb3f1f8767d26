"""The test between two mails: what it promises, for any number of clicks in any order."""

import random
from math import comb, isclose, log

from hypothesis import given
from hypothesis import strategies as st

from groundswell.mailings.rules.always_valid import evidence, ratio_between, verdict

clicks = st.integers(0, 400)


@given(clicks, clicks)
def test_on_average_the_next_click_adds_no_evidence_where_there_is_no_difference(a, b):
    """A martingale: the reason why peeking costs nothing."""
    now = evidence(a, b)
    assert isclose((evidence(a + 1, b) + evidence(a, b + 1)) / 2, now, rel_tol=1e-9)


@given(st.integers(1, 60))
def test_over_all_ways_the_clicks_can_fall_the_evidence_is_one(n):
    total = sum(comb(n, a) * evidence(a, n - a) for a in range(n + 1))
    assert isclose(total / 2**n, 1.0, rel_tol=1e-9)


@given(clicks, clicks)
def test_names_are_only_names(a, b):
    one, other = verdict(a, b), verdict(b, a)
    assert isclose(one.evidence, other.evidence, rel_tol=1e-9)
    assert one.better == {"A": "B", "B": "A", "": ""}[other.better]


@given(clicks, clicks)
def test_it_is_decided_when_equal_is_refuted_and_not_before(a, b):
    told = verdict(a, b)
    low, high = told.ratio
    assert low <= high
    if abs(log(told.evidence) - log(20)) > 1e-6:
        assert bool(told.better) == (not low <= 1 <= high)


def test_nothing_is_known_before_the_first_click():
    assert evidence(0, 0) == 1
    assert ratio_between(0, 0)[0] == 0
    assert verdict(0, 0).better == ""


def test_a_difference_is_found_and_none_is_not():
    assert verdict(180, 100).better == "A"
    assert verdict(100, 104).better == ""


def test_looking_after_every_click_gives_false_alarms_within_the_promise():
    """200 tests without a difference, looked at 2,000 times each."""
    toss = random.Random(8)
    alarms = 0
    for _test in range(200):
        counts = [0, 0]
        for _click in range(2000):
            counts[toss.getrandbits(1)] += 1
            if evidence(*counts) >= 20:
                alarms += 1
                break
    assert alarms <= 200 * 0.05 + 4
