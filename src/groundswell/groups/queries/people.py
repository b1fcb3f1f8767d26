"""Who is in a group, for who is in it."""

from django.db.models import QuerySet

from groundswell.common.errors import NotFound
from groundswell.groups.models import Group, Membership
from groundswell.groups.queries.groups import is_admin
from groundswell.members.models import Member
from groundswell.members.queries.roles import roles_in_force


def people_in(group: Group) -> QuerySet[Membership]:
    """Who is in the group, admins first, by name."""
    found = Membership.objects.filter(group=group, state=Membership.State.IN)
    return found.select_related("member").order_by("-admin", "member__name", "pk")


def asking_to_join(member: Member, group: Group) -> QuerySet[Membership]:
    """Who asked to join, for admins; none for others."""
    if not is_admin(member, group):
        return Membership.objects.none()
    asked = Membership.objects.filter(group=group, state=Membership.State.ASKED)
    return asked.select_related("member").order_by("since", "pk")


def person_of(group: Group, member_id: int) -> Member:
    """Somebody who is in the group, was, or asked."""
    found = Membership.objects.filter(group=group, member=member_id).select_related("member")
    theirs = found.first()
    if theirs is None:
        raise NotFound
    return theirs.member


def heirs_of(member: Member, group: Group) -> QuerySet[Member]:
    """Who could look after the group in the member's place."""
    others = Membership.objects.filter(group=group, state=Membership.State.IN)
    found = Member.objects.filter(pk__in=others.values("member"), is_active=True)
    if group.is_independent:
        found = found.exclude(pk__in=roles_in_force().values("member"))
    return found.exclude(pk=member.pk).order_by("name", "pk")


def campaigners_among(group: Group) -> set[int]:
    """Members of the group who hold a role in the campaign, told to its own members.

    Whoever works for the campaign and in an independent group may join the two: both should know.
    """
    people = people_in(group).values("member")
    return set(roles_in_force().filter(member__in=people).values_list("member", flat=True))
