"""Rounds that come back by themselves: days over, canvass closed, member barred."""

from django.db import transaction
from django.db.models import QuerySet

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.doorstep.models import Booking, Round
from groundswell.outreach.commands import let_go
from groundswell.outreach.models import Effort


def expire_due_rounds() -> None:
    """Bring back every round whose days are over (run by the worker)."""
    held = Booking.objects.filter(state=Booking.State.HELD)
    _bring_back(held.filter(until__lte=clock.now()), Booking.State.EXPIRED)


def withdraw_stray_rounds() -> None:
    """Bring back what is out for a canvass that was closed, or with somebody who was barred since.

    Run by the worker, for what nobody listened to.
    """
    held = Booking.objects.filter(state=Booking.State.HELD)
    closed = held.filter(round__effort__state=Effort.State.CLOSED)
    _bring_back(closed, Booking.State.WITHDRAWN)
    _bring_back(held.filter(member__is_active=False), Booking.State.WITHDRAWN)


def withdraw_from(member_id: int) -> None:
    """Take back every round that somebody has out who was barred."""
    held = Booking.objects.filter(state=Booking.State.HELD, member=member_id)
    _bring_back(held, Booking.State.WITHDRAWN)


def free_if_nobody_has_it(walked: Round, state: Round.State) -> None:
    """Once the last of those who share a round is through with it, its people are let go."""
    if walked.state != Round.State.BOOKED:
        return
    if walked.bookings.filter(state=Booking.State.HELD).exists():
        return
    walked.state = state
    walked.save(update_fields=["state"])
    let_go(constituency_id=walked.constituency_id, key=walked.key)


def _bring_back(bookings: QuerySet[Booking], state: Booking.State) -> None:
    for booking in bookings.order_by("until", "pk"):
        with transaction.atomic():
            walked = Round.objects.select_for_update().get(pk=booking.round_id)
            ended = Booking.objects.filter(pk=booking.pk, state=Booking.State.HELD).update(
                state=state, ended_at=clock.now()
            )
            if not ended:
                continue
            free_if_nobody_has_it(walked, Round.State.OPEN)
            write_audit_line(
                by=None,
                action=f"doorstep.{state}_round",
                subject=f"round:{walked.pk}",
                details={"member": booking.member_id},
            )
