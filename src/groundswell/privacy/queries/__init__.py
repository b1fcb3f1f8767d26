"""What can be asked about consent, stops, suppression, people and requests."""

from groundswell.privacy.queries.people import (
    FULL_RIGHTS,
    Section,
    everything_held,
    find_people,
    person_seen_by,
)
from groundswell.privacy.queries.requests import (
    answered_requests,
    days_left,
    open_requests,
    overdue_count,
    request_seen_by,
    requests_seen_by,
)
from groundswell.privacy.queries.sightings import Seen, who_has_seen
from groundswell.privacy.queries.stops import (
    consented_people,
    consents_of,
    stopped_channels,
    stops_of,
    suppressed_among,
)

__all__ = [
    "FULL_RIGHTS",
    "Section",
    "Seen",
    "answered_requests",
    "consented_people",
    "consents_of",
    "days_left",
    "everything_held",
    "find_people",
    "open_requests",
    "overdue_count",
    "person_seen_by",
    "request_seen_by",
    "requests_seen_by",
    "stopped_channels",
    "stops_of",
    "suppressed_among",
    "who_has_seen",
]
