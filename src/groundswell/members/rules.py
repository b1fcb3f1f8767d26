"""Rules on roles, links and standing: plain Python."""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

ORGANISER = "organiser"
DATA_MANAGER = "data_manager"
AGENT = "agent"
HEADQUARTERS = "headquarters"

# Headquarters answers for every role; an agent in law answers for the campaign in their area,
# but does not make others their own superiors.
_GRANTS: dict[str, frozenset[str]] = {
    HEADQUARTERS: frozenset({ORGANISER, DATA_MANAGER, AGENT, HEADQUARTERS}),
    AGENT: frozenset({ORGANISER, DATA_MANAGER, AGENT}),
}

LONGEST_ROLE = timedelta(days=366)
LINK_LASTS = timedelta(days=7)
SERVER_LINK_LASTS = timedelta(hours=24)


def kinds_that_grant(kind: str) -> frozenset[str]:
    """The kinds of role whose holder, for the area or one above it, may grant or end ``kind``."""
    return frozenset(granting for granting, granted in _GRANTS.items() if kind in granted)


def covers(paths: Iterable[str], path: str) -> bool:
    """Whether an area with ``path`` is one of those at ``paths`` or lies in one of them."""
    return any(path.startswith(prefix) for prefix in paths)


def latest_end(today: date) -> date:
    """The last day for which a role granted today may run; after it, it is granted anew."""
    return today + LONGEST_ROLE


def link_hash(token: str) -> str:
    """SHA-256 of a link's token: all that is kept of it. The token itself is 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()
