"""Rows that follow a person: who saw them, and to whom they go when two are found to be one."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from groundswell.common import clock, statements
from groundswell.members.models import Member
from groundswell.privacy.models import Consent, Sighting, StopContact, SubjectRequest

# What a caller waits for with every person shown; a page of many takes the longer way.
_ONE_SIGHTING = """
INSERT INTO privacy_sighting (member_id, at, purpose, person, batch)
VALUES (%(seer)s, %(seen_at)s, %(seen_for)s, %(person_seen)s, %(seen_in)s)
"""


def note_sighting(
    *, by: Member | None, purpose: str, people: Iterable[UUID] = (), batch: UUID | None = None
) -> None:
    """Keep that ``by`` was shown these people's details, and for what (a few words).

    One row a person, in one statement; a batch without people is one row. The rows are the log
    themselves, so no audit line doubles them.
    """
    named: list[UUID | None] = list(people) or ([None] if batch else [])
    if len(named) == 1:
        statements.change(*noting_one(by=by, purpose=purpose, person=named[0], batch=batch))
        return
    seer, at = by.pk if by else None, clock.now()
    Sighting.objects.bulk_create(
        Sighting(member_id=seer, at=at, purpose=purpose[:60], person=person, batch=batch)
        for person in named
    )


def noting_one(
    *, by: Member | None, purpose: str, person: UUID | None, batch: UUID | None
) -> tuple[str, dict[str, Any]]:
    """The statement by which ``note_sighting`` keeps one row, and its values.

    For whoever writes something else in the same moment, and asks the database once.
    """
    values = {
        "seer": by.pk if by else None,
        "seen_at": clock.now(),
        "seen_for": purpose[:60],
        "person_seen": person,
        "seen_in": batch,
    }
    return _ONE_SIGHTING, values


def join_people(*, kept: UUID, dropped: UUID) -> None:
    """Give all that is kept here on ``dropped`` to ``kept``: they are one person.

    Called by the register within its own command, which writes the audit line.
    """
    with transaction.atomic():
        for table in (Consent, StopContact, Sighting, SubjectRequest):
            table.objects.filter(person=dropped).update(person=kept)
