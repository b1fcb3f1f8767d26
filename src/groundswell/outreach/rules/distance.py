"""How far apart two places are."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS = 6_371_009
"""Mean radius in metres (IUGG)."""


def metres_between(
    latitude: float, longitude: float, latitude_2: float, longitude_2: float
) -> float:
    """The great-circle distance in metres, by the haversine formula; degrees in, metres out."""
    one, other = radians(latitude), radians(latitude_2)
    across = radians(longitude_2 - longitude)
    half = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(half)))
