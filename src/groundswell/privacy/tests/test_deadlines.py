"""How long the law gives."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.privacy import rules

DAYS = st.dates(date(2018, 5, 25), date(2060, 1, 1))
RIGHTS = st.sampled_from(["access", "stop", "erase", "rectify"])


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 9, 3), date(2026, 10, 5)),  # 3 October is a Saturday
        (date(2026, 1, 31), date(2026, 3, 2)),  # 28 February is a Saturday
        (date(2027, 3, 31), date(2027, 4, 30)),  # April has no 31st
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 4), date(2027, 1, 4)),
    ],
)
def test_a_month_runs_to_the_same_day_or_the_last_and_past_a_weekend(received, due):
    assert rules.due_on("access", received) == due


@given(RIGHTS, DAYS)
def test_no_deadline_is_before_a_month_nor_long_after_it(kind, received):
    due = rules.due_on(kind, received)
    assert due.weekday() < 5
    assert timedelta(days=28) <= due - received <= timedelta(days=33)
    assert (due.year * 12 + due.month) - (received.year * 12 + received.month) in {1, 2}


@given(RIGHTS, DAYS)
def test_an_extension_gives_two_months_more(kind, received):
    first, extended = (rules.due_on(kind, received, extended=late) for late in (False, True))
    assert timedelta(days=57) <= extended - first <= timedelta(days=64)


@given(RIGHTS, DAYS, DAYS)
def test_who_asks_later_is_never_due_earlier(kind, one, other):
    earlier, later = sorted((one, other))
    assert rules.due_on(kind, earlier) <= rules.due_on(kind, later)


@given(DAYS)
def test_a_complaint_is_acknowledged_within_thirty_days(received):
    assert rules.due_on("complaint", received) == received + timedelta(days=30)


@given(DAYS, st.integers(0, 120))
def test_months_keep_the_day_where_there_is_one(day, months):
    later = rules.months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (
        later.day < day.day and (later + timedelta(days=1)).month != later.month
    )


def test_before_the_law_there_is_no_deadline():
    with pytest.raises(LookupError):
        rules.due_on("access", date(2018, 5, 24))
