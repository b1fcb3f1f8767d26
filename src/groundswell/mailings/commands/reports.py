"""What became of mails after they were handed over: bounces stop an address, complaints more."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common.audit import write_audit_line
from groundswell.mailings.commands.wishes import choose, stop_address
from groundswell.mailings.models import Recipient, StoppedAddress
from groundswell.mailings.providers.reports import Kind, Report
from groundswell.mailings.queries.links import recipient_named
from groundswell.mailings.registry import kinds
from groundswell.members.models import Member

_State = Recipient.State


def take_reports(*, reports: Iterable[Report]) -> None:
    """Act on what a mail service reports; safe to repeat.

    An address that bounced for good, or whose owner complained, gets nothing more; a complaint
    also unsubscribes its member from every kind. A copy of which nobody knew whether it went is
    settled by the first report on it.
    """
    for report in reports:
        with transaction.atomic():
            _act_on(report)


def _act_on(report: Report) -> None:
    copy = _copy_of(report)
    email = copy.member.email if copy is not None else report.email.strip()
    if copy is not None:
        _settle(copy, report.kind)
    if report.kind == Kind.ARRIVED or not email:
        return
    complained = report.kind == Kind.COMPLAINED
    reasons = StoppedAddress.Reason
    if StoppedAddress.objects.filter(email=email.lower()).exists() and not complained:
        return
    stop_address(email=email, reason=reasons.COMPLAINED if complained else reasons.BOUNCED)
    member = Member.objects.filter(email__iexact=email).first()
    if member is not None and complained:
        for kind in kinds():
            choose(
                by=None,
                member=member,
                kind=kind.name,
                wanted=False,
                how=_("Called a mail of ours unwanted"),
            )
    write_audit_line(
        by=None,
        action="mailings.take_report",
        subject=f"member:{member.pk}" if member else "",
        details={"kind": report.kind.value},
    )


def _copy_of(report: Report) -> Recipient | None:
    """The copy that is meant: by its Message-ID, which nobody can make up."""
    recipient_id = recipient_named(report.message_id)
    if recipient_id is None:
        return None
    return Recipient.objects.select_related("member").filter(pk=recipient_id).first()


def _settle(copy: Recipient, kind: Kind) -> None:
    if copy.state in {_State.UNKNOWN, _State.HELD}:
        Recipient.objects.filter(pk=copy.pk, state=_State.UNKNOWN).update(state=_State.SENT)
    if kind != Kind.ARRIVED:
        Recipient.objects.filter(pk=copy.pk).update(came_back=kind.value)
