"""When those responsible are reminded that a supplied register is to be destroyed."""

BEFORE = (30, 7, 0)
EVERY_DAYS_AFTER = 30


def reminder_due(days_left: int) -> int | None:
    """The latest mark reached with so many days left: 30, 7, 0, -30, -60 …; None before the first.

    The law names no interval, only that the register goes when its purpose ends (Representation of
    the People Regulations 2001, Part 6): so whoever forgets is asked again every month.
    """
    if days_left < 0:
        return days_left // -EVERY_DAYS_AFTER * -EVERY_DAYS_AFTER
    return min((mark for mark in BEFORE if days_left <= mark), default=None)
