"""Rows that hang on one elector."""

from django.db.models import Q, QuerySet

from groundswell.register.models import Elector, PastVote, RegisterEntry, Review, Tag


def entries_of(elector: Elector) -> QuerySet[RegisterEntry]:
    """The rows of register files that are this elector's, the latest first."""
    return (
        RegisterEntry.objects.filter(constituency_id=elector.constituency_id, elector_id=elector.pk)
        .select_related("register_import")
        .order_by("-register_import_id", "-line_number")
    )


def tags_of(elector: Elector) -> QuerySet[Tag]:
    """The words attached to an elector."""
    return Tag.objects.filter(
        constituency_id=elector.constituency_id, elector_id=elector.pk
    ).order_by("name")


def past_votes_of(elector: Elector) -> QuerySet[PastVote]:
    """At which elections they voted, where a state's voter file says so."""
    return PastVote.objects.filter(
        constituency_id=elector.constituency_id, elector_id=elector.pk
    ).order_by("-held_on")


def reviews_of(elector: Elector) -> QuerySet[Review]:
    """What was, or is, to be looked at about an elector."""
    either = Q(elector_id=elector.pk) | Q(other_elector_id=elector.pk)
    return Review.objects.filter(either, constituency_id=elector.constituency_id).order_by("-pk")
