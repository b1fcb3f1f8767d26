"""Whom a member has blocked."""

from django.db.models import QuerySet

from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.moderation.models import Block


def blocked_by(member: Member) -> QuerySet[Block]:
    """The member's own blocks, by name."""
    return Block.objects.filter(member=member).select_related("blocked").order_by("blocked__name")


def member_to_block(member_id: int) -> Member:
    """The member with this id, to be blocked or unblocked: nothing of them is shown."""
    member = Member.objects.filter(pk=member_id).first()
    if member is None:
        raise NotFound
    return member
