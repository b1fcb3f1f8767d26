"""Which openings there are: for supporters of their area, and for those who organise them."""

from collections.abc import Sequence

from django.db.models import Count, Q, QuerySet, Sum

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.friends.models import Asked, Opening, Sieve
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths
from groundswell.members.queries.roles import in_areas

WATCHING = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)


def open_now() -> QuerySet[Opening]:
    """Openings that supporters can use today."""
    today = clock.today()
    return Opening.objects.filter(closed_at=None, starts_on__lte=today, ends_on__gte=today)


def openings_for_supporter(member: Member) -> list[Opening]:
    """Those open today for the member's area: it holds their branch, or lies in it; newest first.

    Nobody without a branch has any; whoever joins by an opening's link belongs to its area.
    """
    home = member.branch
    if home is None or not member.is_active:
        return []
    above = [int(step) for step in home.path.strip("/").split("/") if step]
    here = Q(area__in=above) | Q(area__path__startswith=home.path) | Q(area__branch=home)
    if home.kind == "ward" and home.branch_id:
        here |= Q(area=home.branch_id)
    return list(open_now().filter(here).select_related("area").order_by("-made_at", "-pk"))


def opening_by_code(code: str) -> Opening:
    """The opening that a link leads to, while it is open; else NotFound."""
    found = open_now().filter(code=code).select_related("area").first()
    if found is None:
        raise NotFound
    return found


def openings_watched(member: Member) -> QuerySet[Opening]:
    """The openings of the areas for which the member organises or answers; newest first."""
    mine = in_areas("area", covered_paths(member, *WATCHING))
    return Opening.objects.filter(mine).select_related("area", "universe").order_by("-made_at")


def opening_watched(member: Member, opening_id: int) -> Opening:
    """One of them; else NotFound."""
    found = openings_watched(member).filter(pk=opening_id).first()
    if found is None:
        raise NotFound
    return found


def sieves_of(openings: Sequence[Opening]) -> list[Sieve]:
    """The filters made for these openings, without their bodies."""
    made = Sieve.objects.filter(opening__in=openings).defer("body")
    return list(made.select_related("constituency").order_by("constituency__name", "pk"))


def asked_this_week(sieves: Sequence[Sieve]) -> tuple[int, int]:
    """How many supporters had something hashed with the key of these filters; keys in batches."""
    keys = {one.matching_key_id for one in sieves}
    told = Asked.objects.filter(matching_key__in=keys).aggregate(
        who=Count("member", distinct=True), batches=Sum("batches")
    )
    return told["who"], told["batches"] or 0


def sieve_for(member: Member, sieve_id: int) -> Sieve:
    """One filter, for a supporter of its area only; else NotFound."""
    openings = openings_for_supporter(member)
    found = Sieve.objects.filter(opening__in=openings, pk=sieve_id).first()
    if found is None:
        raise NotFound
    return found
