"""Keeping an effort's queue at its universe: who joins it, who leaves it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Count, Q

from groundswell.common import clock
from groundswell.outreach.models import Assignment, Effort, EffortQueue
from groundswell.outreach.queries.statements import change, on_postgresql
from groundswell.targeting.queries import constituencies_of, universe_sql

REFRESH_AFTER = timedelta(minutes=10)
# Whoever does not rest is ready since long ago, so that within the queue their place alone counts.
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_MANY = 1000  # from then on the database must count anew, or it plans by an empty table

_WANTED = """
CREATE TEMPORARY TABLE wanted
    (elector_id bigint PRIMARY KEY, household_id bigint, position bigint, ready_at timestamptz)
"""
_JOIN = """
INSERT INTO outreach_assignment
    (constituency_id, effort_id, elector_id, household_id, state, ready_at, position,
    tries, outcome)
SELECT %(constituency)s, %(effort)s, q.elector_id, q.household_id, 'waiting',
    COALESCE(q.ready_at, %(long_ago)s), q.position, 0, ''
FROM wanted q
LEFT JOIN outreach_assignment a
    ON a.constituency_id = %(constituency)s AND a.effort_id = %(effort)s
    AND a.elector_id = q.elector_id
WHERE a.id IS NULL
ON CONFLICT (constituency_id, effort_id, elector_id) DO NOTHING
"""
_COME_BACK = """
UPDATE outreach_assignment SET state = 'waiting'
WHERE constituency_id = %(constituency)s AND effort_id = %(effort)s AND state = 'left'
  AND elector_id IN (SELECT elector_id FROM wanted)
"""
_LEAVE = """
UPDATE outreach_assignment SET state = 'left'
WHERE constituency_id = %(constituency)s AND effort_id = %(effort)s AND state = 'waiting'
  AND NOT EXISTS (SELECT 1 FROM wanted WHERE wanted.elector_id = outreach_assignment.elector_id)
"""


def refresh_queue(*, effort: Effort) -> None:
    """Bring the queue of an effort to its universe, constituency by constituency.

    New people join at the universe's order, those who came back come back, those who no longer fit
    leave. Nobody who is held or done is touched, nor whoever was promised a call: to have spoken to
    them may itself have taken them out of the universe. Claiming passes over those who must not be
    called any more. Safe to repeat and to run beside claims.
    """
    wanted = constituencies_of(effort.universe)
    for constituency_id in wanted:
        with transaction.atomic():
            Effort.objects.select_for_update().get(pk=effort.pk)
            _refresh_in(effort, constituency_id)
    for queue in effort.queues.exclude(constituency_id__in=wanted):
        _empty(effort, queue.constituency_id)
    Effort.objects.filter(pk=effort.pk).update(refreshed_at=clock.now())


def refresh_due_queues() -> None:
    """Refresh the queues of open efforts that were not refreshed lately (run by the worker)."""
    never_or_long_ago = Q(refreshed_at=None) | Q(refreshed_at__lt=clock.now() - REFRESH_AFTER)
    due = Effort.objects.filter(
        never_or_long_ago, state__in=[Effort.State.OPEN, Effort.State.PAUSED]
    )
    for effort in due.select_related("universe", "universe__area").order_by("refreshed_at"):
        refresh_queue(effort=effort)


def refresh_soon(universe_id: int) -> None:
    """Have the worker refresh the efforts for a universe that was changed."""
    Effort.objects.filter(universe_id=universe_id).update(refreshed_at=None)


def _refresh_in(effort: Effort, constituency_id: int) -> None:
    values = {"constituency": constituency_id, "effort": effort.pk, "long_ago": LONG_AGO}
    select, parameters = universe_sql(
        effort.universe, constituency_id, channel=effort.channel, resting=True
    )
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS wanted")
        cursor.execute(_WANTED)
        cursor.execute(
            "INSERT INTO wanted (elector_id, household_id, position, ready_at)"  # noqa: S608 - targeting's own statement, values apart
            f" SELECT elector_id, household_id, position, ready_at FROM ({select}) q",
            parameters,
        )
    changed = sum(change(statement, values) for statement in (_JOIN, _COME_BACK, _LEAVE))
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE wanted")
    _count(effort, constituency_id)
    if changed > _MANY and on_postgresql():
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE outreach_assignment")


def _empty(effort: Effort, constituency_id: int) -> None:
    """Nobody there is wanted any more: the universe has moved elsewhere."""
    Assignment.objects.filter(
        constituency_id=constituency_id,
        effort=effort,
        state__in=[Assignment.State.WAITING, Assignment.State.PROMISED],
    ).update(state=Assignment.State.LEFT)
    _count(effort, constituency_id)


def _count(effort: Effort, constituency_id: int) -> None:
    rows = Assignment.objects.filter(constituency_id=constituency_id, effort=effort)
    by_state: Mapping[str, int] = dict(rows.values_list("state").annotate(Count("pk")))
    state = Assignment.State
    still = sum(by_state.get(one, 0) for one in (state.WAITING, state.PROMISED, state.HELD))
    done = by_state.get(state.DONE, 0)
    EffortQueue.objects.update_or_create(
        effort=effort,
        constituency_id=constituency_id,
        defaults={
            "people": still + done,
            "waiting": still,
            "done": done,
            "counted_at": clock.now(),
        },
    )
