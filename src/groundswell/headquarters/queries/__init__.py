"""Totals, summed from the roll-up rows; nothing here looks at a single person."""

from groundswell.headquarters.queries.figures import (
    Figures,
    by_area,
    by_branch,
    by_day,
    by_hour,
    by_moment,
    total,
)
from groundswell.headquarters.queries.needs import Need, needs_of
from groundswell.headquarters.queries.reached import Reached, reached_for
from groundswell.headquarters.queries.scopes import (
    Scope,
    area_scope,
    branch_scope,
    campaign_scope,
    effort_scope,
    scopes_for,
)
from groundswell.headquarters.queries.wards import ward_shapes

__all__ = [
    "Figures",
    "Need",
    "Reached",
    "Scope",
    "area_scope",
    "branch_scope",
    "by_area",
    "by_branch",
    "by_day",
    "by_hour",
    "by_moment",
    "campaign_scope",
    "effort_scope",
    "needs_of",
    "reached_for",
    "scopes_for",
    "total",
    "ward_shapes",
]
