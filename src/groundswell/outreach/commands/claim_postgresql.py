"""Claiming on PostgreSQL: one statement, in which nobody waits for another's row."""

from typing import Any

from groundswell.outreach.queries.statements import fetch

# Who is in the queue of this effort is locked first, skipping whoever another caller is being given
# in this moment. They are looked at once more (still to be called, not resting, their household in
# nobody's hands); whole households are chosen up to the size; the households are taken, which one
# caller of all efforts can do at a time; then their people. A household too large is cut for an
# empty batch only: what is left of a batch is no reason to tear one. Whoever cannot be called now
# gets the moment from which they can, so that the front of the queue never fills with them. With
# ``whole``, a household of whom another claim has somebody under its hand in this moment is left to
# it.
#
# Households are taken in the order of their ids, so that two claims never wait for each other.
#
# How many are looked at stands in the text: with the number unknown, PostgreSQL expects a tenth of
# the queue, and plans each claim anew. There are few numbers: twice the size, doubled and doubled.
_TAKE = """
WITH promised AS MATERIALIZED (
    SELECT id, elector_id, household_id, ready_at, position, 0 AS turn
    FROM outreach_assignment
    WHERE constituency_id = %(constituency)s AND effort_id = %(effort)s
      AND state = 'promised' AND ready_at <= %(now)s
    ORDER BY ready_at, position LIMIT {window} FOR UPDATE SKIP LOCKED
), waiting AS MATERIALIZED (
    SELECT id, elector_id, household_id, ready_at, position, 1 AS turn
    FROM outreach_assignment
    WHERE constituency_id = %(constituency)s AND effort_id = %(effort)s
      AND state = 'waiting' AND ready_at <= %(now)s
    ORDER BY ready_at, position LIMIT {window} FOR UPDATE SKIP LOCKED
), due AS (
    SELECT * FROM promised UNION ALL SELECT * FROM waiting
), looked AS MATERIALIZED (
    SELECT due.*, COALESCE(due.household_id, -due.elector_id) AS home,
        COALESCE(s.in_force AND s.stopped NOT LIKE %(stop)s AND s.stopped NOT LIKE '%%,all,%%'
            AND (%(channel)s <> 'phone' OR s.callable_until >= %(today)s), FALSE) AS still_there,
        GREATEST(
            COALESCE(s.call_back_at, s.rests_until),
            (
                SELECT LEAST(h.until, %(soon)s) FROM outreach_householdhold h
                WHERE h.constituency_id = %(constituency)s
                  AND h.household_id = COALESCE(due.household_id, -due.elector_id)
                  AND h.until > %(now)s
            )
        ) AS free_at
    FROM due
    LEFT JOIN contact_electorstate s
        ON s.constituency_id = %(constituency)s AND s.elector_id = due.elector_id
), callable AS (
    SELECT * FROM looked WHERE still_there AND (free_at IS NULL OR free_at <= %(now)s)
), placed AS (
    SELECT id, home, row_number() OVER (ORDER BY turn, ready_at, position, elector_id) AS place
    FROM callable AS looked WHERE NOT (%(whole)s AND EXISTS (
        SELECT FROM contact_electorstate other
        JOIN outreach_assignment queued
            ON queued.constituency_id = %(constituency)s AND queued.effort_id = %(effort)s
            AND queued.elector_id = other.elector_id
        WHERE other.constituency_id = %(constituency)s
          AND other.household_id = looked.household_id
          AND queued.state IN ('waiting', 'promised') AND queued.ready_at <= %(now)s
          AND queued.id NOT IN (SELECT id FROM due)
      ))
), by_home AS (
    SELECT id, home, place, min(place) OVER (PARTITION BY home) AS home_place FROM placed
), counted AS (
    SELECT id, home, home_place, row_number() OVER (ORDER BY home_place, place) AS running
    FROM by_home
), chosen AS MATERIALIZED (
    SELECT id, home FROM (
        SELECT id, home, home_place, running, max(running) OVER (PARTITION BY home) AS up_to
        FROM counted
    ) numbered
    WHERE up_to <= %(size)s OR (%(empty)s AND home_place = 1 AND running <= %(size)s)
), homes AS (
    INSERT INTO outreach_householdhold (constituency_id, household_id, batch, until)
    SELECT DISTINCT %(constituency)s::bigint, home, %(key)s::uuid, %(until)s::timestamptz
    FROM chosen ORDER BY home
    ON CONFLICT (constituency_id, household_id)
    DO UPDATE SET batch = EXCLUDED.batch, until = EXCLUDED.until
    WHERE outreach_householdhold.until <= %(now)s
    RETURNING household_id
), taken AS (
    UPDATE outreach_assignment a
    SET state = 'held', batch = %(key)s, shown_at = NULL
    FROM chosen
    WHERE a.constituency_id = %(constituency)s AND a.id = chosen.id
      AND chosen.home IN (SELECT household_id FROM homes)
    RETURNING a.elector_id
), later AS (
    UPDATE outreach_assignment a SET ready_at = looked.free_at FROM looked
    WHERE a.constituency_id = %(constituency)s AND a.id = looked.id
      AND looked.still_there AND looked.free_at > %(now)s
), gone AS (
    UPDATE outreach_assignment a SET state = 'left' FROM looked
    WHERE a.constituency_id = %(constituency)s AND a.id = looked.id AND NOT looked.still_there
), made AS (
    INSERT INTO outreach_batch
        (constituency_id, key, effort_id, member_id, state, people, electors,
        claimed_at, expires_at)
    SELECT %(constituency)s, %(key)s, %(effort)s, %(member)s, 'held', people, electors,
        %(now)s, %(until)s
    FROM (SELECT count(*) AS people, jsonb_agg(elector_id) AS electors FROM taken) counted
    WHERE people > 0
    ON CONFLICT (constituency_id, key)
    DO UPDATE SET people = outreach_batch.people + EXCLUDED.people,
        electors = outreach_batch.electors || EXCLUDED.electors
)
SELECT (SELECT count(*) FROM due), (SELECT count(*) FROM placed),
    (SELECT count(*) FROM callable) - (SELECT count(*) FROM placed), (SELECT count(*) FROM taken)
"""


def take_on_postgresql(values: dict[str, Any]) -> tuple[int, int, int, int]:
    """Take up to ``size`` people into the batch ``key``.

    Answers how many were looked at, could be called, were left to another claim, and were taken.
    """
    looked_at, free, left_alone, taken = fetch(_TAKE.format(window=values["window"]), values)[0]
    return looked_at, free, left_alone, taken
