"""Groups and who is in them.

A group's page is for everybody: its name, label, imprint, words, goal and how many are in it. What
is written and kept there, and who is in it, is for its members. No role in the campaign opens it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from groundswell.common.errors import NotFound
from groundswell.groups.models import Group, Membership
from groundswell.members.models import Member
from groundswell.moderation.queries import hidden_ids, is_hidden
from groundswell.places.queries import find_postcode
from groundswell.places.rules import Position, metres_between

_METRES_A_MILE = 1609.344
_IN = Membership.State.IN


@dataclass(frozen=True)
class NearGroup:
    """A group and how far away it is."""

    group: Group
    metres: float

    @property
    def miles(self) -> float:
        """The distance in miles."""
        return self.metres / _METRES_A_MILE


def group_by_slug(member: Member | None, slug: str) -> Group:
    """The group of this address; a closed or hidden one only for who is in it."""
    group = Group.objects.select_related("area").filter(slug=slug).first()
    if group is None:
        raise NotFound
    if (group.closed_at or is_hidden("group", group.pk)) and not is_in(member, group):
        raise NotFound
    return group


def group_for_members(member: Member, slug: str) -> Group:
    """The group, for those who are in it; to everybody else it has no such page."""
    group = group_by_slug(member, slug)
    if not is_in(member, group):
        raise NotFound
    return group


def group_for_admin(member: Member, slug: str) -> Group:
    """The group, for its admins."""
    group = group_by_slug(member, slug)
    if not is_admin(member, group):
        raise NotFound
    return group


def membership_of(member: Member | None, group: Group) -> Membership | None:
    """How the member stands to the group, or None."""
    if member is None:
        return None
    return Membership.objects.filter(group=group, member=member).first()


def is_in(member: Member | None, group: Group) -> bool:
    """Whether the member is in the group now."""
    if member is None or not member.is_active:
        return False
    return Membership.objects.filter(group=group, member=member, state=_IN).exists()


def is_admin(member: Member | None, group: Group) -> bool:
    """Whether the member is an admin of the group now."""
    if member is None or not member.is_active:
        return False
    mine = Membership.objects.filter(group=group, member=member, state=_IN, admin=True)
    return mine.exists()


def admins_of(group: Group) -> QuerySet[Member]:
    """The group's admins, by name."""
    held = Membership.objects.filter(group=group, state=_IN, admin=True)
    return Member.objects.filter(pk__in=held.values("member"), is_active=True).order_by("name")


def count_members(group: Group) -> int:
    """How many are in the group."""
    return Membership.objects.filter(group=group, state=_IN).count()


def groups_of(member: Member) -> QuerySet[Group]:
    """The open groups that the member is in, by name."""
    mine = Membership.objects.filter(member=member, state=_IN)
    return Group.objects.filter(pk__in=mine.values("group"), closed_at=None).order_by("name")


def groups_found(words: str = "") -> QuerySet[Group]:
    """Open groups whose name, interest or area has these words, by name; anybody may see them."""
    found = Group.objects.filter(closed_at=None).select_related("area")
    for word in words.split()[:6]:
        found = found.filter(
            Q(name__icontains=word) | Q(interest__icontains=word) | Q(area__name__icontains=word)
        )
    return found.order_by("name", "pk")


def groups_near(postcode: str, *, within_miles: float = 25, most: int = 30) -> list[NearGroup]:
    """Open groups with a place near this postcode, the nearest first; none if it is unknown."""
    here = find_postcode(postcode)
    if here is None:
        return []
    middle = Position(here.latitude, here.longitude)
    placed = groups_found().exclude(latitude=None).exclude(longitude=None)
    found = [NearGroup(one, metres_between(middle, _position(one))) for one in placed]
    hidden = hidden_ids("group", [one.group.pk for one in found])
    near = [one for one in found if one.miles <= within_miles and one.group.pk not in hidden]
    return sorted(near, key=lambda one: (one.metres, one.group.name))[:most]


def shown_in_lists(groups: Iterable[Group]) -> list[Group]:
    """Those of the groups that are not hidden as a whole."""
    found = list(groups)
    hidden = hidden_ids("group", [group.pk for group in found])
    return [group for group in found if group.pk not in hidden]


def label_of(group: Group) -> str:
    """Whose group it is, in words that stand on each of its pages and mails."""
    if group.is_independent:
        return _("Independent group: not run by the campaign")
    return _("Group of the campaign")


def _position(group: Group) -> Position:
    return Position(group.latitude or 0.0, group.longitude or 0.0)
