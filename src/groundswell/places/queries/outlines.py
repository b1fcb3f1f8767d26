"""Areas' outlines as shapes that can be asked what they hold."""

import json
from collections.abc import Mapping
from typing import Any

from shapely import from_geojson
from shapely.geometry.base import BaseGeometry

from groundswell.places.models import Area


def outline(area: Area) -> BaseGeometry:
    """The outline of an area that has one, in degrees (x is longitude)."""
    return shape_of(area.geometry or {})


def shape_of(geometry: Mapping[str, Any]) -> BaseGeometry:
    """The shape of a GeoJSON geometry."""
    return from_geojson(json.dumps(geometry))
