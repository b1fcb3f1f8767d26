"""What is hidden."""

from collections.abc import Iterable

from django.db.models import QuerySet

from groundswell.moderation.models import Hidden


def is_hidden(kind: str, thing: int) -> bool:
    """Whether this thing is hidden."""
    return Hidden.objects.filter(kind=kind, thing=thing).exists()


def hidden_things(kind: str) -> QuerySet[Hidden, int]:
    """The ids of everything of this kind that is hidden, for a subquery."""
    return Hidden.objects.filter(kind=kind).values_list("thing", flat=True)


def hidden_ids(kind: str, things: Iterable[int]) -> set[int]:
    """Which of these things are hidden."""
    found = Hidden.objects.filter(kind=kind, thing__in=list(things))
    return set(found.values_list("thing", flat=True))
