"""Reading events: what anybody may see, what those who come see, what hosts and organisers see."""

from groundswell.events.queries.coming import (
    ShiftFilling,
    filling_of,
    seats_taken,
    sign_up_by_code,
    sign_ups_of,
)
from groundswell.events.queries.judging import (
    events_to_look_over,
    hosts_seen_by,
    judges_of,
    level_decided,
    level_history,
    level_of,
    may_judge,
)
from groundswell.events.queries.page import EventPage, event_page, place_for
from groundswell.events.queries.seen import (
    attended_by,
    coming_events_of,
    events_hosted_by,
    events_seen_by,
    hosted_event,
    runs,
)

__all__ = [
    "EventPage",
    "ShiftFilling",
    "attended_by",
    "coming_events_of",
    "event_page",
    "events_hosted_by",
    "events_seen_by",
    "events_to_look_over",
    "filling_of",
    "hosted_event",
    "hosts_seen_by",
    "judges_of",
    "level_decided",
    "level_history",
    "level_of",
    "may_judge",
    "place_for",
    "runs",
    "seats_taken",
    "sign_up_by_code",
    "sign_ups_of",
]
