"""When the reminders of a shift are due, on the wall clock of the place."""

from datetime import datetime, time, timedelta

BEFORE = ("two_days", "day_before", "morning")
_AT = {"two_days": (2, time(11)), "day_before": (1, time(11)), "morning": (0, time(8))}
_AFTER = timedelta(hours=1)
_LATE = timedelta(hours=6)
_FRESH = timedelta(hours=12)


def due_before(kind: str, local_start: datetime) -> datetime:
    """When a reminder of this kind is due for a shift that begins at ``local_start``.

    Two days and the day before at eleven in the morning, on the day itself at eight; where a shift
    begins at nine or earlier, the morning's reminder comes at five the afternoon before.
    """
    days, at = _AT[kind]
    due = datetime.combine(local_start.date() - timedelta(days=days), at, local_start.tzinfo)
    if kind == "morning" and local_start.time() <= time(9):
        return datetime.combine(
            local_start.date() - timedelta(days=1), time(17), local_start.tzinfo
        )
    return due


def due_after(ends_at: datetime) -> datetime:
    """Thanks are due an hour after the end."""
    return ends_at + _AFTER


def still_worth_sending(due: datetime, now: datetime) -> bool:
    """Whether a step that is due is sent still: six hours late it says what nobody needs."""
    return due <= now < due + _LATE


def signed_up_long_enough_before(due: datetime) -> datetime:
    """Whoever signed up after this has just been told everything and needs no reminder yet."""
    return due - _FRESH
