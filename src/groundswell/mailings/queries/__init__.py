"""What can be asked about mail to members."""

from groundswell.mailings.queries.links import address_to_stop, named_in_link
from groundswell.mailings.queries.wishes import (
    interests_of,
    is_proven,
    stopped,
    wants,
    who_takes,
    wishes_of,
)

__all__ = [
    "address_to_stop",
    "interests_of",
    "is_proven",
    "named_in_link",
    "stopped",
    "wants",
    "who_takes",
    "wishes_of",
]
