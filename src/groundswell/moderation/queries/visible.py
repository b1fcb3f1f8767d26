"""What is hidden."""

from collections.abc import Iterable

from groundswell.moderation.models import Hidden


def is_hidden(kind: str, thing: int) -> bool:
    """Whether this thing is hidden."""
    return Hidden.objects.filter(kind=kind, thing=thing).exists()


def hidden_ids(kind: str, things: Iterable[int]) -> set[int]:
    """Which of these things are hidden."""
    found = Hidden.objects.filter(kind=kind, thing__in=list(things))
    return set(found.values_list("thing", flat=True))
