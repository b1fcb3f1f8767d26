"""What somebody told us beside a result, as a device hands it in."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

ISSUE = "issue"
OFFERS = ("poster", "help", "postal_vote", "leaflets", "membership", "lift", "donate")
KINDS = (ISSUE, *OFFERS)


@dataclass(frozen=True)
class Said:
    """One thing told: ``id`` is made on the device, so that a repeat is known; ``kind`` of KINDS.

    ``reply_channel`` ("phone", "email", "post", "door") and ``reply_to`` are how the one who
    raised an issue asked to be answered; empty where they did not say.
    """

    id: UUID
    kind: str
    note: str = ""
    reply_channel: str = ""
    reply_to: str = ""


def reply_by(told_on: date, received_on: date, days: int) -> date:
    """The day by which a case is answered: ``days`` after it was told, at least a week from now.

    A phone that was without a network for a fortnight hands in cases that are nearly due; whoever
    is to answer still gets a week, or the whole time where that is shorter.
    """
    return max(told_on + timedelta(days=days), received_on + timedelta(days=min(days, 7)))
