"""Notes on doors: made where somebody stood, confirmed and ended by an organiser."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.queries.casework.placing import place_of
from groundswell.members.models import Member
from groundswell.register.models import Household
from groundswell.safety.models import DoorNote
from groundswell.safety.models.doors import NOTE_LENGTH
from groundswell.safety.queries.doors import door_note_for

REASON_LENGTH = 300


def add_door_note(
    *,
    by: Member | None,
    constituency_id: int,
    household_id: int,
    text: str,
    safety: bool = False,
    do_not_send: bool = False,
    key: UUID,
    made_at: datetime | None = None,
) -> DoorNote:
    """Leave a note on a door; safe to repeat under the same ``key``.

    The channel has checked that the door is in the hands of ``by``. "Do not send anyone" holds at
    once and is a matter of safety, whatever was ticked; organisers see it to be confirmed.
    """
    words = text.strip()[:NOTE_LENGTH]
    if not words and not do_not_send:
        raise Refused(_("Write what the next one at this door should know."))
    with transaction.atomic():
        if not Household.objects.filter(constituency=constituency_id, pk=household_id).exists():
            raise NotFound
        place = place_of(constituency_id, None, household_id)
        now = clock.now()
        note, new = DoorNote.objects.get_or_create(
            constituency_id=constituency_id,
            key=key,
            defaults={
                "household_id": household_id,
                "council_id": place.council_id,
                "ward_id": place.ward_id,
                "polling_district_id": place.polling_district_id,
                "text": words,
                "safety": safety or do_not_send,
                "do_not_send": do_not_send,
                "made_by": by,
                "made_at": min(made_at or now, now),
            },
        )
        if new:
            _note_in_trail(by, "safety.add_door_note", note, do_not_send=do_not_send)
    return note


def confirm_door_note(*, by: Member, constituency_id: int, note_id: int) -> DoorNote:
    """An organiser has looked at a note and lets it stand. Safe to repeat."""
    with transaction.atomic():
        note = door_note_for(by, constituency_id, note_id)
        if note.confirmed_at is None:
            note.confirmed_by, note.confirmed_at = by, clock.now()
            note.save(update_fields=["confirmed_by", "confirmed_at"])
            _note_in_trail(by, "safety.confirm_door_note", note)
    return note


def end_door_note(*, by: Member, constituency_id: int, note_id: int, reason: str) -> DoorNote:
    """End a note, with a reason; people may be sent there again from now on."""
    if not reason.strip():
        raise Refused(_("Say why the note is no longer needed: the next organiser will ask."))
    with transaction.atomic():
        note = door_note_for(by, constituency_id, note_id)
        note.ended_by, note.ended_at = by, clock.now()
        note.ended_because = reason.strip()[:REASON_LENGTH]
        note.save(update_fields=["ended_by", "ended_at", "ended_because"])
        _note_in_trail(by, "safety.end_door_note", note)
    return note


def _note_in_trail(by: Member | None, action: str, note: DoorNote, **details: bool) -> None:
    write_audit_line(
        by=by.pk if by else None,
        action=action,
        subject=f"door_note:{note.pk}",
        details={"household": note.household_id, **details},
    )
