"""The rows of attempts and answers: appended in one statement each, never changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
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
_INSERT = """
WITH told({names}) AS ({values})
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
    ),
    (SELECT is_active FROM members_member m WHERE m.id = contact_attempt.member_id)
"""

_INSERT_ANSWERS = """
INSERT INTO contact_answer (
    constituency_id, attempt_id_on_device, elector_id, script_version_id,
    question, value, meaning, canvass_code_id
) {values} ON CONFLICT DO NOTHING
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


def moment_of(result: AttemptResult, recorded_at: datetime) -> datetime:
    """When the result was made, as it is kept."""
    return believable_moment(result.made_at, recorded_at, told_later=bool(result.source))


def insert(
    constituency_id: int,
    results: Iterable[AttemptResult],
    member_id: int | None,
    recorded_at: datetime,
) -> dict[UUID, Placed]:
    """Append the results not stored before, of electors we know; only those come back."""
    rows = [_row(place, result, recorded_at) for place, result in enumerate(results)]
    values, parameters = sql.values(list(_TOLD.values()), rows)
    statement = _INSERT.format(
        names=", ".join(_TOLD),
        values=values,
        copied=_COPIED,
        told_copied=", ".join(f"told.{name}" for name in _COPIED.split(", ")),
        member=sql.placeholder("bigint"),
        recorded_at=sql.placeholder("timestamptz"),
    )
    more = [member_id, member_id, sql.as_kept(recorded_at), constituency_id]
    stored = statements.rows(statement, [*parameters, *more])
    if any(active is not None and not active for *_rest, active in stored):
        raise Refused(_("This account is closed, so nothing can be recorded with it."))
    return {
        _uuid(one): Placed(household, ward, district, branch, bool(held))
        for one, household, ward, district, branch, held, _active in stored
    }


def insert_answers(constituency_id: int, results: Sequence[AttemptResult]) -> None:
    """Append the answers given in these attempts, each naming the version that asked it."""
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
    if rows:
        values, parameters = sql.values(_ANSWER_TYPES, rows)
        statements.change(_INSERT_ANSWERS.format(values=values), parameters)


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


def _uuid(kept: UUID | str) -> UUID:
    return kept if isinstance(kept, UUID) else UUID(kept)
