"""Undoing one's own result within the session: a row that voids it, nothing deleted."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.commands.aftermath import take_back
from groundswell.contact.commands.casework.telling import withdraw_said
from groundswell.contact.commands.voiding import count_instead, store_voiding
from groundswell.contact.models import Attempt
from groundswell.members.models import Member

SESSION = timedelta(hours=2)


def undo_attempt(
    *,
    by: Member,
    constituency_id: int,
    id_on_device: UUID,
    audit: bool = True,
    at: datetime | None = None,
) -> Attempt:
    """Void one's own result of the last two hours; returns what was undone. Safe to repeat.

    What it had set off is taken back: the number comes back, the review is withdrawn, the stop is
    lifted. Only the id of ``by`` is used. Refuses what is older, or was corrected since. ``at`` is
    when it was undone by the device's clock, where the word of it came late.
    """
    now = clock.now()
    with transaction.atomic():
        attempt = _own(by, constituency_id, id_on_device)
        undone_soon = at is not None and at <= attempt.made_at + SESSION
        if attempt.recorded_at < now - SESSION and not undone_soon:
            raise Refused(
                _("That was recorded more than two hours ago: ask an organiser to correct it.")
            )
        undo, new = store_voiding(attempt, id_on_device=uuid7(), recorded_at=now)
        if undo.corrected_by_id:
            raise Refused(_("An organiser has corrected that result since; it stays as corrected."))
        if new:
            count_instead(attempt, undo)
            take_back(by=by, attempt=attempt)
            withdraw_said(by=by, constituency_id=constituency_id, result_id=id_on_device)
            if audit:
                write_audit_line(
                    by=by.pk, action="contact.undo_attempt", subject=f"attempt:{id_on_device}"
                )
    return attempt


def _own(by: Member, constituency_id: int, id_on_device: UUID) -> Attempt:
    """The member's own result; corrections by others are not theirs to undo."""
    attempt = (
        Attempt.objects.filter(
            constituency=constituency_id,
            id_on_device=id_on_device,
            member=by.pk,
            corrected_by=None,
        )
        .exclude(outcome="")
        .first()
    )
    if attempt is None:
        raise NotFound
    return attempt
