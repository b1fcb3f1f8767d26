"""Whom a member has blocked, and whom they may block.

Whoever could block anybody by number would read the names of all members in their own list. So a
button to block somebody carries a proof, made where the member was shown that person.
"""

from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.moderation.models import Block


def blocked_by(member: Member) -> QuerySet[Block]:
    """The member's own blocks, by name."""
    return Block.objects.filter(member=member).select_related("blocked").order_by("blocked__name")


def block_proof(member: Member, member_id: int) -> str:
    """What the button carries with which ``member`` blocks the other."""
    words = f"{member.pk}:{member_id}"
    return salted_hmac("moderation.block", words, algorithm="sha256").hexdigest()[:32]


def member_to_block(member: Member, member_id: int, proof: str) -> Member:
    """The other, where the proof is right; else NotFound."""
    other = Member.objects.filter(pk=member_id).first()
    if other is None or not constant_time_compare(proof, block_proof(member, member_id)):
        raise NotFound
    return other


def member_to_unblock(member: Member, member_id: int) -> Member:
    """Somebody whom the member has blocked; else NotFound."""
    there = Block.objects.filter(member=member, blocked=member_id).select_related("blocked").first()
    if there is None:
        raise NotFound
    return there.blocked
