"""What a total may be broken down to, and over which days: plain Python."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

# Of fewer conversations than this, how people mean to vote could be guessed for single persons.
FEWEST_FOR_INTENTIONS = 10


class Period(StrEnum):
    """The days that a page sums up."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"


_DAYS: Mapping[Period, int] = {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 28}


def first_day(period: Period, today: date) -> date | None:
    """The first day of the period, today being its last; None where it has no beginning."""
    days = _DAYS.get(period)
    return today - timedelta(days=days - 1) if days else None


def period_of(text: str) -> Period:
    """The period with this name; a week where there is none."""
    return Period(text) if text in set(Period) else Period.WEEK


def may_break_down(conversations: int) -> bool:
    """Whether voting intentions may be shown to everybody for so many conversations."""
    return conversations >= FEWEST_FOR_INTENTIONS
