"""The outlines for a map of totals."""

from collections.abc import Iterable
from typing import Any

from groundswell.places.models import Area

MOST_SHAPES = 120


def ward_shapes(areas: Iterable[Area]) -> dict[str, Any] | None:
    """A GeoJSON collection of the areas and of those beside them with the same parent.

    Properties: code and name. None where no outline is known, or where there are too many to draw.
    """
    parents = {area.parent_id for area in areas}
    kinds = {area.kind for area in areas}
    beside = Area.objects.filter(parent__in=parents, kind__in=kinds, valid_to=None)
    drawn = list(beside.exclude(geometry=None).order_by("pk")[: MOST_SHAPES + 1])
    if not drawn or len(drawn) > MOST_SHAPES:
        return None
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"code": area.code, "name": area.name},
                "geometry": area.geometry,
            }
            for area in drawn
        ],
    }
