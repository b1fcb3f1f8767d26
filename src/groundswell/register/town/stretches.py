"""Stretches: a street's piece that one postcode covers, where made-up house numbers go."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from groundswell.places import gazetteer
from groundswell.places.gazetteer import Character, PostcodePoint, StreetPostcode
from groundswell.register.town.districts import district_of_postcode

# A firm with much post has a postcode of its own, placed where its post is sorted.
_FIRMS_SHARE = 3  # postcodes at one point


@dataclass(frozen=True, slots=True)
class Stretch:
    """One postcode on one street.

    ``step`` is 2 where the postcode lies on one side of the street (odd or even numbers), 1 where
    it has both; ``block`` counts its place along that side from 0.
    """

    postcode: str
    street: str
    locality: str
    post_town: str
    character: Character
    ward_code: str
    polling_district: str
    block: int
    side: int
    step: int

    def number(self, place: int, room: int) -> int:
        """The house number at ``place`` (from 0), where each stretch has room for ``room``."""
        return self.side + self.step * (self.block * room + place)


@cache
def stretches(*, whole_borough: bool) -> tuple[Stretch, ...]:
    """The stretches whose street addresses tell, or those of every postcode where people live.

    For the whole borough, a postcode of which no address is known takes the street of the nearest
    that is known in its ward and postcode district: a made-up placing, good enough for a big town.
    """
    known = {one.postcode: one for one in gazetteer.street_postcodes()}
    points = {point.postcode: point for point in gazetteer.postcode_points()}
    placed = dict(known)
    if whole_borough:
        placed |= _placed_nearby(known, points)
    by_street: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for postcode, one in placed.items():
        by_street[one.street, one.locality, one.post_town].append(postcode)
    districts = district_of_postcode()
    made = []
    for (street, locality, post_town), postcodes in by_street.items():
        both_sides = len(postcodes) == 1
        for index, postcode in enumerate(sorted(postcodes)):
            made.append(
                Stretch(
                    postcode,
                    street,
                    locality,
                    post_town,
                    placed[postcode].character,
                    points[postcode].ward_code,
                    districts[postcode],
                    block=index // 2,
                    side=1 if both_sides else 1 + index % 2,
                    step=1 if both_sides else 2,
                )
            )
    return tuple(sorted(made, key=lambda one: (one.ward_code, one.street, one.postcode)))


def _placed_nearby(
    known: dict[str, StreetPostcode], points: dict[str, PostcodePoint]
) -> dict[str, StreetPostcode]:
    """The remaining postcodes, each on the street of its nearest known neighbour."""
    near: dict[tuple[str, str], list[PostcodePoint]] = defaultdict(list)
    for postcode in known:
        near[points[postcode].ward_code, _district(postcode)].append(points[postcode])
        near["", _district(postcode)].append(points[postcode])
    crowded = Counter((point.easting, point.northing) for point in points.values())
    placed = {}
    for postcode in points.keys() - known.keys() - gazetteer.business_postcodes():
        point = points[postcode]
        if crowded[point.easting, point.northing] > _FIRMS_SHARE:
            continue
        district = _district(postcode)
        candidates = near[point.ward_code, district] or near["", district]
        if candidates:
            neighbour = known[min(candidates, key=lambda other: _gap(point, other)).postcode]
            placed[postcode] = neighbour
    return placed


def _district(postcode: str) -> str:
    return postcode.split(" ", maxsplit=1)[0]


def _gap(one: PostcodePoint, other: PostcodePoint) -> tuple[int, str]:
    """How far apart, squared; the postcode settles a tie."""
    apart = (one.easting - other.easting) ** 2 + (one.northing - other.northing) ** 2
    return apart, other.postcode
