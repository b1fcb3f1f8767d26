"""Which universes there are for an organiser, and for which areas they may make them."""

from django.db.models import Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, holds_role
from groundswell.members.queries.roles import in_areas
from groundswell.places.models import Area
from groundswell.targeting.models import Universe


def may_target(member: Member | None, area: Area) -> bool:
    """Whether the member is an organiser of the area or of one above it."""
    return holds_role(member, Role.Kind.ORGANISER, area=area)


def check_may_target(member: Member | None, area: Area) -> None:
    """Raise NotFound for anybody but an organiser of the area."""
    if not may_target(member, area):
        raise NotFound


def universes_for(member: Member) -> QuerySet[Universe]:
    """Universes in use for the organiser's areas, by name: shared ones, and their own."""
    paths = covered_paths(member, Role.Kind.ORGANISER)
    return (
        Universe.objects.filter(in_areas("area", paths), retired_at=None)
        .filter(Q(shared=True) | Q(made_by=member))
        .select_related("area", "made_by")
        .order_by("name", "pk")
    )


def universe_for(member: Member, universe_id: int) -> Universe:
    """One of them; NotFound where the member may not see it, and once it is retired."""
    universe = universes_for(member).filter(pk=universe_id).first()
    if universe is None:
        raise NotFound
    return universe
