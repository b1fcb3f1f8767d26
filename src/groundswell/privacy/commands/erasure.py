"""Erasure: all that is held on a person goes, and salted hashes stay."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.members.models import Member
from groundswell.privacy import queries
from groundswell.privacy.announcements import PersonErased
from groundswell.privacy.commands.requests import answer_request
from groundswell.privacy.commands.stops import stop_contact
from groundswell.privacy.commands.suppression import suppress
from groundswell.privacy.models import SubjectRequest
from groundswell.privacy.registry import Identifier, holders


def erase(*, by: Member, person: UUID, request: SubjectRequest | None = None) -> dict[str, int]:
    """Erase what every part holds on a person; what came of it, rows by part. Safe to repeat.

    What they were known by (numbers, addresses) is hashed onto the suppression list first, so that
    a later import brings nobody back to a list. The stop stays on whatever the law lets us keep,
    such as their entry in the register itself. ``request`` is closed with it.
    """
    queries.person_seen_by(by, person)
    with transaction.atomic():
        for identifier in _known_by(person):
            suppress(by=by, kind=identifier.kind, value=identifier.value)
        stop_contact(by=by, person=person, how=_("Erased"))
        erased = {holder.name: holder.erase(person) for holder in holders()}
        if request is not None:
            answer_request(by=by, request=request, outcome=_("Erased"))
        write_audit_line(
            by=by.pk, action="privacy.erase", subject=f"person:{person}", details=erased
        )
        announce(PersonErased(person=person))
    return erased


def _known_by(person: UUID) -> set[Identifier]:
    return {
        identifier
        for holder in holders()
        if holder.identify is not None
        for identifier in holder.identify(person)
        if identifier.value.strip(" |")
    }
