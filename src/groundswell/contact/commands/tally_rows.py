"""The rows of totals: every change to them is an addition, or the taking back of one."""

from collections.abc import Iterable

from groundswell.common import sql, statements
from groundswell.contact.rules.folding import Counted
from groundswell.contact.rules.tallies import COUNTS, TallyKey, tally

MANY = 500
_TYPES = ["bigint", "bigint", "timestamptz", "text", "bigint", "bigint", "bigint"]

_ADD = """
INSERT INTO contact_tally (constituency_id, {keys}, {counts}) {values}
ON CONFLICT (constituency_id, {keys}) DO UPDATE SET {sums}
"""


def add(constituency_id: int, counted: Iterable[Counted], *, sign: int = 1) -> None:
    """Add attempts to the totals, or with ``sign=-1`` take them out again.

    Rows are touched in the order of their keys, so that two transactions never wait for each other.
    """
    rows = [
        (constituency_id, *key, *(sign * counts[name] for name in COUNTS))
        for key, counts in tally(counted).items()
    ]
    for start in range(0, len(rows), MANY):
        values, parameters = sql.values(
            [*_TYPES, *["int"] * len(COUNTS)], rows[start : start + MANY]
        )
        statement = _ADD.format(
            keys=", ".join(TallyKey._fields),
            counts=", ".join(COUNTS),
            values=values,
            sums=", ".join(f"{name} = contact_tally.{name} + excluded.{name}" for name in COUNTS),
        )
        statements.change(statement, parameters)
