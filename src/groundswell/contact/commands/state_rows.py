"""The rows of what we know: added to without being read, or set to what attempts add up to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache

from django.conf import settings

from groundswell.common import sql, statements
from groundswell.contact.rules.folding import Counted, WhatWeKnow, fold, later
from groundswell.contact.rules.outcomes import RestPeriods, household_rests_until

MANY = 1000

COLUMNS = {
    "attempts": "int",
    "contacts": "int",
    "conversations": "int",
    "last_attempt_at": "timestamptz",
    "last_contact_at": "timestamptz",
    "last_outcome": "text",
    "call_back_at": "timestamptz",
    "language": "text",
    "language_at": "timestamptz",
    "voting_intention": "text",
    "canvass_code_id": "bigint",
    "voting_intention_at": "timestamptz",
    "rests_until": "timestamptz",
}
# Which column decides whose word stands: the later moment's, and at the same second the newcomer's.
_DECIDED_BY = {
    "last_attempt_at": "last_attempt_at",
    "last_outcome": "last_attempt_at",
    "call_back_at": "last_attempt_at",
    "language": "language_at",
    "language_at": "language_at",
    "voting_intention": "voting_intention_at",
    "canvass_code_id": "voting_intention_at",
    "voting_intention_at": "voting_intention_at",
}

_UPDATE = """
WITH told(elector_id, {names}) AS ({values})
UPDATE contact_electorstate SET {changes} FROM told{also_from}
WHERE contact_electorstate.constituency_id = %s
  AND contact_electorstate.elector_id = told.elector_id
"""

_REST_LONGER = """
  AND (contact_electorstate.rests_until IS NULL
       OR contact_electorstate.rests_until < told.rests_until)
"""
_REST_HOUSEHOLDS = """
WITH told(household_id, rests_until) AS ({values})
UPDATE contact_electorstate SET rests_until = told.rests_until FROM told
WHERE contact_electorstate.constituency_id = %s
  AND contact_electorstate.household_id = told.household_id
"""
# Of one result on PostgreSQL, ``counting`` being its stored row: its elector's own row is changed
# in the same statement, and by the elector's own rest.
_REST_THE_OTHERS = """
WITH told(rests_until) AS ({values})
UPDATE contact_electorstate SET rests_until = told.rests_until FROM told, counting
WHERE contact_electorstate.constituency_id = %s
  AND contact_electorstate.household_id = counting.household_id
  AND contact_electorstate.elector_id <> counting.elector_id
  AND told.rests_until IS NOT NULL
"""


def rest_periods() -> RestPeriods:
    """How long people are left alone on this installation."""
    return RestPeriods(
        cooling_off_days=settings.ENVIRONMENT.cooling_off_days,
        retry_hours=settings.ENVIRONMENT.retry_hours,
    )


def add(constituency_id: int, counted: Sequence[Counted]) -> None:
    """Add attempts recorded just now to what we know, as ``rules.folding.merge`` says it."""
    if not counted:
        return
    periods = rest_periods()
    by_elector: dict[int, list[Counted]] = {}
    for attempt in counted:
        by_elector.setdefault(attempt.elector_id, []).append(attempt)
    known = {elector_id: fold(told, periods) for elector_id, told in sorted(by_elector.items())}
    _update(constituency_id, known, _additions())
    _rest_households(constituency_id, counted, periods)


def put(constituency_id: int, known: Mapping[int, WhatWeKnow]) -> None:
    """Set what we know of these electors to exactly this."""
    rows = sorted(known.items())
    changes = {name: f"told.{name}" for name in COLUMNS}
    for start in range(0, len(rows), MANY):
        _update(constituency_id, dict(rows[start : start + MANY]), changes)


def adding_one(
    constituency_id: int, attempt: Counted
) -> tuple[tuple[str, list[object]], tuple[str, list[object]]]:
    """What ``add`` writes of one attempt, as two parts of a longer statement with their parameters.

    The elector's own row, and the others of the household; both read ``counting``, the row of the
    attempt as it was stored, which is empty where it does not count.
    """
    periods = rest_periods()
    known = {attempt.elector_id: fold([attempt], periods)}
    own = _updating(constituency_id, known, _additions(), also_from=", counting")
    until = household_rests_until(attempt.outcome, attempt.made_at, periods)
    values, parameters = sql.values(["timestamptz"], [(until,)])
    others = _rest_the_others(values)
    return own, (others, [*parameters, constituency_id])


@lru_cache(maxsize=10)
def _rest_the_others(values: str) -> str:
    return (_REST_THE_OTHERS + _REST_LONGER).format(values=values)


def _update(
    constituency_id: int, known: Mapping[int, WhatWeKnow], changes: Mapping[str, str]
) -> None:
    statements.change(*_updating(constituency_id, known, changes))


def _updating(
    constituency_id: int,
    known: Mapping[int, WhatWeKnow],
    changes: Mapping[str, str],
    *,
    also_from: str = "",
) -> tuple[str, list[object]]:
    values, parameters = sql.values(
        ["bigint", *COLUMNS.values()], ((one, *what) for one, what in known.items())
    )
    statement = _update_of(values, tuple(changes.items()), also_from)
    return statement, [*parameters, constituency_id]


@lru_cache(maxsize=500)
def _update_of(values: str, changes: tuple[tuple[str, str], ...], also_from: str) -> str:
    return _UPDATE.format(
        names=", ".join(COLUMNS),
        values=values,
        changes=", ".join(f"{name} = {change}" for name, change in changes),
        also_from=also_from,
    )


@cache
def _additions() -> Mapping[str, str]:
    return {name: _added(name) for name in COLUMNS}


def _added(name: str) -> str:
    """SQL for one column of ``merge``: the kept row is the one before, ``told`` the one after."""
    kept = f"contact_electorstate.{name}"
    if name in {"attempts", "contacts", "conversations"}:
        return f"{kept} + told.{name}"
    if name in {"last_contact_at", "rests_until"}:
        return sql.later(kept, f"told.{name}")
    decider = _DECIDED_BY[name]
    before = f"contact_electorstate.{decider}"
    return (
        f"CASE WHEN told.{decider} IS NOT NULL AND ({before} IS NULL OR told.{decider} >= {before})"
        f" THEN told.{name} ELSE {kept} END"
    )


def _rest_households(
    constituency_id: int, counted: Iterable[Counted], periods: RestPeriods
) -> None:
    rests: dict[int, datetime] = {}
    for attempt in counted:
        until = later(
            rests.get(attempt.household_id or 0),
            household_rests_until(attempt.outcome, attempt.made_at, periods),
        )
        if attempt.household_id and until:
            rests[attempt.household_id] = until
    if not rests:
        return
    values, parameters = sql.values(["bigint", "timestamptz"], sorted(rests.items()))
    statement = (_REST_HOUSEHOLDS + _REST_LONGER).format(values=values)
    statements.change(statement, [*parameters, constituency_id])
