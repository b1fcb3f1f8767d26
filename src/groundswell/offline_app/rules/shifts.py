"""How long a shift lasts, and for which days a telephone may have its key again."""

from datetime import date, datetime, timedelta

ENDS_AT_HOUR = 4
SHORTEST = timedelta(hours=6)
WIPE_AFTER_DAYS = 7
KEYS_FOR_DAYS = 60


def shift_day(local: datetime) -> date:
    """The day that a shift begun at ``local``, on the wall clock of the place, belongs to."""
    return (local - timedelta(hours=ENDS_AT_HOUR)).date()


def shift_until(local: datetime) -> datetime:
    """When a shift begun at ``local`` ends: at four in the night, six hours on at the earliest."""
    end = local.replace(hour=ENDS_AT_HOUR, minute=0, second=0, microsecond=0)
    while end < local + SHORTEST:
        end += timedelta(days=1)
    return end


def may_have_key_of(day: date, today: date) -> bool:
    """Whether what was sealed on ``day`` may still be opened: some telephones lie in a drawer."""
    return timedelta(days=-1) <= today - day <= timedelta(days=KEYS_FOR_DAYS)
