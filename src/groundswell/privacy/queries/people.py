"""Finding a person."""

from uuid import UUID

from groundswell.common.errors import NotFound
from groundswell.members import queries as members
from groundswell.members.models import Member, Role
from groundswell.privacy.registry import FoundPerson, finders

FULL_RIGHTS = (Role.Kind.AGENT, Role.Kind.DATA_MANAGER)


def find_people(
    member: Member, *, name: str = "", address: str = "", phone: str = ""
) -> list[FoundPerson]:
    """People with this name and address, or this number (E.164), in the member's own areas."""
    if not members.holds_role(member, *FULL_RIGHTS):
        raise NotFound
    return [found for finder in finders() for found in finder.find(member, name, address, phone)]


def person_seen_by(member: Member, person: UUID) -> FoundPerson:
    """The person, where the member is agent or data manager of their area; else NotFound."""
    if members.holds_role(member, *FULL_RIGHTS):
        for finder in finders():
            found = finder.describe(member, person)
            if found is not None:
                return found
    raise NotFound


def person_or_none(member: Member, person: UUID) -> FoundPerson | None:
    """``person_seen_by``, with None where the member may not."""
    try:
        return person_seen_by(member, person)
    except NotFound:
        return None
