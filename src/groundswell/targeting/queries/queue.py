"""The people of a universe in the order in which they are to be called."""

from typing import Any

from groundswell.common.errors import NotFound
from groundswell.privacy.models import Channel
from groundswell.targeting.models import Universe
from groundswell.targeting.queries.asking import adapted, asked_in_each, from_where
from groundswell.targeting.rules import Asked, Clause
from groundswell.targeting.rules.eligibility import callable_today, not_stopped, ready_at, rested

# Somebody without an address is a household of one.
_HOUSEHOLD = "COALESCE(s.household_id, -s.elector_id)"


def universe_sql(
    universe: Universe,
    constituency_id: int,
    *,
    channel: str = Channel.PHONE,
    resting: bool = False,
) -> tuple[str, list[Any]]:
    """One SELECT, with its parameters, of those who may be contacted on the channel.

    Columns: elector_id, household_id (NULL without address), position (1, 2, 3 …), ready_at (NULL,
    or when their rest ends). Households stay together, the least tried come first. With
    ``resting``, those left alone at present are there too. On the doorstep nobody is listed who
    has no address. Raises NotFound where the universe has nobody in the constituency.
    """
    asked, selected = _in_one(universe, constituency_id)
    parts = [selected]
    if channel == Channel.PHONE:
        parts.append(callable_today(asked.today))
    else:
        parts.append(not_stopped(channel))
    if channel == Channel.DOOR:
        parts.append(Clause("s.household_id IS NOT NULL"))
    if not resting:
        parts.append(rested(asked.now))
    ready = ready_at(asked.now)
    where = Clause(
        " AND ".join(part.sql for part in parts),
        tuple(param for part in parts for param in part.params),
        selected.asks_register,
    )
    sql = (
        "SELECT o.elector_id, o.household_id, ROW_NUMBER() OVER (ORDER BY o.least_tried,"  # noqa: S608 - our own fragments; values are parameters
        " o.together, o.attempts, o.elector_id) AS position, o.ready_at"
        f" FROM (SELECT s.elector_id, s.household_id, s.attempts, {_HOUSEHOLD} AS together,"
        f" MIN(s.attempts) OVER (PARTITION BY {_HOUSEHOLD}) AS least_tried,"
        f" {ready.sql} AS ready_at {from_where(where)}) o"
    )
    return sql, adapted((*ready.params, *where.params))


def _in_one(universe: Universe, constituency_id: int) -> tuple[Asked, Clause]:
    for asked, selected in asked_in_each(universe.area, universe.rule):
        if asked.constituency_id == constituency_id:
            return asked, selected
    raise NotFound
