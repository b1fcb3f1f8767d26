"""What can be asked of this part."""

from groundswell.friends.queries.confided import confided_by, confided_on, tellers, times_asked
from groundswell.friends.queries.matching import Spoken
from groundswell.friends.queries.openings import (
    WATCHING,
    asked_this_week,
    opening_by_code,
    opening_watched,
    openings_for_supporter,
    openings_watched,
    sieve_for,
    sieves_of,
)

__all__ = [
    "WATCHING",
    "Spoken",
    "asked_this_week",
    "confided_by",
    "confided_on",
    "opening_by_code",
    "opening_watched",
    "openings_for_supporter",
    "openings_watched",
    "sieve_for",
    "sieves_of",
    "tellers",
    "times_asked",
]
