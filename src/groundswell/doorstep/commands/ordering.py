"""The order of a street, fixed once by local people."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.contact.queries import organises
from groundswell.doorstep.commands.laying_out import walk_again
from groundswell.doorstep.models import Round, RoundDoor, StreetOrder
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import Household


def fix_street_order(
    *,
    by: Member | None,
    constituency: Area,
    polling_district: Area | None,
    street: str,
    households: Sequence[int],
) -> StreetOrder:
    """Keep the walking order of a street; free rounds are walked that way from now on.

    ``households``: all of the street in that polling district, in order. Homes that the register
    brings later come beside their neighbours.
    """
    places = [constituency.pk, polling_district.pk if polling_district else None]
    if by is not None and not organises(by, *places):
        raise Refused(_("Only an organiser of this street can fix its order. Ask one of them."))
    there = Household.objects.filter(
        constituency=constituency, polling_district=polling_district, street=street
    )
    known = set(there.filter(pk__in=households).values_list("pk", flat=True))
    if len(known) != len(households):
        raise Refused(_("This street has changed meanwhile: load the page again."))
    with transaction.atomic():
        order, _new = StreetOrder.objects.update_or_create(
            constituency=constituency,
            polling_district_id=polling_district.pk if polling_district else 0,
            street=street,
            defaults={
                "households": list(households),
                "fixed_by": by,
                "fixed_at": clock.now(),
            },
        )
        _walk_again(constituency.pk, list(households))
        write_audit_line(
            by=by.pk if by else None,
            action="doorstep.fix_street_order",
            subject=f"street_order:{order.pk}",
            details={"households": list(households)},
        )
    return order


def _walk_again(constituency_id: int, households: list[int]) -> None:
    """Free rounds follow the order at once; one that is out stays as it was handed out."""
    inside = RoundDoor.objects.filter(constituency=constituency_id, household__in=households)
    free = Round.objects.filter(
        pk__in=set(inside.values_list("round_id", flat=True)), state=Round.State.OPEN
    )
    for walked in free:
        walk_again(walked)
