"""What is in somebody's hands."""

from uuid import UUID

from groundswell.common.rows import as_row, columns
from groundswell.outreach.models import Batch, Participation
from groundswell.outreach.queries.statements import fetch

_BATCH = """
SELECT {batch} FROM outreach_batch b
WHERE b.constituency_id = %(constituency)s AND b.key = %(batch)s
"""


def batch_in(constituency_id: int | None, key: UUID) -> Batch | None:
    """A batch by its key, whatever has become of it."""
    statement = _BATCH.format(batch=columns(Batch, "b"))
    found = fetch(statement, {"constituency": constituency_id, "batch": key})
    return as_row(Batch, found[0]) if found else None


def held_batch(part: Participation) -> Batch | None:
    """The batch that a member holds in an effort, which may have run out in the meantime."""
    if part.batch is None or part.held_until is None:
        return None
    batch = batch_in(part.constituency_id, part.batch)
    return batch if batch is not None and batch.state == Batch.State.HELD else None
