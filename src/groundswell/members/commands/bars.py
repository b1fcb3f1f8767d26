"""Keeping somebody out, in one click, and letting them in again."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members import queries
from groundswell.members.announcements import BarLifted, MemberBarred
from groundswell.members.commands.accounts import end_sessions
from groundswell.members.models import Barring, Member, SignInLink


def bar(*, by: Member | None, member: Member, reason: str = "") -> None:
    """Keep somebody out from this moment: sessions and links end, roles rest while it lasts.

    Batches come back and results are held by the parts that listen to ``MemberBarred``. One click
    is enough; called again with a reason it only sets the reason.
    """
    if by is not None and by == member:
        raise Refused(_("You cannot bar yourself: ask another organiser."))
    if by is not None and not queries.may_bar(by, member):
        raise Refused(
            _(
                "Only an organiser of their area can bar somebody, and only headquarters "
                "or the agent somebody who holds a role."
            )
        )
    why = reason.strip()[:300] or _("No reason given yet")
    with transaction.atomic():
        _barring, new = Barring.objects.get_or_create(
            member=member,
            lifted_at=None,
            defaults={"reason": why, "barred_by": by, "barred_at": clock.now()},
        )
        if not new:
            _change_reason(by, member, reason)
            return
        member.is_active = False
        member.save(update_fields=["is_active"])
        end_sessions(member)
        SignInLink.objects.filter(member=member, used_at=None).delete()
        write_audit_line(
            by=by.pk if by else None, action="members.bar", subject=f"member:{member.pk}"
        )
        announce(MemberBarred(member_id=member.pk, by_id=by.pk if by else None, reason=why))


def lift_bar(*, by: Member | None, member: Member) -> None:
    """Let somebody take part again; results that were held wait for their own decision."""
    if by is not None and by == member:
        raise Refused(_("You cannot lift your own bar: ask another organiser."))
    if by is not None and not queries.may_bar(by, member):
        raise Refused(_("Only an organiser of their area can lift the bar."))
    with transaction.atomic():
        lifted = Barring.objects.filter(member=member, lifted_at=None).update(
            lifted_by=by, lifted_at=clock.now()
        )
        if not lifted:
            return
        member.is_active = True
        member.save(update_fields=["is_active"])
        write_audit_line(
            by=by.pk if by else None, action="members.lift_bar", subject=f"member:{member.pk}"
        )
        announce(BarLifted(member_id=member.pk, by_id=by.pk if by else None))


def _change_reason(by: Member | None, member: Member, reason: str) -> None:
    if reason.strip():
        Barring.objects.filter(member=member, lifted_at=None).update(reason=reason.strip()[:300])
        write_audit_line(
            by=by.pk if by else None, action="members.give_reason", subject=f"member:{member.pk}"
        )
