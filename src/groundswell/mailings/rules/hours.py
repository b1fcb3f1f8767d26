"""When mailings rest."""

from datetime import datetime, time, timedelta

QUIET_FROM = time(21)
QUIET_TO = time(8)


def is_quiet(at: datetime, quiet_from: time = QUIET_FROM, quiet_to: time = QUIET_TO) -> bool:
    """Whether mailings rest at this local moment; both the same: they never rest."""
    clock = at.time()
    if quiet_from <= quiet_to:
        return quiet_from <= clock < quiet_to
    return clock >= quiet_from or clock < quiet_to


def goes_on_at(at: datetime, quiet_from: time = QUIET_FROM, quiet_to: time = QUIET_TO) -> datetime:
    """The local moment, this one or later, when mailings go out."""
    if not is_quiet(at, quiet_from, quiet_to):
        return at
    end = at.replace(hour=quiet_to.hour, minute=quiet_to.minute, second=0, microsecond=0)
    return end if end > at else end + timedelta(days=1)
