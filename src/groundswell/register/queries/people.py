"""The entries that are one person."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from groundswell.register.models import Elector
from groundswell.register.queries.seats import all_seats

_AT_ONCE = 500


def electors_of(person: UUID) -> QuerySet[Elector]:
    """Every entry of one person, closed ones too, in any constituency, the newest first.

    The constituencies are named, so that each is looked up by its index.
    """
    return Elector.objects.filter(constituency_id__in=all_seats(), person=person).order_by("-pk")


def electors_of_people(people: Collection[UUID]) -> dict[int, list[int]]:
    """The entries of many people: constituency → electors."""
    seats, some = all_seats(), list(people)
    found: dict[int, list[int]] = {}
    for start in range(0, len(some), _AT_ONCE):
        rows = Elector.objects.filter(
            constituency_id__in=seats, person__in=some[start : start + _AT_ONCE]
        )
        for seat, elector_id in rows.values_list("constituency_id", "pk"):
            found.setdefault(seat, []).append(elector_id)
    return found
