"""Points on the earth: from the National Grid to latitude and longitude, and how far apart.

The change of datum (OSGB36 to WGS 84) is left to PROJ, EPSG:27700 to EPSG:4326. Without the OSTN15
grid file PROJ uses the seven-parameter Helmert transformation, good to about five metres
(Ordnance Survey, A Guide to Coordinate Systems in Great Britain, 6.6); a postcode is far larger.
"""

from collections.abc import Sequence
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from pyproj import Transformer

_MEAN_RADIUS = 6_371_008.8  # metres, of the earth (IUGG, R1)


class Position(NamedTuple):
    """A point in degrees, WGS 84."""

    latitude: float
    longitude: float


def from_national_grid(eastings: Sequence[float], northings: Sequence[float]) -> list[Position]:
    """The positions of points given in metres on the National Grid of Great Britain."""
    longitudes, latitudes = _grid_to_degrees().transform(list(eastings), list(northings))
    return [Position(*pair) for pair in zip(latitudes, longitudes, strict=True)]


def metres_between(one: Position, other: Position) -> float:
    """The distance over a round earth (haversine formula), half a percent off at worst."""
    up = sin(radians(other.latitude - one.latitude) / 2)
    along = sin(radians(other.longitude - one.longitude) / 2)
    across = cos(radians(one.latitude)) * cos(radians(other.latitude))
    return 2 * _MEAN_RADIUS * asin(sqrt(min(1.0, up * up + across * along * along)))


@cache
def _grid_to_degrees() -> Transformer:
    return Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)
