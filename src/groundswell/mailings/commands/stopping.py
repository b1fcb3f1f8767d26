"""Stopping a mailing for good, and what is done about copies nobody knows of."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.mailings.models import Mailing, Recipient
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role

_GOING = (Mailing.State.WAITING, Mailing.State.SENDING, Mailing.State.PAUSED)


def stop_mailing(*, by: Member, mailing: Mailing) -> None:
    """Stop it for good; what has not gone does not go, and no longer counts for the week."""
    _must_organise(by, mailing)
    with transaction.atomic():
        stopped = Mailing.objects.filter(pk=mailing.pk, state__in=_GOING).update(
            state=Mailing.State.STOPPED, ended_at=clock.now()
        )
        if stopped:
            stop_what_waits()
            _write_line(by, "stop", mailing)


def stop_what_waits() -> None:
    """Copies of stopped mailings that wait, or came back from a sender, stop with them."""
    waiting = Recipient.objects.filter(
        state=Recipient.State.WAITING, mailing__state=Mailing.State.STOPPED
    )
    waiting.update(state=Recipient.State.STOPPED)


def hold_up_what_nobody_answers_for() -> None:
    """Pause what is on its way once its writer organises the area no more.

    Another organiser of the area has it go on, or stops it. Safe to repeat.
    """
    for mailing in Mailing.objects.filter(state=Mailing.State.SENDING).select_related("area"):
        if holds_role(mailing.written_by, Role.Kind.ORGANISER, area=mailing.area):
            continue
        with transaction.atomic():
            sending = Mailing.objects.filter(pk=mailing.pk, state=Mailing.State.SENDING)
            if sending.update(state=Mailing.State.PAUSED):
                _write_line(None, "hold_up", mailing)


def send_unknown_again(*, by: Member, mailing: Mailing) -> int:
    """Send copies again of which nobody knows whether they went; how many.

    Some people may get it twice, though under the same Message-ID, by which many mail servers
    know it again. So a person decides.
    """
    _must_organise(by, mailing)
    with transaction.atomic():
        unknown = mailing.recipients.filter(state=Recipient.State.UNKNOWN)
        again = unknown.update(state=Recipient.State.WAITING, in_trial=True)
        if again:
            Mailing.objects.filter(pk=mailing.pk, state=Mailing.State.SENT).update(
                state=Mailing.State.SENDING, ended_at=None
            )
            _write_line(by, "send_unknown_again", mailing)
    return again


def _must_organise(by: Member, mailing: Mailing) -> None:
    if not holds_role(by, Role.Kind.ORGANISER, area=mailing.area):
        raise Refused(
            _("Only an organiser of %(area)s writes to its members: ask one of them.")
            % {"area": mailing.area.name}
        )


def _write_line(by: Member | None, verb: str, mailing: Mailing) -> None:
    write_audit_line(
        by=by.pk if by else None, action=f"mailings.{verb}", subject=f"mailing:{mailing.pk}"
    )
