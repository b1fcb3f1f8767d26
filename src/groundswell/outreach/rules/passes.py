"""What lets a caller's page speak for the batch in its hands, and for nothing else."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class BatchPass:
    """Who holds which batch of which effort, and until when at the latest.

    It stands for the member only as long as the batch is in their hands, which is asked each time.
    """

    member_id: int
    effort_id: int
    batch: UUID
    until: datetime


def in_words(held: BatchPass) -> str:
    """The pass as text, to be signed."""
    numbers = held.member_id, held.effort_id, int(held.until.timestamp())
    return f"{held.batch.hex}.{'.'.join(str(number) for number in numbers)}"


def from_words(text: str, now: datetime) -> BatchPass | None:
    """The pass that signed text stands for; None once its time is over."""
    batch, *numbers = text.split(".")
    member_id, effort_id, until = (int(number) for number in numbers)
    if until <= now.timestamp():
        return None
    return BatchPass(member_id, effort_id, UUID(batch), datetime.fromtimestamp(until, now.tzinfo))
