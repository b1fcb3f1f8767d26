"""Counting tries."""

from datetime import UTC, datetime, timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.limits import forget_past_windows, limit
from groundswell.members.models import RateWindow

NOON = datetime(2026, 5, 1, 12, 0, 10, tzinfo=UTC)


def test_over_the_limit_is_refused_with_the_time_to_come_back(town):
    with clock.set_to(NOON):
        for _try in range(3):
            limit("claim", town.caller, per_minute=3)
        with pytest.raises(Refused, match="in 50 seconds"):
            limit("claim", town.caller, per_minute=3)
        limit("claim", town.vetted, per_minute=3)
        limit("search", town.caller, per_minute=3)
    with clock.set_to(NOON + timedelta(seconds=50)):
        limit("claim", town.caller, per_minute=3)


def test_each_window_counts_by_itself(db):
    with clock.set_to(NOON):
        limit("ask", "visitor", per_minute=5, per_hour=2)
        limit("ask", "visitor", per_minute=5, per_hour=2)
        with pytest.raises(Refused, match="in 60 minutes"):
            limit("ask", "visitor", per_minute=5, per_hour=2)


def test_past_windows_are_forgotten_and_present_ones_are_not(db):
    with clock.set_to(NOON):
        limit("ask", "visitor", per_day=5)
        forget_past_windows()
        assert RateWindow.objects.count() == 1
    with clock.set_to(NOON + timedelta(days=4)):
        forget_past_windows()
    assert not RateWindow.objects.exists()
