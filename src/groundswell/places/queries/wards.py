"""Which ward a point or postcode lies in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from shapely import Point, STRtree

from groundswell.places.models import Area
from groundswell.places.queries.outlines import outline
from groundswell.places.reading import PostcodeFound
from groundswell.places.rules import Position


@dataclass
class WardFinder:
    """The wards of today, by code and by outline, with the constituencies they lie in."""

    wards: dict[str, int]
    seats: dict[str, int]
    seat_of_ward: dict[int, int | None]
    outlined: Sequence[int]
    tree: STRtree

    @classmethod
    def of_today(cls) -> Self:
        """Read them all: some 8,000 wards for the whole country."""
        today = Area.objects.filter(valid_to=None)
        seats = dict(today.filter(kind=Area.Kind.CONSTITUENCY).values_list("code", "pk"))
        seat_ids = set(seats.values())
        wards = today.filter(kind=Area.Kind.WARD)
        outlined = list(wards.filter(geometry__isnull=False))
        return cls(
            wards=dict(wards.values_list("code", "pk")),
            seats=seats,
            seat_of_ward={
                pk: parent if parent in seat_ids else None
                for pk, parent in wards.values_list("pk", "parent")
            },
            outlined=[area.pk for area in outlined],
            tree=STRtree([outline(area) for area in outlined]),
        )

    def place(self, found: PostcodeFound) -> tuple[int | None, int | None]:
        """The ids of ward and constituency: by the file's codes, else by where the point lies."""
        ward = self.wards.get(found.ward_code) or self.ward_at(found.position)
        seat = self.seats.get(found.seat_code) or (self.seat_of_ward[ward] if ward else None)
        return ward, seat

    def ward_at(self, position: Position) -> int | None:
        """The id of the ward whose outline holds the point."""
        point = Point(position.longitude, position.latitude)
        hits = self.tree.query(point, predicate="within")
        return self.outlined[int(hits[0])] if len(hits) else None


def area_at(position: Position, kind: str = Area.Kind.WARD) -> Area | None:
    """The area of today of that kind whose outline holds the point, or None.

    Reads all outlines of the kind: for a single question, not for loading files.
    """
    point = Point(position.longitude, position.latitude)
    candidates = Area.objects.filter(kind=kind, valid_to=None, geometry__isnull=False)
    return next((area for area in candidates.iterator() if outline(area).contains(point)), None)
