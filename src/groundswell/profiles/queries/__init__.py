"""What can be asked about supporters' pages and deeds."""

from groundswell.profiles.queries.deeds import Did, what_i_did
from groundswell.profiles.queries.mine import everything_of
from groundswell.profiles.queries.pages import (
    ShownSection,
    own_page,
    page_of,
    page_seen_by,
    page_url,
    sections_of,
)

__all__ = [
    "Did",
    "ShownSection",
    "everything_of",
    "own_page",
    "page_of",
    "page_seen_by",
    "page_url",
    "sections_of",
    "what_i_did",
]
