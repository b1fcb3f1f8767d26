"""Notices that wait become mail, some hundred in a transaction: written and noted, or neither."""

from django.db import connection, transaction
from django.utils.translation import override

from groundswell.common import clock
from groundswell.events.commands.posting import CHANGES, REMINDERS, key_of, post
from groundswell.events.commands.wording import Known, wording_of
from groundswell.events.models import Notice
from groundswell.mailings.commands import LetterTo

AT_A_TIME = 200
_REMINDERS = (
    Notice.Kind.TWO_DAYS,
    Notice.Kind.DAY_BEFORE,
    Notice.Kind.MORNING,
    Notice.Kind.AFTER,
)


def write_what_is_waiting() -> int:
    """Write every notice that waits; how many. Killed at any moment, the rest is written later."""
    written = 0
    while (batch := _write_some()) > 0:
        written += batch
    return written


def _write_some() -> int:
    with transaction.atomic():
        waiting = list(
            Notice.objects.select_for_update(
                of=("self",), skip_locked=connection.features.has_select_for_update_skip_locked
            )
            .filter(state=Notice.State.WAITING)
            .select_related(
                "event__host", "event__group", "sign_up__member", "sign_up__shift", "sign_up__role"
            )
            .order_by("pk")[:AT_A_TIME]
        )
        known = Known()
        letters: dict[str, list[LetterTo]] = {REMINDERS: [], CHANGES: []}
        for notice in waiting:
            letter = _letter(notice, known)
            if letter:
                letters[REMINDERS if notice.kind in _REMINDERS else CHANGES].append(letter)
        for kind, written in letters.items():
            post(kind, written)
        Notice.objects.filter(pk__in=[notice.pk for notice in waiting]).update(
            state=Notice.State.WRITTEN, written_at=clock.now()
        )
    return len(waiting)


def _letter(notice: Notice, known: Known) -> LetterTo | None:
    member, group = notice.sign_up.member, notice.event.group
    notice.sign_up.event = notice.event  # the same, without asking once more for each
    if member is None or not member.is_active or known.is_off(notice.event, notice.kind):
        return None
    with override(member.language):
        subject, body = wording_of(notice, known)
    imprint = group.imprint if group and group.is_independent else ""
    return LetterTo(member, key_of(notice.pk), subject, body, imprint=imprint)
