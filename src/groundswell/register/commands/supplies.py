"""The record of supply that comes with every register."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import SupplyRecord
from groundswell.register.queries import councils_for


def record_supply(
    *,
    by: Member | None,
    entitled_body: str,
    regulation: str,
    supplied_on: date,
    area_id: int,
    purpose: str,
    person_responsible: str,
    destroy_by: date,
    licence: str = "",
) -> SupplyRecord:
    """Record under what right a register was supplied and until when it may be kept.

    Representation of the People (England and Wales) Regulations 2001, Part 6, and its twins.
    """
    said = (entitled_body, regulation, purpose, person_responsible)
    if not all(text.strip() for text in said):
        raise Refused(
            _(
                "Say who is entitled to the register, under which rule, "
                "what for and who answers for it."
            )
        )
    if destroy_by <= supplied_on:
        raise Refused(_("The day of destruction must come after the day of supply."))
    if not Area.objects.filter(pk=area_id).exists():
        raise Refused(_("Choose the area that the register is for."))
    must_manage(by, area_id)
    with transaction.atomic():
        supply = SupplyRecord.objects.create(
            entitled_body=entitled_body.strip(),
            regulation=regulation.strip(),
            supplied_on=supplied_on,
            area_id=area_id,
            purpose=purpose.strip(),
            person_responsible=person_responsible.strip(),
            destroy_by=destroy_by,
            licence=licence,
        )
        write_audit_line(
            by=by.pk if by else None,
            action="register.record_supply",
            subject=f"supply:{supply.pk}",
        )
    return supply


def must_manage(by: Member | None, council_id: int) -> None:
    """Refuse whoever does not manage the data of this council; None is the system itself."""
    if by is not None and not councils_for(by).filter(pk=council_id).exists():
        raise Refused(_("You do not manage the data of this area: ask its data manager."))
