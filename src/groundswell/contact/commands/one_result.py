"""One result on PostgreSQL: all that recording writes, in one statement.

What a caller sends is nearly always one result, and a campaign's evening is hundreds of thousands
of them. The parts are those that write many results step by step.
"""

from datetime import datetime
from functools import lru_cache
from uuid import UUID

from groundswell.common import statements
from groundswell.contact.commands import attempt_rows, state_rows, tally_rows
from groundswell.contact.commands.attempt_rows import Placed
from groundswell.contact.rules.folding import Counted
from groundswell.contact.rules.results import AttemptResult

# Two transactions never wait for each other: totals are touched when the states are settled.
_ALL = """
WITH {told},
stored AS ({store}),
counting AS (SELECT * FROM stored WHERE NOT held),
answered AS ({answered}),
known AS ({known} RETURNING 1),
rested AS ({rested} RETURNING 1),
settled AS MATERIALIZED (
    SELECT * FROM counting
    WHERE (SELECT count(*) FROM known) + (SELECT count(*) FROM rested) >= 0
),
totalled AS ({totalled})
SELECT * FROM stored
"""
_NO_ANSWERS = "SELECT 1"
_ANSWERS = "SELECT given.* FROM ({values}) AS given, stored"


def store(
    constituency_id: int,
    result: AttemptResult,
    attempt: Counted,
    member_id: int | None,
    recorded_at: datetime,
) -> dict[UUID, Placed]:
    """Append a result and keep what follows from it; empty where it was stored before.

    ``attempt`` is the result as it counts, without the places, which the statement copies.
    """
    told, of_told = attempt_rows.as_told([result], recorded_at)
    of_store = [member_id, member_id, recorded_at, constituency_id]
    values, of_answers = attempt_rows.answers_as_told(constituency_id, [result])
    answered = _NO_ANSWERS
    if of_answers:
        answered = attempt_rows.append_answers(_ANSWERS.format(values=values))
    (known, of_known), (rested, of_rested) = state_rows.adding_one(constituency_id, attempt)
    totalled, of_totals = tally_rows.adding_one(constituency_id, attempt)
    statement = _all(told, attempt_rows.store(), answered, known, rested, totalled)
    parameters = [*of_told, *of_store, *of_answers, *of_known, *of_rested, *of_totals]
    return attempt_rows.placed(statements.rows(statement, parameters))


@lru_cache(maxsize=100)
def _all(told: str, store: str, answered: str, known: str, rested: str, totalled: str) -> str:
    return _ALL.format(
        told=told, store=store, answered=answered, known=known, rested=rested, totalled=totalled
    )
