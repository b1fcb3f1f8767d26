"""The rows that every total is a sum of."""

from django.db.models import Q, QuerySet

from groundswell.contact.models import Tally
from groundswell.places.models import Area
from groundswell.register.queries.seats import all_seats


def tallies_in(area: Area) -> QuerySet[Tally]:
    """The rows of the tally that lie in an area, whatever its kind; sum their columns.

    Held and voided results are not in them. ``hour`` is the beginning of the hour in UTC.
    """
    match area.kind:
        case Area.Kind.CONSTITUENCY:
            return Tally.objects.filter(constituency=area)
        case Area.Kind.POLLING_DISTRICT:
            return _anywhere().filter(polling_district_id=area.pk)
        case Area.Kind.WARD:
            return _anywhere().filter(ward_id=area.pk)
    beneath = Area.objects.filter(path__startswith=area.path)
    wards = Q(branch=area) | Q(council=area) | Q(path__startswith=area.path)
    return _anywhere().filter(
        Q(constituency__in=beneath.values("pk"))
        | Q(ward_id__in=Area.objects.filter(wards, kind=Area.Kind.WARD).values("pk"))
    )


def _anywhere() -> QuerySet[Tally]:
    """All of it, the constituencies named, as rows are found by them."""
    return Tally.objects.filter(constituency__in=all_seats())
