"""One press for help: shown to the organisers at once, mailed, answered by a person."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.mail import put_in_outbox
from groundswell.members.models import Member
from groundswell.members.queries import holders_of
from groundswell.safety.models import HelpCall
from groundswell.safety.queries.doors import MINDERS
from groundswell.safety.queries.shifts import (
    address_of,
    current_shift,
    help_call_for,
    last_door_of,
    where_out,
)

WORDS_LENGTH = 500


def call_for_help(
    *,
    by: Member,
    key: UUID,
    round_code: str = "",
    household_id: int | None = None,
    where: tuple[float, float, float | None] | None = None,
    note: str = "",
    at: datetime | None = None,
    effort_id: int | None = None,
    constituency_id: int | None = None,
) -> HelpCall:
    """Call the organisers of the area, with the last door; safe to repeat under the same ``key``.

    ``where`` is a position the caller chose to send: latitude, longitude, metres of doubt. What is
    not told is taken from the running shift. Never refused.
    """
    now = clock.now()
    with transaction.atomic():
        latitude, longitude, accuracy = where or (None, None, None)
        shift = current_shift(by)
        if shift is not None:
            round_code = round_code or shift.round_code
            effort_id = effort_id or shift.effort_id
            constituency_id = constituency_id or shift.constituency_id
            household_id = household_id or last_door_of(shift)[0]
        call, new = HelpCall.objects.get_or_create(
            key=key,
            defaults={
                "member": by,
                "area": where_out(by, effort_id, constituency_id),
                "constituency_id": constituency_id,
                "effort_id": effort_id,
                "round_code": round_code[:8],
                "household_id": household_id,
                "latitude": latitude,
                "longitude": longitude,
                "accuracy": accuracy,
                "note": note.strip()[:WORDS_LENGTH],
                "called_at": min(at or now, now),
                "recorded_at": now,
            },
        )
        if new:
            write_audit_line(
                by=by.pk, action="safety.call_for_help", subject=f"help_call:{call.pk}"
            )
            _mail(call, _whom_to_tell(call))
    return call


def answer_help(*, by: Member, call_id: int) -> HelpCall:
    """Say that one looks after it: the first who says so has it, and everybody sees who."""
    with transaction.atomic():
        call = help_call_for(by, call_id)
        taken = HelpCall.objects.filter(pk=call.pk, answered_at=None).update(
            answered_by=by, answered_at=clock.now()
        )
        if taken:
            write_audit_line(by=by.pk, action="safety.answer_help", subject=f"help_call:{call.pk}")
        call.refresh_from_db()
    return call


def end_help(*, by: Member, call_id: int, came_of_it: str) -> HelpCall:
    """Say what came of it; the call is over and leaves every page."""
    if not came_of_it.strip():
        raise Refused(_("Say in a sentence how it ended, and that they are safe."))
    with transaction.atomic():
        call = help_call_for(by, call_id)
        if call.ended_at is None:
            now = clock.now()
            call.answered_by = call.answered_by or by
            call.answered_at = call.answered_at or now
            call.ended_by, call.ended_at = by, now
            call.came_of_it = came_of_it.strip()[:WORDS_LENGTH]
            call.save()
            write_audit_line(by=by.pk, action="safety.end_help", subject=f"help_call:{call.pk}")
    return call


def _whom_to_tell(call: HelpCall) -> Iterable[Member]:
    """The organisers and agents of the area, and the buddy if they are one of us."""
    told = {one.pk: one for one in holders_of(call.area, *MINDERS)}
    shift = current_shift(call.member)
    if shift is not None and shift.buddy is not None and shift.buddy.is_active:
        told[shift.buddy.pk] = shift.buddy
    told.pop(call.member_id, None)
    return told.values()


def _mail(call: HelpCall, people: Iterable[Member]) -> None:
    for one in people:
        with override(one.language):
            put_in_outbox(
                key=f"help:{call.pk}:{one.pk}",
                to=one.email,
                subject=_("%(name)s calls for help") % {"name": call.member.name},
                body=_in_words(call),
            )


def _in_words(call: HelpCall) -> str:
    at = timezone.localtime(call.called_at)
    lines = [
        _("%(name)s pressed for help at %(time)s.")
        % {"name": call.member.name, "time": at.strftime("%H:%M")},
        _("Ring them: %(number)s") % {"number": call.member.phone} if call.member.phone else "",
        _("Last door: %(door)s") % {"door": address_of(call.constituency_id, call.household_id)}
        if call.household_id
        else "",
        _("Position: %(latitude).5f, %(longitude).5f")
        % {"latitude": call.latitude, "longitude": call.longitude}
        if call.latitude is not None
        else "",
        call.note,
        _("In an emergency ring 999. Then say on the page “Who is out” that you look after it."),
    ]
    return "\n\n".join(line for line in lines if line) + "\n"
