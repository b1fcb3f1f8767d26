"""Which electors a member may look at here, and whose results they may correct."""

from django.db.models import Q

from groundswell.contact.models import Attempt
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths
from groundswell.places.models import Area


def may_correct(member: Member, attempt: Attempt) -> bool:
    """Whether the member organises where the attempt was made.

    A ward may lie in one constituency and a council in several, so any of the elector's places
    at the time will do.
    """
    places = [attempt.polling_district_id, attempt.ward_id, attempt.constituency_id]
    within = Q(pk__in=[])
    for path in covered_paths(member, Role.Kind.ORGANISER):
        within |= Q(path__startswith=path)
    return Area.objects.filter(within, pk__in=[one for one in places if one]).exists()
