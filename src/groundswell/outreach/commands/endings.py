"""How a batch ends: whoever was not reached goes back, and their households are free."""

from typing import Any

from django.db import transaction

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.contact.queries import digest_of_batch
from groundswell.outreach.models import Batch
from groundswell.outreach.queries.statements import change, on_postgresql

_END = """
UPDATE outreach_batch SET state = %(state)s, ended_at = %(now)s
WHERE constituency_id = %(constituency)s AND key = %(batch)s AND state = 'held'
"""
# A promised call back waits as a promise.
_GIVE_BACK = """
UPDATE outreach_assignment
SET state = CASE WHEN outcome = 'call_back' THEN 'promised' ELSE 'waiting' END,
    batch = NULL, shown_at = NULL
WHERE constituency_id = %(constituency)s AND batch = %(batch)s AND state = 'held'
"""
_LET_GO = "UPDATE outreach_participation SET held_until = NULL WHERE batch = %(batch)s"
# In the order in which claims take them.
_FREE_HOMES = """
DELETE FROM outreach_householdhold
WHERE constituency_id = %(constituency)s AND id IN (
    SELECT id FROM outreach_householdhold
    WHERE constituency_id = %(constituency)s AND batch = %(batch)s
    ORDER BY household_id {lock}
)
"""


def end_batch(batch: Batch, state: Batch.State, *, by: int | None) -> bool:
    """End a held batch; False where it had ended before.

    Whoever is still held waits again at the place in the queue that they had. One audit line, of
    the member ``by`` (None: the system's own), vouches for all results of the batch by a digest.
    """
    now = clock.now()
    values: dict[str, Any] = {
        "constituency": batch.constituency_id,
        "batch": batch.key,
        "state": str(state),
        "now": now,
    }
    with transaction.atomic(savepoint=False):
        if not change(_END, values):
            return False
        for statement in (_GIVE_BACK, _LET_GO):
            change(statement, values)
        change(_FREE_HOMES.format(lock="FOR UPDATE" if on_postgresql() else ""), values)
        results, digest = digest_of_batch(batch.constituency_id, batch.key, batch.electors, now)
        write_audit_line(
            by=by,
            action="outreach.end_batch",
            subject=f"batch:{batch.key}",
            details={
                "state": str(state),
                "results": results,
                "sha256": digest,
                "until": now.isoformat(),
            },
        )
    return True
