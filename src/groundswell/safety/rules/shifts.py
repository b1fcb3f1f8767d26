"""Shifts, read off what the devices told, and when somebody should be back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

CHECK_IN, CHECK_OUT, BUDDY = "check_in", "check_out", "buddy"


@dataclass(frozen=True)
class Happened:
    """One thing told of a shift; ``key`` was made on the device."""

    key: UUID
    action: str
    at: datetime


@dataclass(frozen=True)
class Span:
    """One shift: the keys of the events that began it, named its buddy last, and ended it."""

    began: UUID
    since: datetime
    buddy: UUID | None = None
    ended: UUID | None = None
    until: datetime | None = None


def spans(happened: Iterable[Happened]) -> list[Span]:
    """A member's shifts, the earliest first, whatever order the events come in, and how often.

    Checking in while a shift runs ends it and begins another (they moved on to another round).
    Checking out, or naming a buddy, with no shift running says nothing: its beginning may still be
    on its way, and counts when it comes.
    """
    found: list[Span] = []
    for one in sorted(set(happened), key=lambda event: (event.at, event.key)):
        running = found[-1] if found and found[-1].until is None else None
        if one.action == CHECK_IN:
            if running:
                found[-1] = replace(running, until=one.at)
            found.append(Span(began=one.key, since=one.at))
        elif running and one.action == CHECK_OUT:
            found[-1] = replace(running, ended=one.key, until=one.at)
        elif running and one.action == BUDDY:
            found[-1] = replace(running, buddy=one.key)
    return found


def is_overdue(
    since: datetime, until: datetime | None, last_seen: datetime | None, hours: int, now: datetime
) -> bool:
    """Whether somebody should have checked out: ``hours`` after they began, or were last at a door.

    Whoever goes on recording doors is at work, not missing.
    """
    if until is not None:
        return False
    latest = max(since, last_seen) if last_seen else since
    return now >= latest + timedelta(hours=hours)
