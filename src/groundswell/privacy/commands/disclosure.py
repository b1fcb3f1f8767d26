"""Looking somebody up and handing out what is held: done, and noted."""

from uuid import UUID

from django.db import transaction

from groundswell.common.audit import write_audit_line
from groundswell.members.models import Member
from groundswell.privacy import queries
from groundswell.privacy.commands.people import note_sighting
from groundswell.privacy.queries import Held
from groundswell.privacy.registry import FoundPerson


def look_for(
    *, by: Member, name: str = "", address: str = "", phone: str = ""
) -> list[FoundPerson]:
    """People of one's areas with this name and address, or this number (E.164).

    The search is noted with how many it found, and each of them as seen; what was typed is not
    kept.
    """
    with transaction.atomic():
        found = queries.find_people(by, name=name, address=address, phone=phone)
        note_sighting(by=by, purpose="found", people=[one.person for one in found])
        write_audit_line(
            by=by.pk,
            action="privacy.look_for",
            details={"by_phone": bool(phone), "found": len(found)},
        )
    return found


def hand_out(*, by: Member, person: UUID) -> Held:
    """Everything held on a person, taken out to be given to them; noted as such."""
    with transaction.atomic():
        held = queries.everything_held(by, person)
        note_sighting(by=by, purpose="taken_out", people=[person])
        write_audit_line(by=by.pk, action="privacy.hand_out", subject=f"person:{person}")
    return held
