"""Leaflets for every door: drawn up, marked street by street, doors that no leaflet reaches."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.doorstep.rules.codes import new_code
from groundswell.look.organisation import organisation
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.paper.models import Delivery, DeliveryMark, InaccessibleDoor
from groundswell.paper.providers.typesetting import pdf
from groundswell.paper.queries.deliveries import (
    DoorToDo,
    StreetToDo,
    doors_of,
    has_door,
    organises_delivery,
    street_of,
    streets_of,
)
from groundswell.places.models import Area


def draw_up_delivery(*, by: Member, name: str, area: Area) -> Delivery:
    """A leaflet for every door of an area that ``by`` organises."""
    if not holds_role(by, Role.Kind.ORGANISER, area=area):
        raise NotFound
    said = " ".join(name.split())[:120]
    if not said:
        raise Refused(_("Give it a name: “Spring leaflet, Riverside”."))
    with transaction.atomic():
        delivery = Delivery.objects.create(
            name=said, area=area, code=new_code(), made_by=by, made_at=clock.now()
        )
        write_audit_line(
            by=by.pk, action="paper.draw_up_delivery", subject=f"delivery:{delivery.pk}"
        )
    return delivery


def close_delivery(*, by: Member, delivery: Delivery) -> None:
    """End a delivery: its link works no longer. A repeat does nothing."""
    if not organises_delivery(by, delivery):
        raise NotFound
    with transaction.atomic():
        if Delivery.objects.filter(pk=delivery.pk, closed_at=None).update(closed_at=clock.now()):
            write_audit_line(
                by=by.pk, action="paper.close_delivery", subject=f"delivery:{delivery.pk}"
            )


def mark_street(
    *, by: Member, delivery: Delivery, constituency_id: int, district: int, street: str
) -> DeliveryMark:
    """Say that a street is done. A second time is the first one's; a closed delivery refuses."""
    _refuse_if_closed(delivery)
    found = street_of(delivery, constituency_id, district, street)
    if found.mark is not None:
        return found.mark
    try:
        with transaction.atomic():
            mark = DeliveryMark.objects.create(
                constituency_id=constituency_id,
                delivery_id=delivery.pk,
                polling_district_id=district,
                street=street,
                doors=found.leaflets,
                done_by=by,
                done_at=clock.now(),
            )
            _log(by, "paper.mark_street", delivery, street)
            return mark
    except IntegrityError:  # somebody else said so at the same moment
        return DeliveryMark.objects.get(
            constituency=constituency_id,
            delivery_id=delivery.pk,
            polling_district_id=district,
            street=street,
            undone_at=None,
        )


def unmark_street(
    *, by: Member, delivery: Delivery, constituency_id: int, district: int, street: str
) -> None:
    """Take a mark back: one's own, or any of them as an organiser. A repeat does nothing."""
    _refuse_if_closed(delivery)
    mark = street_of(delivery, constituency_id, district, street).mark
    if mark is None:
        return
    if mark.done_by_id != by.pk and not organises_delivery(by, delivery):
        raise Refused(_("Somebody else did this street: ask them, or an organiser."))
    with transaction.atomic():
        DeliveryMark.objects.filter(constituency=constituency_id, pk=mark.pk).update(
            undone_at=clock.now()
        )
        _log(by, "paper.unmark_street", delivery, street)


def say_inaccessible(
    *, by: Member, delivery: Delivery, constituency_id: int, household_id: int, why: str, so: bool
) -> None:
    """Say that no leaflet reaches a door, or that one does; it holds for every delivery."""
    _refuse_if_closed(delivery)
    if not has_door(delivery, constituency_id, household_id):
        raise NotFound
    there = InaccessibleDoor.objects.filter(
        constituency=constituency_id, household=household_id, lifted_at=None
    )
    with transaction.atomic():
        if so and not there.exists():
            InaccessibleDoor.objects.create(
                constituency_id=constituency_id,
                household_id=household_id,
                why=" ".join(why.split())[:120],
                said_by=by,
                said_at=clock.now(),
            )
        elif not so:
            there.update(lifted_at=clock.now())
        _log(by, "paper.say_inaccessible", delivery, str(household_id))


def print_delivery(*, by: Member, delivery: Delivery) -> bytes:
    """The streets of a delivery on paper: doors and leaflets, no names of anybody."""
    streets = streets_of(delivery)
    if not streets:
        raise Refused(_("There are no doors in this area yet: import its register first."))
    words = {
        "lang": (get_language() or "en")[:2],
        "title": delivery.name,
        "organisation": organisation().name,
        "place": f"{delivery.area.name}, {date_format(clock.today(), 'DATE_FORMAT')}",
        "headings": [_("Street"), _("Leaflets"), _("Doors"), _("Done by, on")],
        "out_of_reach": _("Out of reach:"),
        "streets": [_street(one, doors_of(one)) for one in streets],
    }
    content = pdf("delivery", words)
    with transaction.atomic():
        _log(by, "paper.print_delivery", delivery, "")
    return content


def _street(street: StreetToDo, doors: list[DoorToDo]) -> dict[str, Any]:
    return {
        "name": ", ".join(part for part in (street.street, street.district) if part),
        "leaflets": street.leaflets,
        "doors": ", ".join(door.label for door in doors if door.inaccessible is None),
        "closed": ", ".join(door.label for door in doors if door.inaccessible is not None),
    }


def _refuse_if_closed(delivery: Delivery) -> None:
    if delivery.closed_at is not None:
        raise Refused(_("This delivery is over."))


def _log(by: Member, action: str, delivery: Delivery, what: str) -> None:
    write_audit_line(
        by=by.pk, action=action, subject=f"delivery:{delivery.pk}", details={"of": what}
    )
