"""The door: who came, by the list or their code, and who walked in."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.events.commands.line import locked_shift, next_in_line
from groundswell.events.commands.plans import new_code
from groundswell.events.commands.signing_up import CODE_LENGTH
from groundswell.events.models import Event, Shift, SignUp
from groundswell.events.queries import runs
from groundswell.members.commands import open_account
from groundswell.members.models import Member


def mark(
    *,
    by: Member,
    event: Event,
    sign_up_id: int,
    state: str,
    at: datetime | None = None,
    how: str = SignUp.How.LIST,
) -> SignUp:
    """Note that somebody came, did not come, or (a mistap) neither. Safe to repeat.

    ``at`` is when the door was tapped by the clock of its device: what was tapped later holds,
    however late and in whatever order a device without signal tells it.
    """
    if state not in (SignUp.State.CAME, SignUp.State.NO_SHOW, SignUp.State.COMING):
        raise Refused(_("This page was too old: load it again."))
    _must_run(by, event)
    moment = min(at or clock.now(), clock.now())
    with transaction.atomic():
        sign_up = (
            SignUp.objects.select_for_update(of=("self",))
            .filter(pk=sign_up_id, event=event)
            .first()
        )
        if sign_up is None:
            raise NotFound
        if sign_up.marked_at is not None and sign_up.marked_at >= moment:
            return sign_up
        came = state == SignUp.State.CAME
        sign_up.state, sign_up.marked_at = state, moment
        sign_up.checked_in_at = moment if came else None
        sign_up.checked_in_by = by if came else None
        sign_up.checked_in_how = how if came else ""
        sign_up.save()
        _line(by, "mark", sign_up)
    return sign_up


def walk_in(
    *, by: Member, event: Event, shift_id: int, key: UUID, name: str, email: str = ""
) -> SignUp:
    """Somebody who came without signing up; with an e-mail address, if they like, an account too.

    Safe to repeat under the same ``key``. The room is as full as it is: no capacity is asked.
    """
    _must_run(by, event)
    name, email = name.strip()[:120], email.strip()
    if not name:
        raise Refused(_("Write their name, or what they would like to be called."))
    if email:
        _refuse_wrong(email)
    if not Shift.objects.filter(pk=shift_id, event=event).exists():
        raise Refused(_("This page was too old: load it again."))
    with transaction.atomic():
        shift = locked_shift(shift_id)
        before = SignUp.objects.filter(key=key, event=event).first()
        if before is not None:
            return before
        member = _member(event, name, email) if email else None
        known = shift.sign_ups.filter(member=member).first() if member else None
        sign_up = known or SignUp(
            event=event,
            shift=shift,
            member=member,
            key=key,
            line=next_in_line(shift),
            code=new_code(CODE_LENGTH),
            said_at=clock.now(),
        )
        sign_up.name = name
        sign_up.state, sign_up.marked_at = SignUp.State.CAME, clock.now()
        sign_up.checked_in_at, sign_up.checked_in_by = clock.now(), by
        sign_up.checked_in_how = SignUp.How.WALK_IN
        sign_up.save()
        _line(by, "walk_in", sign_up)
    return sign_up


def _member(event: Event, name: str, email: str) -> Member:
    """The account of this address, or a new supporter's: the host learns not which."""
    there = Member.objects.filter(email__iexact=email).first()
    return there or open_account(
        by=None, email=email, name=name, branch=None if event.is_independent else event.area
    )


def _refuse_wrong(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise Refused(_("This is no e-mail address: look at it again, or leave it out.")) from None


def _must_run(by: Member, event: Event) -> None:
    if not runs(by, event):
        raise NotFound


def _line(by: Member, action: str, sign_up: SignUp) -> None:
    write_audit_line(
        by=by.pk,
        action=f"events.{action}",
        subject=f"event_sign_up:{sign_up.pk}",
        details={"state": sign_up.state, "how": sign_up.checked_in_how},
    )
