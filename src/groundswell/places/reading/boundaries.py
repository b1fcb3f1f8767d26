"""Boundaries in GeoJSON, as the ONS and others publish them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely import from_geojson, get_coordinates, make_valid, to_geojson
from shapely.errors import GEOSException
from shapely.geometry.base import BaseGeometry

from groundswell.places.reading.opening import NotReadable
from groundswell.places.reading.refused import Reason, RefusedLine
from groundswell.places.rules import from_national_grid, kind_of_code, nation_of_code

_CODE = re.compile(r"^([A-Z]+\d\dCD|code|gss_code|GEOID)$", re.IGNORECASE)
_WELSH_NAME = re.compile(r"^([A-Z]+\d\dNMW|name_cy)$", re.IGNORECASE)
_NAME = re.compile(r"^([A-Z]+\d\dNM|name|NAMELSAD)$", re.IGNORECASE)
_COUNCIL = re.compile(r"^(LAD\d\dCD|council_code)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AreaFound:
    """One area: its outline as GeoJSON geometry in degrees, and what its properties say."""

    line: int
    code: str
    name: str
    name_cy: str
    kind: str
    nation: str
    council_code: str
    geometry: dict[str, Any]


def read_boundaries(path: Path, *, kind: str = "") -> Iterator[AreaFound | RefusedLine]:
    """Every feature, as an area or as refused; ``NotReadable`` if the file is no GeoJSON.

    ``kind`` says what the areas are where their codes do not. Outlines on the National Grid (ONS
    offers them so) are turned into degrees, and outlines that cross themselves are mended.
    """
    try:
        content = json.loads(path.read_bytes())
        features = content["features"]
    except (ValueError, KeyError, TypeError) as trouble:
        raise NotReadable("not a GeoJSON file with features") from trouble
    if not isinstance(features, list):
        raise NotReadable("not a GeoJSON file with features")
    for line, feature in enumerate(features, start=1):
        yield _area(line, feature if isinstance(feature, dict) else {}, kind)


def _area(line: int, feature: dict[str, Any], kind: str) -> AreaFound | RefusedLine:
    properties = feature.get("properties") or {}
    code = _property(properties, _CODE, unlike=_COUNCIL) or _property(properties, _COUNCIL)
    name = _property(properties, _NAME) or code
    if not code:
        return RefusedLine(line, str(properties)[:60], Reason.NO_CODE)
    what = kind_of_code(code) or kind
    if not what:
        return RefusedLine(line, f"{code} {name}", Reason.UNKNOWN_KIND)
    outline = _outline(feature.get("geometry"))
    if outline is None:
        return RefusedLine(line, f"{code} {name}", Reason.NO_OUTLINE)
    council = _property(properties, _COUNCIL)
    return AreaFound(
        line=line,
        code=code,
        name=name,
        name_cy=_property(properties, _WELSH_NAME),
        kind=what,
        nation=nation_of_code(code),
        council_code=council if council != code else "",
        geometry=json.loads(to_geojson(outline)),
    )


def _property(
    properties: dict[str, Any], named: re.Pattern[str], *, unlike: re.Pattern[str] | None = None
) -> str:
    for key, value in properties.items():
        if named.match(key) and not (unlike and unlike.match(key)) and value:
            return str(value).strip()
    return ""


def _outline(geometry: Any) -> BaseGeometry | None:
    """The outline in degrees, mended where it crosses itself; None where there is none."""
    try:
        found = from_geojson(json.dumps(geometry))
    except GEOSException:
        return None
    if found.is_empty or found.geom_type not in {"Polygon", "MultiPolygon"}:
        return None
    if abs(get_coordinates(found)).max() > 360:
        found = _to_degrees(found)
    return found if found.is_valid else make_valid(found)


def _to_degrees(outline: BaseGeometry) -> BaseGeometry:
    """An outline on the National Grid in degrees."""
    geometry = json.loads(to_geojson(outline))
    geometry["coordinates"] = _corners_in_degrees(geometry["coordinates"])
    return from_geojson(json.dumps(geometry))


def _corners_in_degrees(nested: list[Any]) -> list[Any]:
    """Rings of corners, however deep they are nested."""
    if isinstance(nested[0][0], list):
        return [_corners_in_degrees(inner) for inner in nested]
    moved = from_national_grid([corner[0] for corner in nested], [corner[1] for corner in nested])
    return [[one.longitude, one.latitude] for one in moved]
