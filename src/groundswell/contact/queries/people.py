"""Which electors a person is, and where we have any."""

from uuid import UUID

from groundswell.places.models import Area
from groundswell.register.models import Elector


def constituencies() -> list[int]:
    """Every constituency there is; each elector belongs to one."""
    return list(Area.objects.filter(kind=Area.Kind.CONSTITUENCY).values_list("pk", flat=True))


def electors_of(person: UUID) -> list[tuple[int, int]]:
    """The entries of one person, in each constituency where they are or were registered.

    Pairs of constituency and elector; naming the constituencies lets each be looked up by index.
    """
    entries = Elector.objects.filter(constituency__in=constituencies(), person=person).order_by(
        "pk"
    )
    return list(entries.values_list("constituency_id", "pk"))
