"""The grace in which a conversation that began within the calling hours may end."""

from datetime import datetime, timedelta

from groundswell.outreach.rules.hours import CallingHours, within_hours

GRACE = timedelta(minutes=15)


def within_hours_and_grace(hours: CallingHours, local: datetime) -> bool:
    """Whether a result belongs to calling hours: a call may begin just before the end."""
    return within_hours(hours, local) or within_hours(hours, local - GRACE)
