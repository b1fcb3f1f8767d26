"""Putting right what a telephone with a wrong clock says."""

from datetime import datetime, timedelta

RIGHT_ENOUGH = timedelta(minutes=5)
NOT_WRONG = timedelta(0)


def how_wrong(clock: datetime | None, now: datetime) -> timedelta:
    """By how much a telephone's clock is behind ours; nothing where it is right enough.

    ``clock`` is what it showed as it sent, None where it did not say. Five minutes are left alone:
    that is about how long a message may have been on its way.
    """
    behind = now - clock if clock is not None else NOT_WRONG
    return behind if abs(behind) > RIGHT_ENOUGH else NOT_WRONG


def put_right(said_at: datetime | None, behind: timedelta, now: datetime) -> datetime:
    """When a record was made, by our clock; the moment it came where that cannot be known."""
    if said_at is None:
        return now
    try:
        return said_at + behind
    except OverflowError:
        return now
