"""The rows of totals: every change to them is an addition, or the taking back of one."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from groundswell.common import sql, statements
from groundswell.contact.rules.folding import Counted
from groundswell.contact.rules.tallies import COUNTS, TallyKey, tally

MANY = 500
_KEY_TYPES = ("bigint", "timestamptz", "text", "bigint", "bigint", "bigint")
_TYPES = ("bigint", *_KEY_TYPES, *(["int"] * len(COUNTS)))
_COLUMNS = ("constituency_id", *TallyKey._fields, *COUNTS)

_ADD = """
INSERT INTO contact_tally (constituency_id, {keys}, {counts}) {rows}
ON CONFLICT (constituency_id, {keys}) DO UPDATE SET {sums}
"""
_PLACED = """
SELECT {{places}} FROM ({{values}}) AS told({names}), settled
""".format(names=", ".join(_COLUMNS))


def add(constituency_id: int, counted: Iterable[Counted], *, sign: int = 1) -> None:
    """Add attempts to the totals, or with ``sign=-1`` take them out again.

    Rows are touched in the order of their keys, so that two transactions never wait for each other.
    """
    rows = [_row(constituency_id, key, counts, sign) for key, counts in tally(counted).items()]
    for start in range(0, len(rows), MANY):
        values, parameters = sql.values(_TYPES, rows[start : start + MANY])
        statements.change(_adding(values), parameters)


def adding_one(constituency_id: int, attempt: Counted) -> tuple[str, list[object]]:
    """What ``add`` writes of one attempt, as part of a longer statement, and its parameters.

    It reads ``settled``, the row of the attempt as it was stored, for the places.
    """
    ((key, counts),) = tally([attempt]).items()
    values, parameters = sql.values(_TYPES, [_row(constituency_id, key, counts, 1)])
    return _adding_placed(values), parameters


def _row(
    constituency_id: int, key: TallyKey, counts: Counter[str], sign: int
) -> tuple[object, ...]:
    return (constituency_id, *key, *(sign * counts[name] for name in COUNTS))


@lru_cache(maxsize=10)
def _adding_placed(values: str) -> str:
    return _adding(_PLACED.format(values=values, places=_places()))


@lru_cache(maxsize=500)
def _adding(rows: str) -> str:
    return _ADD.format(
        keys=", ".join(TallyKey._fields),
        counts=", ".join(COUNTS),
        rows=rows,
        sums=", ".join(f"{name} = contact_tally.{name} + excluded.{name}" for name in COUNTS),
    )


def _places() -> str:
    """The columns of a row: what the attempt says itself, and the places copied onto it."""
    copied = {"branch_id", "ward_id", "polling_district_id"}
    return ", ".join(
        f"COALESCE(settled.{name}, 0)" if name in copied else f"told.{name}" for name in _COLUMNS
    )
