"""One number that vouches for many results."""

import hashlib
import json
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from groundswell.common import sql, statements

# Each result as often as it has answers, and once without.
_RESULTS = """
SELECT a.id_on_device, a.voids, a.elector_id, a.member_id, a.outcome, a.detail,
    a.call_back_at, a.made_at, a.recorded_at, said.question, said.value, said.meaning
FROM contact_attempt a
LEFT JOIN contact_answer said
    ON said.constituency_id = %s AND said.attempt_id_on_device = a.id_on_device
WHERE a.constituency_id = %s AND a.elector_id IN ({electors}) AND a.batch_id = %s
  AND a.recorded_at <= %s AND a.corrected_by_id IS NULL
"""


def digest_of_batch(
    constituency_id: int, batch: UUID, electors: Collection[int], until: datetime
) -> tuple[int, str]:
    """How many results of a batch were recorded up to ``until``, and a SHA-256 over them.

    ``electors`` are all who were ever in it. What was undone is among them, and what undid it; what
    an organiser corrected is not. It can be worked out anew at any time: with a result changed,
    added or taken away since, by an erasure or by words whose time was over too, it is another.
    """
    if not electors:
        return 0, _sha256([])
    statement = _RESULTS.format(electors=", ".join(["%s"] * len(electors)))
    asked = [constituency_id, constituency_id, *electors, batch, until]
    results: dict[str, list[object]] = {}
    answers: list[list[object]] = []
    for row in statements.rows(statement, asked):
        one, voids, *whom, call_back_at, made_at, recorded_at, question, value, meaning = row
        name = str(sql.uuid(one))
        moments = [_moment(moment) for moment in (call_back_at, made_at, recorded_at)]
        results[name] = [name, str(sql.uuid(voids)) if voids else None, *whom, *moments]
        if question is not None:
            answers.append([name, question, value, meaning])
    return len(results), _sha256([*results.values(), *answers])


def _sha256(words: list[list[object]]) -> str:
    told = sorted(json.dumps(row, ensure_ascii=False) for row in words)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _moment(kept: datetime | str | None) -> str | None:
    moment = sql.moment(kept)
    return moment.isoformat() if moment else None
