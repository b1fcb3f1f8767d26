"""Rule: results came faster than people can dial, ring and speak."""

from groundswell.outreach.plausibility.chance import binomial_tail
from groundswell.outreach.plausibility.record import CallerRecord, Result

FEWEST_RESULTS = 10
SECONDS_TO_RING = 6
SECONDS_TO_GREET = 12
SECONDS_A_QUESTION = 3
HONEST_SLIPS = 0.15
"""Honest callers sometimes tap a result late or twice in a row: one in seven may look too quick."""
ALARM_BELOW = 1e-5


def least_seconds(result: Result) -> int:
    """The least time such a result takes from seeing the name to tapping the result.

    Six seconds to dial and hear it ring; twelve to greet somebody; three for each question.
    """
    if not result.contact:
        return SECONDS_TO_RING
    return SECONDS_TO_RING + SECONDS_TO_GREET * result.spoke + SECONDS_A_QUESTION * result.answers


def pace_finding(caller: CallerRecord) -> dict[str, float] | None:
    """The figures when more results are too quick than honest slips explain, else None."""
    timed = [result for result in caller.results if result.seconds is not None]
    if len(timed) < FEWEST_RESULTS:
        return None
    quick = sum((result.seconds or 0) < least_seconds(result) for result in timed)
    chance = binomial_tail(quick, len(timed), HONEST_SLIPS)
    if chance >= ALARM_BELOW:
        return None
    return {"results": len(timed), "too_quick": quick, "chance": chance}
