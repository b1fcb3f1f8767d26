"""The councils whose registers a member manages."""

from django.db.models import Q, QuerySet

from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths
from groundswell.places.models import Area


def councils_for(member: Member) -> QuerySet[Area]:
    """Councils and counties that lie in, or reach into, the areas whose data the member manages.

    A constituency may lie in several councils and a council in several constituencies, so a
    council also counts when one of its wards lies in the member's area.
    """
    paths = covered_paths(member, Role.Kind.DATA_MANAGER)
    within = Q(pk__in=[])
    for path in paths:
        within |= Q(path__startswith=path)
    wards = Area.objects.filter(within, kind=Area.Kind.WARD, council__isnull=False)
    councils = Area.objects.filter(kind=Area.Kind.COUNCIL, valid_to=None)
    return councils.filter(within | Q(pk__in=wards.values("council"))).order_by("name")
