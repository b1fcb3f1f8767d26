"""Leaflet deliveries: every door of an area, street by street, and what is done."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.doorstep.rules.codes import tidied
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, holds_role, in_areas
from groundswell.paper.models import Delivery, DeliveryMark, InaccessibleDoor
from groundswell.paper.queries.sheets import label_of
from groundswell.places.models import Area
from groundswell.register.models import Household
from groundswell.safety.queries import doors_not_to_send
from groundswell.targeting.queries.areas import within

Street = tuple[int, int, str]  # constituency, polling district (0: none), name


@dataclass(frozen=True)
class StreetToDo:
    """One street of a delivery: how many doors, how many of them out of reach, and its mark."""

    constituency_id: int
    polling_district_id: int
    district: str
    street: str
    doors: int
    inaccessible: int
    mark: DeliveryMark | None

    @property
    def leaflets(self) -> int:
        """How many leaflets it takes."""
        return self.doors - self.inaccessible


@dataclass(frozen=True)
class DoorToDo:
    """One door of a street: what tells it apart, and why no leaflet reaches it (if so)."""

    household_id: int
    constituency_id: int
    label: str
    inaccessible: str | None


def deliveries_for(member: Member) -> QuerySet[Delivery]:
    """The deliveries of the areas that the member organises, the newest first."""
    paths = covered_paths(member, Role.Kind.ORGANISER)
    found = Delivery.objects.filter(in_areas("area", paths)).select_related("area", "made_by")
    return found.order_by("-pk")


def delivery_by_code(code: str) -> Delivery:
    """A delivery by its link, for whoever was given it; NotFound once it is closed."""
    still = Delivery.objects.filter(code=tidied(code), closed_at=None)
    one = still.select_related("area").first()
    if one is None:
        raise NotFound
    return one


def has_door(delivery: Delivery, constituency_id: int, household_id: int) -> bool:
    """Whether the door lies in the delivery's area."""
    return any(
        homes.filter(pk=household_id).exists()
        for seat, homes in _homes(delivery.area)
        if seat == constituency_id
    )


def organises_delivery(member: Member, delivery: Delivery) -> bool:
    """Whether the member organises the delivery's area."""
    return holds_role(member, Role.Kind.ORGANISER, area=delivery.area)


def streets_of(delivery: Delivery) -> list[StreetToDo]:
    """Every street of the delivery's area, by district and name; doors to keep away from left out.

    No elector is named: a leaflet goes to the door.
    """
    found: list[StreetToDo] = []
    for seat, homes in _homes(delivery.area):
        away = doors_not_to_send(seat, list(homes.values_list("pk", flat=True)))
        rows = homes.exclude(street="").exclude(pk__in=away)
        counted = rows.values("polling_district_id", "street").annotate(doors=Count("pk"))
        marks = {
            (mark.polling_district_id, mark.street): mark
            for mark in DeliveryMark.objects.filter(
                constituency=seat, delivery_id=delivery.pk, undone_at=None
            ).select_related("done_by")
        }
        closed = _inaccessible_by_street(seat)
        districts = dict(
            Area.objects.filter(pk__in={row["polling_district_id"] for row in counted}).values_list(
                "pk", "name"
            )
        )
        for row in counted:
            district, street = row["polling_district_id"] or 0, row["street"]
            found.append(
                StreetToDo(
                    constituency_id=seat,
                    polling_district_id=district,
                    district=districts.get(district, ""),
                    street=street,
                    doors=row["doors"],
                    inaccessible=min(closed[district, street], row["doors"]),
                    mark=marks.get((district, street)),
                )
            )
    return sorted(found, key=lambda one: (one.district, one.street))


def street_of(delivery: Delivery, constituency_id: int, district: int, street: str) -> StreetToDo:
    """One of its streets; else NotFound."""
    for one in streets_of(delivery):
        if (one.constituency_id, one.polling_district_id, one.street) == (
            constituency_id,
            district,
            street,
        ):
            return one
    raise NotFound


def doors_of(street: StreetToDo) -> list[DoorToDo]:
    """The doors of a street in the order of their numbers, odd ones first."""
    here = {"constituency": street.constituency_id}
    on_it = Household.objects.filter(
        **here, street=street.street, polling_district=street.polling_district_id or None
    )
    away = doors_not_to_send(street.constituency_id, list(on_it.values_list("pk", flat=True)))
    homes = on_it.exclude(pk__in=away)
    closed = dict(
        InaccessibleDoor.objects.filter(
            **here, household__in=homes.values("pk"), lifted_at=None
        ).values_list("household_id", "why")
    )
    ordered = sorted(
        homes, key=lambda one: (one.number_order % 2 == 0, one.number_order, one.flat, one.address)
    )
    return [
        DoorToDo(
            home.pk, home.constituency_id, label_of(home.address, home.street), closed.get(home.pk)
        )
        for home in ordered
    ]


def _homes(area: Area) -> Iterator[tuple[int, QuerySet[Household]]]:
    for seat, part in sorted(within(area).items()):
        homes = Household.objects.filter(constituency=seat)
        if not part.whole:
            homes = homes.filter(Q(ward__in=part.wards) | Q(polling_district__in=part.districts))
        yield seat, homes


def _inaccessible_by_street(seat: int) -> Counter[tuple[int, str]]:
    closed = InaccessibleDoor.objects.filter(constituency=seat, lifted_at=None)
    homes = Household.objects.filter(constituency=seat, pk__in=closed.values("household"))
    return Counter(
        (district or 0, street)
        for district, street in homes.values_list("polling_district_id", "street")
    )
