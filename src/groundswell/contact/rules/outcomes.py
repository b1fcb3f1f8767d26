"""What each outcome of an attempt counts as, and how long it leaves people in peace."""

from dataclasses import dataclass
from datetime import datetime, timedelta

# Somebody of the household itself answered. A new occupant, a stranger on a wrong number or the
# news of a death is no contact with the elector's household: it is counted as an attempt.
# Whoever else opens the door is of the household; a locked gate is nobody.
CONTACTS = frozenset(
    {"refused", "language", "call_back", "do_not_contact", "other_answered", "spoke"}
)
RETIRE_THE_NUMBER = frozenset({"wrong_number", "moved", "deceased"})
LATE_BY_AT_MOST = timedelta(days=7)


@dataclass(frozen=True)
class RestPeriods:
    """How long a household is left alone: after a contact in days, after a try in hours."""

    cooling_off_days: int
    retry_hours: int


def is_contact(outcome: str) -> bool:
    """Whether a person of the household answered, whatever they said."""
    return outcome in CONTACTS


def is_conversation(outcome: str, *, answered: bool) -> bool:
    """Whether somebody spoke with us and answered at least one question."""
    return outcome == "spoke" and answered


def household_rests_until(outcome: str, made_at: datetime, periods: RestPeriods) -> datetime | None:
    """Until when everybody at the address is left alone; None where only the elector is.

    A household that has lost somebody is left alone as long as after a contact. Somebody who asks
    to be rung back speaks for themself only. Somebody else at the door leaves the person asked for
    to be tried again, so it rests them all as a try does.
    """
    if outcome == "call_back":
        return None
    if outcome == "other_answered":
        return made_at + timedelta(hours=periods.retry_hours)
    if is_contact(outcome) or outcome == "deceased":
        return made_at + timedelta(days=periods.cooling_off_days)
    return made_at + timedelta(hours=periods.retry_hours)


def elector_rests_until(
    outcome: str, made_at: datetime, call_back_at: datetime | None, periods: RestPeriods
) -> datetime:
    """Until when the elector is left alone: until the hour they named, or as their household."""
    household = household_rests_until(outcome, made_at, periods)
    if household is not None:
        return household
    return call_back_at or made_at + timedelta(hours=periods.retry_hours)


def believable_moment(made_at: datetime, recorded_at: datetime, *, told_later: bool) -> datetime:
    """When it happened, to the second: the device's word unless its clock cannot be right.

    Nothing happens after it is recorded, and a result that waited in a telephone without a network
    is not a week old. Past canvass data (``told_later``) may be as old as it says.
    """
    too_old = not told_later and made_at < recorded_at - LATE_BY_AT_MOST
    moment = recorded_at if too_old else min(made_at, recorded_at)
    return moment.replace(microsecond=0)
