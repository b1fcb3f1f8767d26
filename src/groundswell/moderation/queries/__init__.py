"""Reading what is hidden, reported and blocked."""

from groundswell.moderation.queries.counting import Figures, figures
from groundswell.moderation.queries.posting import (
    blocked_ids,
    first_days_of,
    kept_apart,
    may_change_to,
    may_post,
)
from groundswell.moderation.queries.reports import (
    appeals_waiting_for,
    law_desk,
    may_decide,
    my_reports,
    report_seen_by,
    reports_about_things,
    reports_waiting_for,
)
from groundswell.moderation.queries.visible import hidden_ids, hidden_things, is_hidden

__all__ = [
    "Figures",
    "appeals_waiting_for",
    "blocked_ids",
    "figures",
    "first_days_of",
    "hidden_ids",
    "hidden_things",
    "is_hidden",
    "kept_apart",
    "law_desk",
    "may_change_to",
    "may_decide",
    "may_post",
    "my_reports",
    "report_seen_by",
    "reports_about_things",
    "reports_waiting_for",
]
