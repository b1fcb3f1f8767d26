"""Claiming on SQLite, which lets one transaction write at a time: the same steps, one by one."""

from datetime import datetime
from typing import Any

from groundswell.common.sql import moment
from groundswell.outreach.models import Batch
from groundswell.outreach.queries.statements import change, fetch
from groundswell.outreach.rules import Waiting, whole_households

_LOOK = """
SELECT a.id, COALESCE(a.household_id, -a.elector_id) AS home,
    COALESCE(s.in_force AND s.stopped NOT LIKE %(stop)s AND s.stopped NOT LIKE '%%,all,%%'
        AND (%(channel)s <> 'phone' OR s.callable_until >= %(today)s), 0) AS still_there,
    COALESCE(s.call_back_at, s.rests_until), h.until, a.elector_id
FROM outreach_assignment a
LEFT JOIN contact_electorstate s
    ON s.constituency_id = %(constituency)s AND s.elector_id = a.elector_id
LEFT JOIN outreach_householdhold h
    ON h.constituency_id = %(constituency)s
    AND h.household_id = COALESCE(a.household_id, -a.elector_id) AND h.until > %(now)s
WHERE a.constituency_id = %(constituency)s AND a.effort_id = %(effort)s
  AND a.state = %(state)s AND a.ready_at <= %(now)s
ORDER BY a.ready_at, a.position, a.elector_id LIMIT %(window)s
"""
_HOLD_HOME = """
INSERT INTO outreach_householdhold (constituency_id, household_id, batch, until)
VALUES (%(constituency)s, %(home)s, %(key)s, %(until)s)
ON CONFLICT (constituency_id, household_id)
DO UPDATE SET batch = excluded.batch, until = excluded.until
WHERE outreach_householdhold.until <= %(now)s OR outreach_householdhold.batch = excluded.batch
"""
_HOLD = """
UPDATE outreach_assignment SET state = 'held', batch = %(key)s, shown_at = NULL
WHERE constituency_id = %(constituency)s AND id = %(id)s AND state IN ('waiting', 'promised')
"""
_PUT_OFF = """
UPDATE outreach_assignment SET ready_at = %(free_at)s
WHERE constituency_id = %(constituency)s AND id = %(id)s
"""
_LEAVE = """
UPDATE outreach_assignment SET state = 'left'
WHERE constituency_id = %(constituency)s AND id = %(id)s
"""


def take_on_sqlite(values: dict[str, Any]) -> tuple[int, int, int, int]:
    """Take up to ``size`` people into the batch ``key``.

    Answers how many were looked at, could be called, were left to another claim (here one claim
    writes at a time, so none), and were taken.
    """
    found = [
        row for state in ("promised", "waiting") for row in fetch(_LOOK, values | {"state": state})
    ]
    free: list[Waiting] = []
    electors: dict[int, int] = {}
    for row_id, home, still_there, rests_until, held_until, elector_id in found:
        free_at = _free_at(moment(rests_until), moment(held_until), values["soon"])
        if not still_there:
            change(_LEAVE, values | {"id": row_id})
        elif free_at is not None and free_at > values["now"]:
            change(_PUT_OFF, values | {"id": row_id, "free_at": free_at})
        else:
            free.append(Waiting(row_id, home))
            electors[row_id] = elector_id
    if len(found) >= values["window"]:
        free = _without_last_home(free)
    chosen = whole_households(free, values["size"], empty=values["empty"])
    taken = [electors[person.id] for person in chosen if _hold(person, values)]
    if taken:
        _note(taken, values)
    return len(found), len(free), 0, len(taken)


def _without_last_home(free: list[Waiting]) -> list[Waiting]:
    """The last household may go on behind what was looked at; it can wait, unless it is alone."""
    return [person for person in free if person.home != free[-1].home] or free


def _free_at(
    rests_until: datetime | None, held_until: datetime | None, soon: datetime
) -> datetime | None:
    look_again = min(held_until, soon) if held_until else None
    return max((at for at in (rests_until, look_again) if at), default=None)


def _hold(person: Waiting, values: dict[str, Any]) -> bool:
    if not change(_HOLD_HOME, values | {"home": person.home}):
        return False
    return change(_HOLD, values | {"id": person.id}) == 1


def _note(electors: list[int], values: dict[str, Any]) -> None:
    batch, new = Batch.objects.get_or_create(
        constituency_id=values["constituency"],
        key=values["key"],
        defaults={
            "effort_id": values["effort"],
            "member_id": values["member"],
            "people": len(electors),
            "electors": electors,
            "claimed_at": values["now"],
            "expires_at": values["until"],
        },
    )
    if not new:
        batch.people += len(electors)
        batch.electors = [*batch.electors, *electors]
        batch.save(update_fields=["people", "electors"])
