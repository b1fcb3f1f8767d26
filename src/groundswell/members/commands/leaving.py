"""Somebody leaves: the account is emptied, its row stays for what refers to it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.models import OutgoingMail
from groundswell.members import queries
from groundswell.members.announcements import MemberLeft
from groundswell.members.models import Member, Role, RoleRequest, SignInLink


def refuse_who_cannot_leave_yet(member: Member) -> None:
    """Refuse whoever is the last to answer for an area: they hand over first, or end the role."""
    alone = queries.roles_nobody_else_could_fill(member)
    if alone:
        raise Refused(
            _(
                "Nobody else answers for %(area)s (%(role)s). Have somebody take over first, or "
                "give the role back on the page of roles; then leave."
            )
            % {"area": alone[0].area.name, "role": alone[0].get_kind_display()}
        )


def empty_account(*, by: Member) -> int:
    """End one's own account: roles ended, name and address gone, every session over; rows touched.

    The row stays, as somebody who left, because results and decisions refer to it. Safe to repeat.
    """
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=by.pk)
        if member.left_at is not None:
            return 0
        refuse_who_cannot_leave_yet(member)
        touched = Role.objects.filter(member=member, ended_at=None).update(
            ended_at=clock.now(), ended_by=member
        )
        touched += RoleRequest.objects.filter(member=member).update(reason="")
        RoleRequest.objects.filter(member=member, decision=RoleRequest.Decision.OPEN).delete()
        touched += SignInLink.objects.filter(member=member).delete()[0]
        touched += EmailAddress.objects.filter(user=member).delete()[0]
        touched += Authenticator.objects.filter(user=member).delete()[0]
        touched += OutgoingMail.objects.filter(to__iexact=member.email).delete()[0]
        _empty(member)
        write_audit_line(by=by.pk, action="members.leave", subject=f"member:{by.pk}")
        announce(MemberLeft(member_id=by.pk))
    return int(touched) + 1


def _empty(member: Member) -> None:
    with translation.override(None):
        member.name = _("Somebody who left")
    member.email = f"left-{member.pk}@left.invalid"
    member.postcode = member.phone = ""
    member.branch = None
    member.is_active = False
    member.last_login = None
    member.left_at = clock.now()
    member.set_unusable_password()  # ends every session, as for ``end_sessions``
    member.save()
