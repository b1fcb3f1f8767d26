"""Host, approved host, trusted host: what each may do without asking."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How far a host is known to those who answer for the area or the group."""

    STOPPED = "stopped"
    HOST = "host"
    APPROVED = "approved"
    TRUSTED = "trusted"


@dataclass(frozen=True)
class Limits:
    """What a host of a level may do.

    ``places``: the most people in one event. ``at_once``: events still to come at one time.
    ``publishes``: their events are seen at once. ``looked_over``: an organiser is shown them, and
    each move of place or time, and marks that they have seen it. Anybody may cancel their own
    event at any time: nobody should keep a meeting alive that cannot be held.
    """

    places: int
    at_once: int
    publishes: bool
    looked_over: bool


_LIMITS = {
    Level.STOPPED: Limits(places=0, at_once=0, publishes=False, looked_over=True),
    Level.HOST: Limits(places=30, at_once=3, publishes=False, looked_over=True),
    Level.APPROVED: Limits(places=200, at_once=10, publishes=True, looked_over=True),
    Level.TRUSTED: Limits(places=10_000, at_once=100, publishes=True, looked_over=False),
}


def limits_of(level: str) -> Limits:
    """The limits of a level."""
    return _LIMITS[Level(level)]
