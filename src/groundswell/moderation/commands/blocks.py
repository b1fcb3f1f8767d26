"""Wanting to read nothing of somebody."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.moderation.models import Block


@transaction.atomic
def block(*, by: Member, member: Member) -> None:
    """Show ``by`` nothing that the member posts, and mail none of it; the member is not told."""
    if by == member:
        raise Refused(_("You cannot block yourself."))
    _row, new = Block.objects.get_or_create(
        member=by, blocked=member, defaults={"since": clock.now()}
    )
    if new:
        write_audit_line(by=by.pk, action="moderation.block", subject=f"member:{member.pk}")


@transaction.atomic
def unblock(*, by: Member, member: Member) -> None:
    """Take a block back."""
    gone, _rows = Block.objects.filter(member=by, blocked=member).delete()
    if gone:
        write_audit_line(by=by.pk, action="moderation.unblock", subject=f"member:{member.pk}")
