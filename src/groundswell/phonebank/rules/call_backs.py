"""When to call somebody back: a few moments to tap, all within the calling hours."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from groundswell.outreach.rules import CallingHours, next_opening, within_hours

_EVENING = 18
_LATE_MORNING = 11
_SATURDAY = 5


@dataclass(frozen=True)
class CallBack:
    """A moment on the wall clock, and the word for it."""

    at: datetime
    word: str


def call_backs(hours: CallingHours, local: datetime) -> list[CallBack]:
    """In an hour, this evening, tomorrow morning and evening, on Saturday: those that are allowed.

    ``word`` is one of in_an_hour, this_evening, tomorrow_morning, tomorrow_evening, saturday,
    next_opening (where nothing else is left).
    """
    tomorrow = local + timedelta(days=1)
    saturday = local + timedelta(days=(_SATURDAY - local.weekday()) % 7 or 7)
    wished = [
        CallBack(_whole(local + timedelta(hours=1)), "in_an_hour"),
        CallBack(_at(local, _EVENING), "this_evening"),
        CallBack(_at(tomorrow, _LATE_MORNING), "tomorrow_morning"),
        CallBack(_at(tomorrow, _EVENING), "tomorrow_evening"),
        CallBack(_at(saturday, _LATE_MORNING), "saturday"),
    ]
    allowed: list[CallBack] = []
    for wish in wished:
        soon = wish.at <= local + timedelta(minutes=30)
        taken = any(abs(wish.at - other.at) < timedelta(minutes=30) for other in allowed)
        if not soon and not taken and within_hours(hours, wish.at):
            allowed.append(wish)
    return allowed or [CallBack(next_opening(hours, local), "next_opening")]


def _at(day: datetime, hour: int) -> datetime:
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


def _whole(moment: datetime) -> datetime:
    """To the next five minutes, as people say it."""
    return _at(moment, moment.hour) + timedelta(minutes=-(-moment.minute // 5) * 5)
