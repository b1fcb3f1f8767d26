"""When people may be called, on the wall clock of the place where they live."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

SATURDAY = 5


@dataclass(frozen=True)
class CallingHours:
    """From (included) and to (not included), on weekdays and at weekends."""

    weekday_from: time = time(9)
    weekday_to: time = time(20)
    weekend_from: time = time(10)
    weekend_to: time = time(18)

    def on(self, day: datetime) -> tuple[time, time]:
        """The hours of that day."""
        if day.weekday() >= SATURDAY:
            return self.weekend_from, self.weekend_to
        return self.weekday_from, self.weekday_to


def within_hours(hours: CallingHours, local: datetime) -> bool:
    """Whether somebody may be called at ``local``, a moment on the wall clock there."""
    begin, end = hours.on(local)
    return begin <= local.time() < end


def next_opening(hours: CallingHours, local: datetime) -> datetime:
    """When calling may next begin after ``local``; only asked outside the hours."""
    for days in range(8):
        day = local + timedelta(days=days)
        begin, end = hours.on(day)
        opening = day.replace(hour=begin.hour, minute=begin.minute, second=0, microsecond=0)
        if begin < end and opening > local:
            return opening
    return local
