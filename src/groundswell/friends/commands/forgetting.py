"""Taking away what is held here: on an elector who is erased, and on a member who leaves."""

from uuid import UUID

from groundswell.friends.models import Asked, Confidence
from groundswell.members.models import Member


def forget_person(person: UUID) -> int:
    """Delete what friends told of somebody; how many rows. Safe to repeat."""
    return Confidence.objects.filter(person=person).delete()[0]


def forget_member(member: Member) -> int:
    """Delete what a member told; what stands on voters' records stays with the voters."""
    counted = Asked.objects.filter(member=member).delete()[0]
    return counted + Confidence.objects.filter(member=member).delete()[0]
