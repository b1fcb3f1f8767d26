"""People who campaign, as those who look after them see them."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.members import rules
from groundswell.members.models import Barring, Member, Role, SignInLink
from groundswell.members.queries.roles import (
    LOOK_AFTER,
    covered_paths,
    in_areas,
    may_look_after,
    roles_held,
    roles_in_force,
)
from groundswell.places.models import Area


def members_of_area(member_asking: Member, area: Area | None = None) -> QuerySet[Member]:
    """Members of the asker's areas (of ``area`` alone, where given), barred ones too, by name.

    Whoever holds a role at the top sees those of no branch as well.
    """
    paths = covered_paths(member_asking, *LOOK_AFTER)
    mine = in_areas("branch", paths)
    if roles_held(member_asking, *LOOK_AFTER).filter(area__parent=None).exists():
        mine |= Q(branch=None)
    people = Member.objects.filter(mine, left_at=None)
    if area is not None:
        people = people.filter(in_areas("branch", [area.path]))
    return people.select_related("branch").order_by("name", "pk")


def member_seen_by(member_asking: Member, member_id: int) -> Member:
    """The member with this id, for whoever looks after them, and for themselves."""
    member = Member.objects.select_related("branch").filter(pk=member_id).first()
    if member is None or not (member == member_asking or may_look_after(member_asking, member)):
        raise NotFound
    return member


def organisers_of(area: Area) -> QuerySet[Member]:
    """The organisers in force of an area, those of the areas above it included."""
    return holders_of(area, Role.Kind.ORGANISER)


def holders_of(area: Area | None, *kinds: str) -> QuerySet[Member]:
    """Who holds one of these roles for an area or one above it; of no area: anywhere, by name."""
    held = roles_in_force().filter(member=OuterRef("pk"), kind__in=kinds)
    if area is not None:
        steps = [int(step) for step in area.path.strip("/").split("/")]
        held = held.filter(area__in=[*steps, area.branch_id])
    return Member.objects.filter(Exists(held), is_active=True).order_by("name", "pk")


def roles_nobody_else_could_fill(member: Member) -> list[Role]:
    """Roles in force of theirs with which an area, or everything, would lose its last answer.

    For headquarters' that is another at headquarters; for an organiser's or agent's anybody who
    looks after the area, from above too.
    """
    held = roles_held(member, *LOOK_AFTER).select_related("area")
    return [role for role in held if not _others_for(role).exclude(pk=member.pk).exists()]


def _others_for(role: Role) -> QuerySet[Member]:
    if role.kind == Role.Kind.HEADQUARTERS:
        return holders_of(role.area, Role.Kind.HEADQUARTERS)
    return holders_of(role.area, *LOOK_AFTER)


def bar_in_force(member: Member) -> Barring | None:
    """The bar that keeps somebody out now, or None."""
    return Barring.objects.filter(member=member, lifted_at=None).first()


def past_bars(member: Member) -> QuerySet[Barring]:
    """Bars that were lifted, the latest first."""
    past = Barring.objects.filter(member=member).exclude(lifted_at=None)
    return past.select_related("barred_by", "lifted_by").order_by("-barred_at")


def where_own_link_leads(member: Member | None, token: str) -> str | None:
    """Where a link leads that the one who is signed in already owns; None for any other."""
    if member is None:
        return None
    return (
        SignInLink.objects.filter(member=member, token_hash=rules.link_hash(token))
        .values_list("leads_to", flat=True)
        .first()
    )
