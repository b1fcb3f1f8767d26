"""Polling districts: each ward cut into three to five by where its postcodes lie.

Real councils draw them by hand. Here a ward's postcodes are gathered round a few centres (k-means,
begun at even steps from west to east), so a district is a compact piece of real map.
"""

from collections import defaultdict
from functools import cache

from groundswell.places import gazetteer
from groundswell.places.gazetteer import PostcodePoint

Spot = tuple[float, float]
_LEAST = 10  # postcodes in a district

# How councils letter their districts, with the shapes that trip programs up: a slash inside
# the letters, a hyphen, and "1E", which a spreadsheet takes for a number.
_LETTERED = {
    "E05004021": "BE{n}",
    "E05004022": "BW{n}",
    "E05004023": "BU{a}",
    "E05004024": "KD-2/{n}",
    "E05004025": "F{a}",
    "E05004026": "LP{a}",
    "E05004027": "LH{n}",
    "E05004028": "LC{a}",
    "E05004029": "N{a}",
    "E05004030": "PN-{a}",
    "E05004031": "PS{n}",
    "E05004032": "SM{n}",
    "E05004033": "1{e}",
    "E05004034": "WC{n}",
    "E05004035": "WN{n}",
    "E05004036": "WP{a}",
}


@cache
def district_of_postcode() -> dict[str, str]:
    """The letters of the polling district of each postcode in the borough."""
    by_ward: dict[str, list[PostcodePoint]] = defaultdict(list)
    for point in gazetteer.postcode_points():
        by_ward[point.ward_code].append(point)
    found: dict[str, str] = {}
    for ward_code, points in sorted(by_ward.items()):
        for index, group in enumerate(_gathered(points, how_many=_districts_for(len(points)))):
            letters = letters_of(ward_code, index)
            found.update((point.postcode, letters) for point in group)
    return found


def letters_of(ward_code: str, index: int) -> str:
    """The letters of the ward's district number ``index``, counted from 0."""
    return _LETTERED[ward_code].format(n=index + 1, a="ABCDE"[index], e="EFGHJ"[index])


def _districts_for(postcodes: int) -> int:
    return 3 + (postcodes > 230) + (postcodes > 290)


def _gathered(points: list[PostcodePoint], *, how_many: int) -> list[list[PostcodePoint]]:
    """The points in groups round centres, from west to east."""
    centres = _spread_out(points, how_many)
    for _ in range(12):
        groups: list[list[PostcodePoint]] = [[] for _ in centres]
        for point in points:
            groups[_nearest(point, centres)].append(point)
        centres = [
            _middle(group) if group else spot for group, spot in zip(groups, centres, strict=True)
        ]
    if min(len(group) for group in groups) < _LEAST:
        return _gathered(points, how_many=how_many - 1)
    return sorted(groups, key=_middle)


def _spread_out(points: list[PostcodePoint], how_many: int) -> list[Spot]:
    """Points to begin with: those at even steps on the way from west to east."""
    across = sorted(points, key=lambda point: (point.easting, point.northing))
    steps = [(2 * index + 1) * len(across) // (2 * how_many) for index in range(how_many)]
    return [(across[step].easting, across[step].northing) for step in steps]


def _nearest(point: PostcodePoint, spots: list[Spot]) -> int:
    return min(range(len(spots)), key=lambda index: _gap(point, spots[index]))


def _gap(point: PostcodePoint, spot: Spot) -> float:
    """The square of the distance in metres."""
    return (point.easting - spot[0]) ** 2 + (point.northing - spot[1]) ** 2


def _middle(group: list[PostcodePoint]) -> Spot:
    return (
        sum(point.easting for point in group) / len(group),
        sum(point.northing for point in group) / len(group),
    )
