"""Under which constituencies people are kept."""

from groundswell.places.models import Area
from groundswell.register.comparing.in_force import (
    constituencies_of,
    constituency_without_postcodes,
)


def seats_of_council(council_id: int) -> set[int]:
    """Every constituency that a council's electors can be in: those of its wards, or itself."""
    council = Area.objects.select_related("parent").get(pk=council_id)
    wards = Area.objects.filter(kind=Area.Kind.WARD, council=council)
    above = {int(step) for path in wards.values_list("path", flat=True) for step in _steps(path)}
    seats = Area.objects.filter(pk__in=above, kind=Area.Kind.CONSTITUENCY)
    return {
        *seats.values_list("pk", flat=True),
        *constituencies_of(council_id),
        constituency_without_postcodes(council),
    }


def all_seats() -> list[int]:
    """Every area that electors are kept under: constituencies, councils where they are unknown."""
    kinds = (Area.Kind.CONSTITUENCY, Area.Kind.COUNCIL)
    return list(Area.objects.filter(kind__in=kinds).order_by("pk").values_list("pk", flat=True))


def _steps(path: str) -> list[str]:
    return path.strip("/").split("/")
