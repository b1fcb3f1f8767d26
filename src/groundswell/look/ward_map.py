"""A map of wards shaded by a number, from GeoJSON polygons, as SVG with the numbers beneath."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from groundswell.look.drawing import (
    Chart,
    LegendEntry,
    Row,
    drawing,
    element,
    length,
    number,
)
from groundswell.look.rules import equal_steps

WIDTH = 1000
SHADES = 5

Ring = Sequence[Sequence[float]]


def ward_map(  # noqa: PLR0913 - keyword-only: what to draw, how to name it, what to say
    *,
    title: str,
    features: Mapping[str, Any],
    values: Mapping[str, float],
    code: str,
    name: str,
    area_heading: str,
    value_heading: str,
    links: Mapping[str, str] | None = None,
    unknown: str = "–",
    summary: str = "",
) -> Chart:
    """Shade each feature of a GeoJSON FeatureCollection (longitude, latitude) by ``values``.

    ``code`` and ``name`` are the properties holding the area's code and name; an area without a
    value stays in the ground colour and shows ``unknown`` in the table.
    """
    areas = [_area(feature, code, name, values) for feature in features["features"]]
    areas.sort(key=lambda area: area.name)
    frame = _Frame.around(point for area in areas for ring in area.rings for point in ring)
    steps = equal_steps(list(values.values()), SHADES)
    addresses = links or {}
    shapes = [_shape(area, frame, steps, addresses.get(area.code, ""), unknown) for area in areas]
    kind = {"class_": "map", "viewBox": f"0 0 {WIDTH} {length(frame.height)}"}
    svg = drawing(shapes, title=title, description=summary, **kind)
    if addresses:  # links inside an image would be hidden from screen readers
        svg = SafeString(svg.replace('role="img"', 'role="group"', 1))
    return Chart(
        title,
        summary,
        svg,
        [area_heading, value_heading],
        [Row(area.name, [_words(area.value, unknown)]) for area in areas],
        _legend(steps),
    )


@dataclass(frozen=True)
class _Area:
    code: str
    name: str
    value: float | None
    rings: list[Ring]


@dataclass(frozen=True)
class _Frame:
    """Degrees to drawing units: an even scale at the middle latitude is right for one council."""

    west: float
    north: float
    across: float
    down: float
    height: float

    @classmethod
    def around(cls, points: Iterable[Sequence[float]]) -> "_Frame":
        corners = [(point[0], point[1]) for point in points] or [(0.0, 0.0), (1.0, 1.0)]
        west, east = min(x for x, _ in corners), max(x for x, _ in corners)
        south, north = min(y for _, y in corners), max(y for _, y in corners)
        across = WIDTH / ((east - west) or 1)
        down = across / math.cos(math.radians((north + south) / 2))
        return cls(west, north, across, down, (north - south) * down)

    def place(self, point: Sequence[float]) -> str:
        x, y = (point[0] - self.west) * self.across, (self.north - point[1]) * self.down
        return f"{x:.0f} {y:.0f}"


def _area(
    feature: Mapping[str, Any], code: str, name: str, values: Mapping[str, float]
) -> _Area:
    properties, geometry = feature["properties"], feature["geometry"]
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    rings = [ring for polygon in polygons for ring in polygon]
    key = properties[code]
    return _Area(key, properties[name], values.get(key), rings)


def _shape(
    area: _Area, frame: _Frame, steps: list[tuple[float, float]], link: str, unknown: str
) -> SafeString:
    words = f"{area.name}: {_words(area.value, unknown)}"
    path = element(
        "path",
        element("title", words),
        class_=f"fill map-{_shade(area.value, steps)}",
        fill_rule="evenodd",
        d="".join(_outline(ring, frame) for ring in area.rings),
    )
    return element("a", path, href=link, aria_label=words) if link else path


def _outline(ring: Ring, frame: _Frame) -> str:
    """The ring in whole units; points that fall together are written once."""
    places: list[str] = []
    for point in ring:
        place = frame.place(point)
        if not places or places[-1] != place:
            places.append(place)
    return f"M{'L'.join(places)}Z"


def _shade(value: float | None, steps: list[tuple[float, float]]) -> int:
    if not value:
        return 0
    return next((at for at, (_, end) in enumerate(steps, start=1) if value <= end), SHADES)


def _legend(steps: list[tuple[float, float]]) -> list[LegendEntry]:
    if not steps or not steps[-1][1]:
        return []
    shown = [
        LegendEntry(f"{number(start)}–{number(end)}", f"map-{at}")
        for at, (start, end) in enumerate(steps, start=1)
    ]
    return [LegendEntry("0", "map-0"), *shown]


def _words(value: float | None, unknown: str) -> str:
    return unknown if value is None else number(value)
