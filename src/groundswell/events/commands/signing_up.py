"""Saying "I'll come", and that one cannot."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.events.commands.line import (
    locked_shift,
    move_up,
    next_in_line,
    refuse_what_is_over,
    seat_or_line,
)
from groundswell.events.commands.plans import new_code
from groundswell.events.models import Event, Notice, RoleNeeded, Shift, SignUp
from groundswell.members.models import Member

CODE_LENGTH = 14
_THERE = (SignUp.State.COMING, SignUp.State.WAITING, SignUp.State.CAME)


def come(
    *,
    by: Member,
    event: Event,
    shift_id: int,
    key: UUID,
    guests: int = 0,
    role_id: int | None = None,
) -> SignUp:
    """Take a seat in a shift, or a place in its line. Safe to repeat: a person is there once.

    Exact however many come at once: the shift's row is locked while its seats are counted.
    """
    with transaction.atomic():
        shift = _shift(event, shift_id)
        before = shift.sign_ups.filter(member=by).first()
        if before is not None and before.state in _THERE:
            return before
        refuse_what_is_over(shift.event, shift)
        guests = _guests(shift.event, guests)
        sign_up = before or SignUp(event_id=shift.event_id, shift=shift, member=by, key=key)
        sign_up.line = next_in_line(shift)
        sign_up.state = seat_or_line(shift, guests + 1)
        sign_up.guests, sign_up.said_at = guests, clock.now()
        sign_up.role = _role(shift.event, role_id)
        sign_up.code = sign_up.code or new_code(CODE_LENGTH)
        sign_up.save()
        in_line = sign_up.state == SignUp.State.WAITING
        _tell(sign_up, Notice.Kind.IN_LINE if in_line else Notice.Kind.SIGNED_UP)
        _line(by, "come", sign_up)
    return sign_up


def cannot_come(*, by: Member | None, sign_up: SignUp) -> SignUp:
    """Give the seat back; the first in line moves up and is told. Safe to repeat.

    ``by`` None is whoever holds the link of the sign-up.
    """
    if by is not None and by.pk != sign_up.member_id:
        raise NotFound
    with transaction.atomic():
        shift = locked_shift(sign_up.shift_id)
        sign_up.refresh_from_db()
        if sign_up.state not in (SignUp.State.COMING, SignUp.State.WAITING):
            return sign_up
        sign_up.state = SignUp.State.CANCELLED
        sign_up.save(update_fields=["state"])
        forget_what_was_to_be_told(sign_up)
        move_up(shift)
        _line(by or sign_up.member, "cannot_come", sign_up)
    return sign_up


def change_party(*, by: Member | None, sign_up: SignUp, guests: int) -> SignUp:
    """Bring more friends or fewer; more only where there are seats and nobody waits."""
    if by is not None and by.pk != sign_up.member_id:
        raise NotFound
    with transaction.atomic():
        shift = locked_shift(sign_up.shift_id)
        sign_up.refresh_from_db()
        refuse_what_is_over(shift.event, shift)
        guests = _guests(shift.event, guests)
        more = guests - sign_up.guests
        coming = sign_up.state == SignUp.State.COMING
        if coming and more > 0 and seat_or_line(shift, more) != SignUp.State.COMING:
            raise Refused(_("There is no place left for another friend."))
        sign_up.guests = guests
        sign_up.save(update_fields=["guests"])
        move_up(shift)
        _line(by or sign_up.member, "change_party", sign_up)
    return sign_up


def forget_what_was_to_be_told(sign_up: SignUp) -> None:
    """Whoever does not come needs no reminders: withdraw what the worker has not written."""
    waiting = sign_up.notices.filter(state=Notice.State.WAITING)
    waiting.update(state=Notice.State.WITHDRAWN)


def _shift(event: Event, shift_id: int) -> Shift:
    if not Shift.objects.filter(pk=shift_id, event=event).exists():
        raise Refused(_("This page was too old: load it again."))
    return locked_shift(shift_id)


def _guests(event: Event, guests: int) -> int:
    most = event.guests_allowed
    if guests > most:
        raise Refused(
            ngettext(
                "You may bring %(most)d friend.", "You may bring up to %(most)d friends.", most
            )
            % {"most": most}
        )
    return max(0, guests)


def _role(event: Event, role_id: int | None) -> RoleNeeded | None:
    """The role somebody takes on, if it still needs somebody; without one they are as welcome."""
    role = event.roles_needed.select_for_update().filter(pk=role_id).first() if role_id else None
    if role is None:
        return None
    taken = role.taken_by.filter(state__in=(SignUp.State.COMING, SignUp.State.WAITING)).count()
    return role if taken < role.wanted else None


def _tell(sign_up: SignUp, kind: str) -> None:
    Notice.objects.get_or_create(
        sign_up=sign_up,
        kind=kind,
        turn=sign_up.line,
        defaults={"event_id": sign_up.event_id, "made_at": clock.now()},
    )


def _line(by: Member | None, action: str, sign_up: SignUp) -> None:
    write_audit_line(
        by=by.pk if by else None,
        action=f"events.{action}",
        subject=f"event_sign_up:{sign_up.pk}",
        details={"event": sign_up.event_id, "state": sign_up.state},
    )
