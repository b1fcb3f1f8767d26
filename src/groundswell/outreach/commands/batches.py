"""Giving batches back: by their callers, by an organiser, by time, by a bar."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.outreach.commands.endings import end_batch
from groundswell.outreach.commands.flags import hold_results_of_barred
from groundswell.outreach.commands.taking_part import participation_for_update
from groundswell.outreach.models import Batch, Effort, EffortQueue, Participation
from groundswell.outreach.queries.held import held_batch


def hand_back(*, by: Member, effort: Effort) -> None:
    """Give back whoever was not called; with nothing in hand, nothing happens."""
    with transaction.atomic():
        held = held_batch(participation_for_update(by, effort))
        if held is not None:
            end_batch(held, Batch.State.HANDED_BACK, by=by.pk)


def release_batch(*, by: Member, effort: Effort, key: UUID) -> None:
    """Take a stuck batch back from its caller, who is told when they go on with it."""
    if not holds_role(by, Role.Kind.ORGANISER, area=effort.area):
        raise Refused(_("Only an organiser of this area can take a batch back."))
    with transaction.atomic():
        end_batch(_batch_in(effort, key), Batch.State.WITHDRAWN, by=by.pk)


def expire_batches() -> None:
    """Bring back every batch whose time is over (run by the worker)."""
    now = clock.now()
    for constituency_id in _constituencies():
        over = Batch.objects.filter(
            constituency_id=constituency_id, state=Batch.State.HELD, expires_at__lte=now
        )
        for batch in over.order_by("expires_at"):
            end_batch(batch, Batch.State.EXPIRED, by=None)


def withdraw_from(member_id: int) -> None:
    """Take back everything that somebody holds who was barred."""
    for part in Participation.objects.filter(member_id=member_id, held_until__isnull=False):
        held = held_batch(part)
        if held is not None:
            end_batch(held, Batch.State.WITHDRAWN, by=None)


def withdraw_from_the_barred() -> None:
    """The same for whoever was barred while nobody listened (run by the worker)."""
    holding = Participation.objects.filter(held_until__isnull=False, member__is_active=False)
    for member_id in set(holding.values_list("member_id", flat=True)):
        withdraw_from(member_id)
        hold_results_of_barred(member_id=member_id)


def _batch_in(effort: Effort, key: UUID) -> Batch:
    constituencies = EffortQueue.objects.filter(effort=effort).values("constituency_id")
    batch = Batch.objects.filter(constituency_id__in=constituencies, key=key, effort=effort).first()
    if batch is None:
        raise NotFound
    return batch


def _constituencies() -> list[int]:
    """Every constituency in which some effort hands people out."""
    return list(EffortQueue.objects.values_list("constituency_id", flat=True).distinct())
