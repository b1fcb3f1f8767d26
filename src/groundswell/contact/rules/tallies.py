"""How attempts add up to the rows that every total is a sum of."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from groundswell.contact.rules.folding import Counted
from groundswell.contact.rules.outcomes import is_contact, is_conversation

MEANINGS = ("supporter", "leaning", "undecided", "against", "wont_say", "wont_vote")
COUNTS = ("attempts", "contacts", "conversations", *MEANINGS)


class TallyKey(NamedTuple):
    """What one row of the tally is about; 0 stands for none. Sorts the same everywhere."""

    effort_id: int
    hour: datetime
    channel: str
    branch_id: int
    ward_id: int
    polling_district_id: int


def tally(attempts: Iterable[Counted]) -> dict[TallyKey, Counter[str]]:
    """The sums of these attempts, by row of the tally, in the order of the keys."""
    sums: dict[TallyKey, Counter[str]] = {}
    for attempt in attempts:
        counts = sums.setdefault(_key(attempt), Counter())
        counts["attempts"] += 1
        counts["contacts"] += int(is_contact(attempt.outcome))
        counts["conversations"] += int(is_conversation(attempt.outcome, answered=attempt.answered))
        if attempt.meaning:
            counts[attempt.meaning] += 1
    return dict(sorted(sums.items()))


def _key(attempt: Counted) -> TallyKey:
    return TallyKey(
        effort_id=attempt.effort_id or 0,
        hour=attempt.made_at.astimezone(UTC).replace(minute=0, second=0, microsecond=0),
        channel=attempt.channel,
        branch_id=attempt.branch_id or 0,
        ward_id=attempt.ward_id or 0,
        polling_district_id=attempt.polling_district_id or 0,
    )
