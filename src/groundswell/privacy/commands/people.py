"""Rows that follow a person: who saw them, and to whom they go when two are found to be one."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from groundswell.common import clock, statements
from groundswell.members.models import Member
from groundswell.privacy.models import Consent, Sighting, StopContact, SubjectRequest

# What a caller waits for with every person shown; a page of many takes the longer way.
_ONE_SIGHTING = """
INSERT INTO privacy_sighting (member_id, at, purpose, person, batch) VALUES (%s, %s, %s, %s, %s)
"""


def note_sighting(
    *, by: Member | None, purpose: str, people: Iterable[UUID] = (), batch: UUID | None = None
) -> None:
    """Keep that ``by`` was shown these people's details, and for what (a few words).

    One row a person, in one statement; a batch without people is one row. The rows are the log
    themselves, so no audit line doubles them.
    """
    at = clock.now()
    named: list[UUID | None] = list(people) or ([None] if batch else [])
    seer = by.pk if by else None
    if len(named) == 1:
        statements.change(_ONE_SIGHTING, (seer, at, purpose[:60], named[0], batch))
        return
    Sighting.objects.bulk_create(
        Sighting(member_id=seer, at=at, purpose=purpose[:60], person=person, batch=batch)
        for person in named
    )


def join_people(*, kept: UUID, dropped: UUID) -> None:
    """Give all that is kept here on ``dropped`` to ``kept``: they are one person.

    Called by the register within its own command, which writes the audit line.
    """
    with transaction.atomic():
        for table in (Consent, StopContact, Sighting, SubjectRequest):
            table.objects.filter(person=dropped).update(person=kept)
