"""What supporters told of their friends."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from groundswell.friends.models import Asked, Confidence
from groundswell.members.models import Member


def confided_by(member: Member) -> QuerySet[Confidence]:
    """What the member told and did not take back, newest first."""
    told = Confidence.objects.filter(member=member).exclude(state=Confidence.State.TAKEN_BACK)
    return told.order_by("-received_at", "-pk")


def times_asked(member: Member) -> QuerySet[Asked]:
    """How much the member's devices had hashed with each week's key."""
    return Asked.objects.filter(member=member).select_related("matching_key").order_by("pk")


def confided_on(person: UUID) -> QuerySet[Confidence]:
    """What stands on somebody's record because a friend of theirs told it."""
    return Confidence.objects.filter(person=person).order_by("received_at", "pk")


def tellers(since: datetime) -> QuerySet[Any, int]:
    """The ids of members who told something since then."""
    told = Confidence.objects.filter(received_at__gte=since)
    told = told.exclude(state=Confidence.State.TAKEN_BACK)
    return told.values_list("member_id", flat=True)
