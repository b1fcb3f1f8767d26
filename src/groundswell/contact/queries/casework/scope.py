"""Of cases and offers alike: which a member may see, and what is read along with them."""

from typing import TypeVar

from django.db.models import F, Manager, Model, Q, QuerySet

from groundswell.members.models import Member, Role
from groundswell.register.queries import reach_of

CASEWORKERS = (Role.Kind.ORGANISER, Role.Kind.AGENT)
T = TypeVar("T", bound=Model)


def in_areas_of(member: Member, rows: Manager[T]) -> QuerySet[T]:
    """Those of the areas that the member organises or answers for."""
    reach = reach_of(member, *CASEWORKERS)
    return rows.filter(reach.electors, constituency__in=reach.seats)


def read_along(rows: QuerySet[T], *people: str) -> QuerySet[T]:
    """With elector, household and these people, each within its constituency."""
    of_one_seat = Q(elector=None) | Q(elector__constituency_id=F("constituency_id"))
    at_home = Q(household=None) | Q(household__constituency_id=F("constituency_id"))
    return rows.filter(of_one_seat, at_home).select_related("elector", "household", *people)
