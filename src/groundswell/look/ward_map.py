"""A map of wards shaded by a number, from GeoJSON polygons, as SVG with the numbers beneath."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from groundswell.look.drawing import (
    Chart,
    LegendEntry,
    Row,
    drawing,
    element,
    length,
    number,
)
from groundswell.look.rules import even_classes

WIDTH = 1000
SHADES = 5

Ring = Sequence[Sequence[float]]


def ward_map(
    *,
    title: str,
    features: Mapping[str, Any],
    values: Mapping[str, float],
    code: str,
    name: str,
    area_heading: str,
    value_heading: str,
    links: Mapping[str, str] | None = None,
    unknown: str = "",
    summary: str = "",
) -> Chart:
    """Shade each feature of a GeoJSON FeatureCollection (longitude, latitude) by ``values``.

    ``code`` and ``name`` are the properties holding the area's code and name; an area without a
    value stays in the ground colour and shows ``unknown`` in the table.
    """
    unknown = unknown or gettext("no figures")
    areas = [_area(feature, code, name, values) for feature in features["features"]]
    areas.sort(key=lambda area: area.name)
    frame = Frame.around(point for area in areas for ring in area.rings for point in ring)
    steps = even_classes(list(values.values()), SHADES)
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
        _legend(steps, values.values(), unknown if None in {area.value for area in areas} else ""),
    )


@dataclass(frozen=True)
class _Area:
    code: str
    name: str
    value: float | None
    rings: list[Ring]


@dataclass(frozen=True)
class Frame:
    """Degrees to drawing units: an even scale at the middle latitude is right for one council."""

    west: float
    north: float
    across: float
    down: float
    height: float

    @classmethod
    def around(cls, points: Iterable[Sequence[float]]) -> "Frame":
        corners = [(point[0], point[1]) for point in points] or [(0.0, 0.0), (1.0, 1.0)]
        west, east = min(x for x, _ in corners), max(x for x, _ in corners)
        south, north = min(y for _, y in corners), max(y for _, y in corners)
        across = WIDTH / ((east - west) or 1)
        down = across / math.cos(math.radians((north + south) / 2))
        return cls(west, north, across, down, (north - south) * down)

    def place(self, point: Sequence[float]) -> str:
        x, y = (point[0] - self.west) * self.across, (self.north - point[1]) * self.down
        return f"{x:.0f} {y:.0f}"


def _area(feature: Mapping[str, Any], code: str, name: str, values: Mapping[str, float]) -> _Area:
    properties = feature["properties"]
    key = properties[code]
    return _Area(key, properties[name], values.get(key), rings_of(feature))


def rings_of(feature: Mapping[str, Any]) -> list[Ring]:
    """Every ring of a GeoJSON feature that is a polygon or several."""
    geometry = feature["geometry"]
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [ring for polygon in polygons for ring in polygon]


def _shape(
    area: _Area, frame: Frame, steps: list[tuple[float, float]], link: str, unknown: str
) -> SafeString:
    words = f"{area.name}: {_words(area.value, unknown)}"
    path = element(
        "path",
        element("title", words),
        class_=f"fill {_shade(area.value, steps)}",
        fill_rule="evenodd",
        d="".join(outline(ring, frame) for ring in area.rings),
    )
    return element("a", path, href=link, aria_label=words) if link else path


def outline(ring: Ring, frame: Frame) -> str:
    """The ring in whole units; points that fall together are written once."""
    places: list[str] = []
    for point in ring:
        place = frame.place(point)
        if not places or places[-1] != place:
            places.append(place)
    return f"M{'L'.join(places)}Z"


def _shade(value: float | None, steps: list[tuple[float, float]]) -> str:
    """The CSS class of an area: no figure, nothing, or one of five depths."""
    if value is None:
        return "map-none"
    depth = next((at for at, (_, end) in enumerate(steps, start=1) if value <= end), SHADES)
    return f"map-{depth if value > 0 else 0}"


def _legend(
    steps: list[tuple[float, float]], values: Iterable[float], without: str
) -> list[LegendEntry]:
    """The classes in words; whole numbers do not overlap (1–50, 51–100)."""
    after = 1 if all(float(value).is_integer() for value in values) else 0
    classes = [
        LegendEntry(f"{number(start + after)}–{number(end)}", f"map-{depth}")
        for depth, (start, end) in enumerate(steps, start=1)
    ]
    nothing = [LegendEntry(without, "map-none")] if without else []
    return [*nothing, LegendEntry("0", "map-0"), *classes]


def _words(value: float | None, unknown: str) -> str:
    return unknown if value is None else number(value)
