"""Rule: far more people answered this caller than anybody else on the same universe."""

from groundswell.outreach.plausibility.chance import binomial_tail
from groundswell.outreach.plausibility.record import CallerRecord, OthersRecord

FEWEST_RESULTS = 20
FEWEST_OF_OTHERS = 100
ALARM_BELOW = 1e-4
HONEST_SPREAD = 1.4
"""Honest callers differ (evenings answer more): the rule asks against 1.4 × the others' rate."""


def contact_rate_finding(caller: CallerRecord, others: OthersRecord) -> dict[str, float] | None:
    """The figures when the exact binomial tail is below the alarm level, else None."""
    if len(caller.results) < FEWEST_RESULTS or others.attempts < FEWEST_OF_OTHERS:
        return None
    expected = (others.contacts + 1) / (others.attempts + 2)
    chance = binomial_tail(
        caller.contacts, len(caller.results), min(0.95, expected * HONEST_SPREAD)
    )
    if chance >= ALARM_BELOW:
        return None
    return {
        "results": len(caller.results),
        "contacts": caller.contacts,
        "others_rate": round(expected, 3),
        "chance": chance,
    }
