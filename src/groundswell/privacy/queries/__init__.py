"""What can be asked about consent, stops, suppression, people and requests."""

from groundswell.privacy.queries.held import Held, Section, everything_held
from groundswell.privacy.queries.paper import as_pdf
from groundswell.privacy.queries.people import (
    FULL_RIGHTS,
    find_people,
    person_or_none,
    person_seen_by,
)
from groundswell.privacy.queries.requests import (
    Time,
    answered_requests,
    area_of_postcode,
    days_left,
    may_be_extended,
    open_requests,
    overdue_count,
    request_seen_by,
    requests_seen_by,
    time_for,
)
from groundswell.privacy.queries.sightings import Seen, who_has_seen
from groundswell.privacy.queries.stops import (
    consented_people,
    consents_of,
    is_suppressed,
    stopped_channels,
    stops_of,
    suppressed_among,
)

__all__ = [
    "FULL_RIGHTS",
    "Held",
    "Section",
    "Seen",
    "Time",
    "answered_requests",
    "area_of_postcode",
    "as_pdf",
    "consented_people",
    "consents_of",
    "days_left",
    "everything_held",
    "find_people",
    "is_suppressed",
    "may_be_extended",
    "open_requests",
    "overdue_count",
    "person_or_none",
    "person_seen_by",
    "request_seen_by",
    "requests_seen_by",
    "stopped_channels",
    "stops_of",
    "suppressed_among",
    "time_for",
    "who_has_seen",
]
