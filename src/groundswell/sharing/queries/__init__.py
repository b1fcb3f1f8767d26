"""What can be asked about word of mouth."""

from groundswell.sharing.queries.going import SetGoing, links_of, set_going
from groundswell.sharing.queries.links import link_by_code, link_of, shared_thing
from groundswell.sharing.queries.reach import Reach, reach, scope_for, themes_in

__all__ = [
    "Reach",
    "SetGoing",
    "link_by_code",
    "link_of",
    "links_of",
    "reach",
    "scope_for",
    "set_going",
    "shared_thing",
    "themes_in",
]
