"""A map of numbered pins over outlines, as SVG; each pin leads to its entry in the list beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from groundswell.look.drawing import drawing, element, together
from groundswell.look.ward_map import WIDTH, Frame, outline, rings_of

_LEAST = (0.03, 0.012)  # degrees of longitude and latitude around every pin: a quarter of a town
_RADIUS = 26


@dataclass(frozen=True)
class Pin:
    """A place and what is there; ``link`` is where a tap leads, ``label`` what is read out."""

    latitude: float
    longitude: float
    number: int
    label: str
    link: str


def pin_map(
    *, title: str, description: str, features: Mapping[str, Any], pins: Sequence[Pin]
) -> SafeString:
    """Pins over the outlines of a GeoJSON FeatureCollection (longitude, latitude).

    Pins that fall on one spot stand side by side. The drawing is a group of links, not an image.
    """
    frame = Frame.around(_corners(pins))
    outlines = [
        element("path", class_="outline", d=outline(ring, frame))
        for feature in features["features"]
        for ring in rings_of(feature)
    ]
    beside: dict[tuple[float, float], int] = {}
    drawn = []
    for pin in pins:
        spot = (pin.longitude, pin.latitude)
        beside[spot] = beside.get(spot, -1) + 1
        drawn.append(_pin(pin, frame, beside[spot]))
    height = frame.height + 4 * _RADIUS
    box = f"{-2 * _RADIUS} {-2 * _RADIUS} {WIDTH + 4 * _RADIUS} {height:.0f}"
    svg = drawing(
        [*outlines, *drawn], title=title, description=description, class_="map pins", viewBox=box
    )
    return SafeString(svg.replace('role="img"', 'role="group"', 1))


def _corners(pins: Sequence[Pin]) -> list[tuple[float, float]]:
    """Around the pins, and never so near that one pin fills the map."""
    longitudes, latitudes = [pin.longitude for pin in pins], [pin.latitude for pin in pins]
    return [
        (min(longitudes) - _LEAST[0], min(latitudes) - _LEAST[1]),
        (max(longitudes) + _LEAST[0], max(latitudes) + _LEAST[1]),
    ]


def _pin(pin: Pin, frame: Frame, beside: int) -> SafeString:
    x, y = (float(part) for part in frame.place((pin.longitude, pin.latitude)).split())
    x += beside * 2 * _RADIUS
    mark = element("circle", cx=x, cy=y, r=_RADIUS)
    number = element("text", str(pin.number), x=x, y=y + 10, text_anchor="middle")
    words = element("title", pin.label)
    return element(
        "a", together([words, mark, number]), href=pin.link, aria_label=pin.label, class_="pin"
    )
