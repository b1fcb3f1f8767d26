"""Until when each elector's number may be rung, kept on their state."""

from collections.abc import Collection

from django.conf import settings
from django.db import connection

from groundswell.common import sql

MANY = 5000
FOR_EVER = "9999-12-31"

# A number may be rung while its own consent is on record, or for so many days after it was found
# not to be on the TPS list (PECR reg. 21). The best of somebody's numbers counts.
_REFRESH = """
WITH number(elector_id, until, unscreened, listed) AS (
    SELECT d.elector_id,
        MAX(CASE WHEN d.consented THEN {for_ever}
                 WHEN NOT d.tps_listed THEN {screened_until} END),
        MAX(CASE WHEN d.screened_on IS NULL AND NOT d.tps_listed THEN 1 ELSE 0 END),
        MAX(CASE WHEN d.tps_listed THEN 1 ELSE 0 END)
    FROM register_contactdetail d
    WHERE d.constituency_id = %s AND d.kind = 'phone' AND d.retired_at IS NULL {only_details}
    GROUP BY d.elector_id
), fresh(elector_id, until, why_not) AS (
    SELECT s.elector_id, number.until,
        CASE WHEN number.elector_id IS NULL THEN 'no_number'
             WHEN number.until IS NOT NULL THEN ''
             WHEN number.unscreened = 1 THEN 'unscreened'
             ELSE 'tps' END
    FROM contact_electorstate s LEFT JOIN number ON number.elector_id = s.elector_id
    WHERE s.constituency_id = %s {only_states}
)
UPDATE contact_electorstate SET callable_until = fresh.until, not_callable = fresh.why_not
FROM fresh
WHERE contact_electorstate.constituency_id = %s
  AND contact_electorstate.elector_id = fresh.elector_id
  AND ({until_differs} OR contact_electorstate.not_callable <> fresh.why_not)
"""


def refresh_callable(constituency_id: int, elector_ids: Collection[int] | None = None) -> None:
    """Work out anew until when these electors (None: all of the constituency) may be rung.

    One statement, which writes only the rows that change. ``callable_until`` is the last day,
    31 December 9999 with consent; ``not_callable`` says why it is empty: "no_number", "tps" (every
    number is on the list) or "unscreened".
    """
    if elector_ids is None:
        _refresh(constituency_id, None)
        return
    some = sorted(set(elector_ids))
    for start in range(0, len(some), MANY):
        _refresh(constituency_id, some[start : start + MANY])


def _refresh(constituency_id: int, elector_ids: list[int] | None) -> None:
    places = ", ".join(["%s"] * len(elector_ids or []))
    statement = _REFRESH.format(
        for_ever=sql.day(FOR_EVER),
        screened_until=sql.days_after("d.screened_on", str(settings.ENVIRONMENT.screening_days)),
        only_details=f"AND d.elector_id IN ({places})" if places else "",
        only_states=f"AND s.elector_id IN ({places})" if places else "",
        until_differs=sql.differs("contact_electorstate.callable_until", "fresh.until"),
    )
    chosen = elector_ids or []
    parameters = [constituency_id, *chosen, constituency_id, *chosen, constituency_id]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
