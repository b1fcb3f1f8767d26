"""Finding a person, and everything held on them."""

from dataclasses import dataclass
from uuid import UUID

from groundswell.common.errors import NotFound
from groundswell.members import queries as members
from groundswell.members.models import Member, Role
from groundswell.privacy.registry import FoundPerson, Row, finders, holders

FULL_RIGHTS = (Role.Kind.AGENT, Role.Kind.DATA_MANAGER)


@dataclass(frozen=True)
class Section:
    """What one part holds on a person."""

    name: str
    title: str
    rows: list[Row]


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


def everything_held(member: Member, person: UUID) -> list[Section]:
    """All that every part holds on the person, section by section, empty ones left out."""
    person_seen_by(member, person)
    sections = [
        Section(name=holder.name, title=str(holder.title), rows=list(holder.export(person)))
        for holder in holders()
    ]
    return [section for section in sections if section.rows]
