"""By when a report or an appeal is answered.

The Online Safety Act 2023 (sections 10 and 20 to 21) asks for content that is against the law to
be taken down swiftly, and for complaints to be answered; the hours are this project's own promise.
"""

from datetime import datetime, timedelta

_HOURS = {"unlawful": 24, "danger": 24, "private": 48, "hate": 48}
_USUAL_HOURS = 7 * 24
APPEAL_DAYS = 14


def due_at(reason: str, made_at: datetime) -> datetime:
    """When a report for this reason is decided at the latest."""
    return made_at + timedelta(hours=hours_for(reason))


def hours_for(reason: str) -> int:
    """Hours within which a report for this reason is decided."""
    return _HOURS.get(reason, _USUAL_HOURS)


def appeal_due_at(made_at: datetime) -> datetime:
    """When an appeal is answered at the latest."""
    return made_at + timedelta(days=APPEAL_DAYS)
