"""Postcodes: where they lie, and which are near."""

from dataclasses import dataclass
from math import cos, radians

from django.db.models import Count, Q

from groundswell.common.postcode import tidy
from groundswell.places.models import Postcode
from groundswell.places.rules import Position, metres_between

_METRES_A_DEGREE = 111_320.0  # of latitude


@dataclass(frozen=True)
class NearbyPostcode:
    """A postcode and how many metres away it is."""

    postcode: Postcode
    metres: float


@dataclass(frozen=True)
class PostcodeSource:
    """How many postcodes came from a file, and how many of them lie in no ward we know."""

    source: str
    postcodes: int
    without_ward: int


def find_postcode(text: str) -> Postcode | None:
    """The postcode as somebody may type it, with its ward and constituency; None if unknown."""
    return (
        Postcode.objects.select_related("ward", "constituency")
        .defer("ward__geometry", "constituency__geometry")
        .filter(pk=tidy(text))
        .first()
    )


def nearest_postcodes(
    position: Position, *, most: int = 10, within_metres: float = 2_000
) -> list[NearbyPostcode]:
    """The nearest postcodes, the nearest first; none beyond ``within_metres``."""
    up = within_metres / _METRES_A_DEGREE
    along = up / max(0.01, cos(radians(position.latitude)))
    in_the_box = Postcode.objects.filter(
        Q(latitude__range=(position.latitude - up, position.latitude + up))
        & Q(longitude__range=(position.longitude - along, position.longitude + along))
    )
    near = [
        NearbyPostcode(one, metres_between(position, Position(one.latitude, one.longitude)))
        for one in in_the_box
    ]
    near = [one for one in near if one.metres <= within_metres]
    return sorted(near, key=lambda one: (one.metres, one.postcode.pk))[:most]


def postcode_sources() -> list[PostcodeSource]:
    """Where the postcodes came from, the largest source first."""
    counted = (
        Postcode.objects.values_list("source")
        .annotate(postcodes=Count("pk"), without=Count("pk", filter=Q(ward=None)))
        .order_by("-postcodes")
    )
    return [PostcodeSource(*row) for row in counted]
