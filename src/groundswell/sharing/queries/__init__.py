"""What can be asked about word of mouth."""

from groundswell.sharing.queries.going import SetGoing, links_of, set_going
from groundswell.sharing.queries.links import link_by_code, link_of, shared_thing

__all__ = [
    "SetGoing",
    "link_by_code",
    "link_of",
    "links_of",
    "set_going",
    "shared_thing",
]
