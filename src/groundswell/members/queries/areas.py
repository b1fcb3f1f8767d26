"""Which areas somebody chooses from in a form."""

from django.db.models import QuerySet

from groundswell.members.models import Member
from groundswell.members.queries.roles import LOOK_AFTER, covered_paths, in_areas
from groundswell.places.models import Area

_ROLE_AREAS = (
    Area.Kind.COUNTRY,
    Area.Kind.NATION,
    Area.Kind.REGION,
    Area.Kind.CONSTITUENCY,
    Area.Kind.COUNCIL,
    Area.Kind.BRANCH,
)
_MANY = 400


def branches() -> QuerySet[Area]:
    """Where a member can belong: branches, or constituencies where the organisation has none."""
    today = Area.objects.filter(valid_to=None)
    own = today.filter(kind=Area.Kind.BRANCH)
    found = own if own.exists() else today.filter(kind=Area.Kind.CONSTITUENCY)
    return found.order_by("name", "pk")


def branches_looked_after(member: Member) -> QuerySet[Area]:
    """Those of ``branches`` that the member may add people to."""
    return branches().filter(in_areas("", covered_paths(member, *LOOK_AFTER)))


def areas_for_roles(member: Member | None = None) -> QuerySet[Area]:
    """Areas for which there are roles, wards included where that is no endless list.

    With ``member``: only those that the member's own roles cover.
    """
    areas = Area.objects.filter(valid_to=None)
    if member is not None:
        areas = areas.filter(in_areas("", covered_paths(member)))
    with_wards = areas.filter(kind__in=[*_ROLE_AREAS, Area.Kind.WARD])
    short = with_wards.count() <= _MANY
    chosen = with_wards if short else areas.filter(kind__in=_ROLE_AREAS)
    return chosen.order_by("kind", "name", "pk")
