"""What is most useful near me: published, simple, and the same for everybody."""

from dataclasses import dataclass

ROLE_POINTS = 3.0
MOST_ROLES = 3
EMPTY_POINTS = 5.0
NO_LIMIT_SHARE = 0.4
SOON_HOURS = 3.0
SOON_POINTS = 2.0
POINTS_A_KILOMETRE = 0.5
UNKNOWN_KILOMETRES = 8.0


@dataclass(frozen=True)
class Chance:
    """What an event still lacks. ``places`` and ``empty`` are None where there is no limit."""

    roles_missing: int
    places: int | None
    empty: int | None
    hours_until: float
    kilometres: float | None


def usefulness(chance: Chance) -> float:
    """How much one more person would help there, in points; the more the better.

    Three points for each role that nobody has taken (three roles at most), up to five for empty
    places, by their share of all, two where it begins within three hours, less half a point for
    each kilometre. An online event is no kilometres away; where nobody said from where, every
    place counts as eight away. A full event is of no use to whoever asks: no points at all.
    """
    if chance.empty == 0:
        return 0.0
    if chance.places is None or chance.empty is None:
        share = NO_LIMIT_SHARE
    else:
        share = chance.empty / chance.places
    soon = SOON_POINTS if chance.hours_until <= SOON_HOURS else 0.0
    away = UNKNOWN_KILOMETRES if chance.kilometres is None else chance.kilometres
    points = ROLE_POINTS * min(chance.roles_missing, MOST_ROLES) + EMPTY_POINTS * share + soon
    return max(0.0, points + POINTS_A_KILOMETRE * UNKNOWN_KILOMETRES - POINTS_A_KILOMETRE * away)
