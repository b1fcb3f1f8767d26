"""The tree of areas."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from groundswell.places.models import Area


@dataclass(frozen=True)
class AreaCount:
    """How many areas of a kind there are today, and how many of them have an outline."""

    kind: Area.Kind
    today: int
    with_outline: int


def area_today(kind: str, code: str) -> Area | None:
    """The area of that kind and code which holds today, or None."""
    return Area.objects.filter(kind=kind, code=code, valid_to=None).first()


def areas_below(area: Area, *kinds: str) -> QuerySet[Area]:
    """Areas of today within ``area``, itself left out, by name; of these kinds only, if any named.

    A council's wards count as within it, though they stand under their constituencies.
    """
    below = Area.objects.filter(
        Q(path__startswith=area.path) | Q(council=area) | Q(branch=area), valid_to=None
    ).exclude(pk=area.pk)
    if kinds:
        below = below.filter(kind__in=kinds)
    return below.defer("geometry").order_by("name", "pk")


def areas_above(area: Area) -> list[Area]:
    """The chain from the top down to the area itself."""
    ids = [int(step) for step in area.path.strip("/").split("/")]
    found = Area.objects.defer("geometry").in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def constituency_above(area: Area) -> Area | None:
    """The constituency that the area is, or lies in; None for larger areas."""
    return next((one for one in areas_above(area) if one.kind == Area.Kind.CONSTITUENCY), None)


def areas_by_kind() -> list[AreaCount]:
    """How many areas of each kind there are today, the largest kinds first."""
    counted = (
        Area.objects.filter(valid_to=None)
        .values_list("kind")
        .annotate(today=Count("pk"), outlined=Count("pk", filter=Q(geometry__isnull=False)))
    )
    counts = {kind: (today, outlined) for kind, today, outlined in counted}
    return [AreaCount(kind, *counts[kind]) for kind in Area.Kind if kind in counts]


def feature_collection(areas: Iterable[Area]) -> dict[str, Any]:
    """GeoJSON of the areas that have an outline, with ``code`` and ``name``, for drawing."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"code": area.code, "name": area.name},
                "geometry": area.geometry,
            }
            for area in areas
            if area.geometry
        ],
    }
