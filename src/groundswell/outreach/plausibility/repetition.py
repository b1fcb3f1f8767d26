"""Rule: the same voting intention again and again, beyond what the area explains."""

from collections import Counter

from groundswell.outreach.plausibility.chance import (
    chance_of_entropy,
    chance_of_run,
    entropy,
    longest_run,
)
from groundswell.outreach.plausibility.record import CallerRecord, OthersRecord

FEWEST_INTENTIONS = 12
FEWEST_OF_OTHERS = 50
RUN_ALARM_BELOW = 1e-5
ENTROPY_ALARM_BELOW = 5e-4
HONEST_SPREAD = 1.3
"""Streets differ: an answer may be 1.3 times as common here as elsewhere in the universe."""


def run_finding(caller: CallerRecord, others: OthersRecord) -> dict[str, float | str] | None:
    """The figures when the longest unbroken row of one answer is too long, else None."""
    said = caller.intentions
    total = others.intentions.total()
    if len(said) < FEWEST_INTENTIONS or total < FEWEST_OF_OTHERS:
        return None
    value, length = longest_run(said)
    share = min(0.95, HONEST_SPREAD * (others.intentions[value] + 1) / (total + 6))
    chance = chance_of_run(length, len(said), share)
    if chance >= RUN_ALARM_BELOW:
        return None
    return {"answer": value, "in_a_row": length, "answers": len(said), "chance": chance}


def entropy_finding(caller: CallerRecord, others: OthersRecord) -> dict[str, float] | None:
    """The figures when the answers vary far less than other callers' do, else None."""
    said = caller.intentions
    if len(said) < FEWEST_INTENTIONS or others.intentions.total() < FEWEST_OF_OTHERS:
        return None
    observed, usual = entropy(Counter(said)), entropy(others.intentions)
    if observed > usual / 2:
        return None
    chance = chance_of_entropy(observed, len(said), _spread(others.intentions))
    if chance >= ENTROPY_ALARM_BELOW:
        return None
    return {
        "bits": round(observed, 2),
        "others_bits": round(usual, 2),
        "answers": len(said),
        "chance": chance,
    }


def _spread(intentions: Counter[str]) -> dict[str, float]:
    """The others' shares, leaning to the commonest by what streets may honestly differ."""
    total = intentions.total()
    commonest = intentions.most_common(1)[0][0]
    top = min(0.95, HONEST_SPREAD * intentions[commonest] / total)
    rest = 1 - intentions[commonest] / total
    return {
        value: top if value == commonest else (1 - top) * (count / total) / rest
        for value, count in intentions.items()
        if count
    }
