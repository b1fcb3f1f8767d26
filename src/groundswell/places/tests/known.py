"""Places that a test knows to be there."""

from groundswell.places import queries
from groundswell.places.models import Area, Postcode


def area(kind: str, code: str) -> Area:
    """The area of today."""
    found = queries.area_today(kind, code)
    assert found
    return found


def postcode(text: str) -> Postcode:
    """The postcode."""
    found = queries.find_postcode(text)
    assert found
    return found
