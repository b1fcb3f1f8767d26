"""Who holds which role, and what it covers."""

from collections.abc import Callable, Iterable

from django.db.models import Q, QuerySet

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.members import reach, rules
from groundswell.members.models import Member, Role, RoleRequest
from groundswell.places.models import Area

LOOK_AFTER = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)
GRANTERS = (Role.Kind.AGENT, Role.Kind.HEADQUARTERS)


def roles_held(member: Member | None, *kinds: str) -> QuerySet[Role]:
    """The member's roles in force today, of these kinds (none given: of every kind)."""
    if member is None or not member.is_active:
        return Role.objects.none()
    roles = roles_in_force().filter(member=member)
    return roles.filter(kind__in=kinds) if kinds else roles


def roles_in_force() -> QuerySet[Role]:
    """Every role that is neither ended nor run out."""
    return in_force(Role.objects.all())


def in_force(roles: QuerySet[Role]) -> QuerySet[Role]:
    """Those of ``roles`` that are neither ended nor run out."""
    return roles.filter(ended_at=None, ends_on__gte=clock.today())


def over(roles: QuerySet[Role]) -> QuerySet[Role]:
    """Those of ``roles`` that were ended or have run out."""
    return roles.exclude(ended_at=None, ends_on__gte=clock.today())


def role_seen_by(member: Member, role_id: int) -> Role:
    """One role, one's own or of one's areas; else NotFound."""
    seen = _of_my_areas(member) | Q(member=member)
    role = Role.objects.filter(seen, pk=role_id).select_related("area").first()
    if role is None:
        raise NotFound
    return role


def areas_held(member: Member | None, *kinds: str) -> list[Area]:
    """The areas for which the member holds one of these roles, by name."""
    held = roles_held(member, *kinds).values("area")
    return list(Area.objects.filter(pk__in=held).order_by("name", "pk"))


def covered_paths(member: Member | None, *kinds: str) -> list[str]:
    """``Area.path`` prefixes of all that the member's roles of these kinds cover.

    A role for an area covers everything beneath it; a role for a branch also covers the wards
    that belong to the branch without lying beneath it.
    """
    held = roles_held(member, *kinds).values_list("area__path", "area__kind", "area_id")
    rows = list(held)
    branches = [pk for _path, kind, pk in rows if kind == Area.Kind.BRANCH]
    paths = {path for path, _kind, _pk in rows}
    if branches:
        paths.update(Area.objects.filter(branch__in=branches).values_list("path", flat=True))
    return sorted(paths)


def holds_role(member: Member | None, *kinds: str, area: Area | None = None) -> bool:
    """Whether the member holds one of these roles for ``area`` or one above it.

    Without ``area``: whether they hold one anywhere. Without ``kinds``: any role.
    """
    if area is None:
        return roles_held(member, *kinds).exists()
    return rules.covers(covered_paths(member, *kinds), area.path)


def has_any_role(member: Member | None) -> bool:
    """Whether the member can see more than a batch, and so needs a second factor."""
    return holds_role(member)


def in_menu_for(*kinds: str) -> Callable[[object], bool]:
    """A ``visible`` for ``look.navigation.register_item``: those who hold one of these roles.

    All entries of a page ask the database once between them. Only the menu may: a page asks
    ``holds_role``.
    """

    def visible(member: object) -> bool:
        if not isinstance(member, Member) or not member.is_active:
            return False
        held = member.kinds_held_at_a_glance
        return bool(held.intersection(kinds) if kinds else held)

    return visible


def may_grant(member: Member | None, kind: str, area: Area) -> bool:
    """Whether the member may grant, refuse or end a role of this kind for this area."""
    granting = rules.kinds_that_grant(kind)
    return bool(granting) and holds_role(member, *granting, area=area)


def may_look_after(member: Member | None, other: Member) -> bool:
    """Whether the member may see, vet and bar the other.

    They hold a caller-side role for the other's branch (for people of no branch: a role at the
    top), or the other takes part in something of theirs (see ``reach``).
    """
    if member is None or not holds_role(member, *LOOK_AFTER):
        return False
    if other.branch is not None and holds_role(member, *LOOK_AFTER, area=other.branch):
        return True
    if other.branch is None and roles_held(member, *LOOK_AFTER).filter(area__parent=None).exists():
        return True
    return reach.reaches(member, other)


def may_bar(member: Member | None, other: Member) -> bool:
    """Whether the member may bar the other and lift it: theirs to look after, their roles too."""
    return may_look_after(member, other) and all(
        may_grant(member, role.kind, role.area)
        for role in roles_in_force().filter(member=other).select_related("area")
    )


def roles_seen_by(member: Member) -> QuerySet[Role]:
    """Roles, ended ones too, for the areas that the member has a role for, beneath and above."""
    return Role.objects.filter(_of_my_areas(member)).select_related(
        "member", "area", "granted_by", "ended_by"
    )


def requests_seen_by(member: Member) -> QuerySet[RoleRequest]:
    """Requests for roles, answered ones too, seen like ``roles_seen_by``, and one's own."""
    seen = _of_my_areas(member) | Q(member=member)
    return RoleRequest.objects.filter(seen).select_related("member", "area", "decided_by")


def _of_my_areas(member: Member) -> Q:
    paths = covered_paths(member)
    return in_areas("area", paths) | Q(area__path__in=_paths_above(paths))


def in_areas(field: str, paths: Iterable[str]) -> Q:
    """Rows whose ``field``, a foreign key to an area, lies at or beneath one of ``paths``.

    With an empty ``field`` the rows are areas themselves.
    """
    name = f"{field}__path__startswith" if field else "path__startswith"
    beneath = Q(pk__in=[])
    for path in paths:
        beneath |= Q(**{name: path})
    return beneath


def _paths_above(paths: Iterable[str]) -> set[str]:
    above: set[str] = set()
    for path in paths:
        steps = path.strip("/").split("/")
        above.update(f"/{'/'.join(steps[:n])}/" for n in range(1, len(steps)))
    return above
