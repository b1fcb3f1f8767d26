"""One caller's part in an effort, locked: their claims and results come in turn."""

import json
from dataclasses import dataclass

from groundswell.common.rows import as_row, columns
from groundswell.outreach.models import Effort, Participation
from groundswell.outreach.queries.statements import fetch, on_postgresql


@dataclass(frozen=True)
class Turn:
    """A caller whose turn it is, with their effort as it stands at this moment.

    ``may_act``: they are not barred. ``given``: everybody who was ever in their latest batch; empty
    where it changed in this moment, when it must be read again.
    """

    part: Participation
    may_act: bool
    given: frozenset[int]


# The lock is waited for within the statement: what it answers of other tables may be from before.
# A batch never changes who was in it, and whether it has ended is said by ``held_until``, which is
# the locked row's own.
_TURN = """
SELECT {part}, {effort}, m.is_active, b.electors
FROM outreach_participation p
JOIN outreach_effort e ON e.id = p.effort_id
JOIN members_member m ON m.id = p.member_id
LEFT JOIN outreach_batch b ON b.constituency_id = p.constituency_id AND b.key = p.batch
WHERE p.effort_id = %(effort)s AND p.member_id = %(member)s
"""
_PART, _EFFORT = len(Participation._meta.concrete_fields), len(Effort._meta.concrete_fields)


def take_turn(*, member_id: int, effort_id: int) -> Turn | None:
    """Lock somebody's part in an effort, within a transaction; None where they have none."""
    statement = _TURN.format(part=columns(Participation, "p"), effort=columns(Effort, "e"))
    lock = " FOR UPDATE OF p" if on_postgresql() else ""  # SQLite has one writer
    found = fetch(statement + lock, {"effort": effort_id, "member": member_id})
    if not found:
        return None
    *row, may_act, electors = found[0]
    part = as_row(Participation, row[:_PART])
    part.effort = as_row(Effort, row[_PART : _PART + _EFFORT])
    return Turn(part, bool(may_act), frozenset(json.loads(electors) if electors else ()))
