"""The rows of attempts and answers: appended in one statement each, never changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from groundswell.common import sql, statements
from groundswell.common.errors import Refused
from groundswell.contact.models import Attempt
from groundswell.contact.rules.outcomes import believable_moment
from groundswell.contact.rules.results import AttemptResult

_TOLD = {
    "place": "int",
    "id_on_device": "uuid",
    "elector_id": "bigint",
    "channel": "text",
    "outcome": "text",
    "detail": "text",
    "call_back_at": "timestamptz",
    "effort_id": "bigint",
    "batch_id": "uuid",
    "script_version_id": "bigint",
    "seconds": "int",
    "made_at": "timestamptz",
    "source": "text",
}
_COPIED = ", ".join(name for name in _TOLD if name not in {"place", "elector_id"})

# Where the elector lives and which branch the caller belongs to are copied as they stand; whether
# the caller's results are held is asked in the same breath, so that holding them (which waits for
# this statement, and this for it) misses none.
_STORE = """
INSERT INTO contact_attempt (
    constituency_id, elector_id, household_id, ward_id, polling_district_id,
    member_id, branch_id, recorded_at, reason, {copied}
)
SELECT s.constituency_id, s.elector_id, s.household_id, s.ward_id, s.polling_district_id,
    {member}, (SELECT branch_id FROM members_member WHERE id = {member}), {recorded_at}, '',
    {told_copied}
FROM told
JOIN contact_electorstate s ON s.constituency_id = %s AND s.elector_id = told.elector_id
WHERE TRUE
ORDER BY told.place
ON CONFLICT (constituency_id, id_on_device) DO NOTHING
RETURNING id_on_device, household_id, ward_id, polling_district_id, branch_id,
    EXISTS (
        SELECT 1 FROM contact_heldresults h
        WHERE h.member_id = contact_attempt.member_id AND h.effort_id = contact_attempt.effort_id
          AND h.released_at IS NULL
          AND (h.after IS NULL OR h.after < contact_attempt.recorded_at)
          AND (h.rejected_at IS NULL OR h.rejected_at >= contact_attempt.recorded_at)
    ) AS held,
    (SELECT is_active FROM members_member m WHERE m.id = contact_attempt.member_id) AS active,
    elector_id
"""

_INSERT_ANSWERS = """
INSERT INTO contact_answer (
    constituency_id, attempt_id_on_device, elector_id, script_version_id,
    question, value, meaning, canvass_code_id
) {rows} ON CONFLICT DO NOTHING
"""
_ANSWER_TYPES = ("bigint", "uuid", "bigint", "bigint", "text", "text", "text", "bigint")


@dataclass(frozen=True)
class Placed:
    """Where an attempt was stored: the places copied onto it, and whether it is held."""

    household_id: int | None
    ward_id: int | None
    polling_district_id: int | None
    branch_id: int | None
    held: bool


NOWHERE = Placed(None, None, None, None, held=False)


def moment_of(result: AttemptResult, recorded_at: datetime) -> datetime:
    """When the result was made, as it is kept."""
    told_later = result.told_later or bool(result.source)
    return believable_moment(result.made_at, recorded_at, told_later=told_later)


def insert(
    constituency_id: int,
    results: Iterable[AttemptResult],
    member_id: int | None,
    recorded_at: datetime,
) -> dict[UUID, Placed]:
    """Append the results not stored before, of electors we know; only those come back."""
    told, parameters = as_told(results, recorded_at)
    more = [member_id, member_id, recorded_at, constituency_id]
    return placed(statements.rows(f"WITH {told} {store()}", [*parameters, *more]))


def as_told(results: Iterable[AttemptResult], recorded_at: datetime) -> tuple[str, list[object]]:
    """The results as a table ``told`` that ``store`` reads, and its parameters."""
    rows = [_row(place, result, recorded_at) for place, result in enumerate(results)]
    values, parameters = sql.values(list(_TOLD.values()), rows)
    return _table_told(values), parameters


@lru_cache(maxsize=500)
def _table_told(values: str) -> str:
    return f"told({', '.join(_TOLD)}) AS ({values})"


@cache
def store() -> str:
    """The statement that appends what is ``told``; parameters: member, member, moment, seat."""
    return _STORE.format(
        copied=_COPIED,
        told_copied=", ".join(f"told.{name}" for name in _COPIED.split(", ")),
        member=sql.placeholder("bigint"),
        recorded_at=sql.placeholder("timestamptz"),
    )


def placed(rows: Iterable[Sequence[Any]]) -> dict[UUID, Placed]:
    """What ``store`` answers, by result; refused for somebody barred."""
    found = {}
    for one, household, ward, district, branch, held, active, _elector in rows:
        if active is not None and not active:
            raise Refused(_("This account is closed, so nothing can be recorded with it."))
        found[sql.uuid(one)] = Placed(household, ward, district, branch, bool(held))
    return found


def insert_answers(constituency_id: int, results: Sequence[AttemptResult]) -> None:
    """Append the answers given in these attempts, each naming the version that asked it."""
    values, parameters = answers_as_told(constituency_id, results)
    if parameters:
        statements.change(append_answers(values), parameters)


def answers_as_told(
    constituency_id: int, results: Iterable[AttemptResult]
) -> tuple[str, list[object]]:
    """The answers as rows for ``append_answers``, and their parameters."""
    rows = [
        (
            constituency_id,
            result.id_on_device,
            result.elector_id,
            result.script_version_id,
            answer.question,
            answer.value,
            answer.meaning,
            answer.canvass_code_id,
        )
        for result in results
        for answer in result.answers
    ]
    return sql.values(_ANSWER_TYPES, rows)


def append_answers(rows: str) -> str:
    """The statement that appends these rows of answers."""
    return _INSERT_ANSWERS.format(rows=rows)


def stored_before(constituency_id: int, ids: Iterable[UUID]) -> set[UUID]:
    """Those of these results that are there already."""
    there = Attempt.objects.filter(constituency=constituency_id, id_on_device__in=list(ids))
    return set(there.values_list("id_on_device", flat=True))


def _row(place: int, result: AttemptResult, recorded_at: datetime) -> tuple[object, ...]:
    return (
        place,
        result.id_on_device,
        result.elector_id,
        result.channel,
        result.outcome,
        result.detail[:120],
        result.call_back_at,
        result.effort_id,
        result.batch_id,
        result.script_version_id,
        result.seconds,
        moment_of(result, recorded_at),
        result.source[:80],
    )
