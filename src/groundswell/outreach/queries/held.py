"""What is in somebody's hands."""

from groundswell.outreach.models import Batch, Participation


def held_batch(part: Participation) -> Batch | None:
    """The batch that a member holds in an effort, which may have run out in the meantime."""
    if part.batch is None:
        return None
    return Batch.objects.filter(
        constituency_id=part.constituency_id, key=part.batch, state=Batch.State.HELD
    ).first()
