"""Shifts are read off events that may come late, twice and in any order."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from groundswell.safety.rules import Happened, Span, is_overdue, spans

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
minutes = st.integers(0, 600).map(lambda number: NOON + timedelta(minutes=number))
events = st.builds(
    Happened,
    key=st.integers(1, 10**6).map(lambda number: UUID(int=number)),
    action=st.sampled_from(["check_in", "check_out", "buddy"]),
    at=minutes,
)
days = st.lists(events, max_size=12, unique_by=lambda event: event.key)


@given(days, st.randoms())
def test_neither_order_nor_repeats_matter(told, dice):
    shuffled = [*told, *told]
    dice.shuffle(shuffled)
    assert spans(shuffled) == spans(told)


@given(days)
def test_shifts_follow_each_other_and_only_the_last_may_run(told):
    found = spans(told)
    assert [span.began for span in found] == [
        one.key
        for one in sorted(told, key=lambda event: (event.at, event.key))
        if one.action == "check_in"
    ]
    for earlier, later in pairwise(found):
        assert earlier.until is not None
        assert earlier.since <= earlier.until <= later.since


def test_a_shift_with_a_buddy():
    one, two, three = (UUID(int=number) for number in (1, 2, 3))
    later = NOON + timedelta(hours=2)
    told = [
        Happened(three, "check_out", later),
        Happened(two, "buddy", NOON + timedelta(minutes=1)),
        Happened(one, "check_in", NOON),
    ]
    assert spans(told) == [Span(one, NOON, buddy=two, ended=three, until=later)]


@given(minutes, st.none() | minutes, st.integers(1, 12))
def test_who_records_doors_or_checked_out_is_not_overdue(since, seen, hours):
    latest = max(since, seen) if seen else since
    due = latest + timedelta(hours=hours)
    assert is_overdue(since, None, seen, hours, due)
    assert not is_overdue(since, None, seen, hours, due - timedelta(seconds=1))
    assert not is_overdue(since, due, seen, hours, due + timedelta(days=1))
