"""Taking a result back: it never happened, and its person is in their caller's hands again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.contact.commands import undo_attempt
from groundswell.members.models import Member
from groundswell.outreach.commands.showing import Showing, show_from
from groundswell.outreach.commands.taking_part import participation_for_update
from groundswell.outreach.models import (
    Assignment,
    Batch,
    Effort,
    HouseholdHold,
    Participation,
)


def undo_result(
    *,
    by: Member,
    effort: Effort,
    batch: UUID,
    id_on_device: UUID,
    at: datetime | None = None,
) -> Showing:
    """Take back a result of one's own within two hours, and show its person again.

    ``at`` is when it was taken back by the device's clock, where the word of it comes late.

    Where the batch's time is over, or somebody else calls the household by now, the person waits in
    the queue instead. Safe to repeat; refused when the result is not theirs or too old.
    """
    with transaction.atomic():
        part = participation_for_update(by, effort)
        held = _theirs(part, batch)
        undone = undo_attempt(
            by=by, constituency_id=held.constituency_id, id_on_device=id_on_device, at=at
        )
        assignment = Assignment.objects.filter(
            constituency_id=held.constituency_id,
            effort=effort,
            elector_id=undone.elector_id,
            batch=batch,
        ).exclude(state=Assignment.State.HELD)
        row = assignment.first()
        if row is not None:
            assignment.update(
                state=_state_again(part, held, row),
                outcome="",
                tries=max(row.tries - 1, 0),
                ready_at=clock.now(),
            )
            _count_one_less(part)
        return show_from(part, by)


def _theirs(part: Participation, key: UUID) -> Batch:
    batch = Batch.objects.filter(
        constituency_id__in=part.effort.queues.values("constituency_id"),
        key=key,
        member=part.member_id,
        effort=part.effort_id,
    ).first()
    if batch is None:
        raise Refused(_("These people were not given to you to call."))
    return batch


def _state_again(part: Participation, batch: Batch, row: Assignment) -> Assignment.State:
    """Held again, when this is still the caller's batch and the household can be had."""
    latest = part.batch == batch.key and batch.expires_at > clock.now()
    if not latest or batch.state not in {Batch.State.HELD, Batch.State.FINISHED}:
        return Assignment.State.WAITING
    if not _home_is_theirs(batch, row):
        return Assignment.State.WAITING
    if batch.state == Batch.State.FINISHED:
        Batch.objects.filter(constituency_id=batch.constituency_id, key=batch.key).update(
            state=Batch.State.HELD, ended_at=None
        )
        part.held_until = batch.expires_at
        part.save(update_fields=["held_until"])
    return Assignment.State.HELD


def _home_is_theirs(batch: Batch, row: Assignment) -> bool:
    home, new = HouseholdHold.objects.get_or_create(
        constituency_id=batch.constituency_id,
        household_id=row.household_id or -row.elector_id,
        defaults={"batch": batch.key, "until": batch.expires_at},
    )
    if new or home.batch == batch.key:
        return True
    if home.until > clock.now():
        return False
    HouseholdHold.objects.filter(
        constituency_id=batch.constituency_id, pk=home.pk, batch=home.batch, until=home.until
    ).update(batch=batch.key, until=batch.expires_at)
    return HouseholdHold.objects.filter(
        constituency_id=batch.constituency_id, pk=home.pk, batch=batch.key
    ).exists()


def _count_one_less(part: Participation) -> None:
    if part.called_on == clock.today() and part.called:
        part.called -= 1
        part.save(update_fields=["called"])
