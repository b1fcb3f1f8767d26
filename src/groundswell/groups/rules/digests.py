"""When the next digest may go to somebody."""

from datetime import datetime, time, timedelta

GRACE = timedelta(minutes=2)
_EVENING = time(18)
_FRIDAY = 4


def next_digest(rate: str, now: datetime) -> datetime:
    """The first moment after ``now`` at which a digest of this rate may go; both local times.

    At once: now. Once a day: at six in the evening. Once a week: at six on Friday. Whoever wants
    none is given the same moment a week later, and is never asked.
    """
    if rate == "at_once":
        return now
    tonight = now.replace(hour=_EVENING.hour, minute=0, second=0, microsecond=0)
    if rate == "daily":
        return tonight if now < tonight else tonight + timedelta(days=1)
    days = (_FRIDAY - now.weekday()) % 7
    friday = tonight + timedelta(days=days)
    return friday if now < friday else friday + timedelta(days=7)
