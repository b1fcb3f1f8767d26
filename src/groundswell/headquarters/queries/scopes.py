"""Whose totals: the campaign's, a branch's, an area's, a phone bank's; and who may see which."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from groundswell.common.errors import NotFound
from groundswell.members.models import Member, Role
from groundswell.members.queries import areas_held, holds_role
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import effort_for, participation_of
from groundswell.places.models import Area

LEADING = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)


@dataclass(frozen=True)
class Scope:
    """A choice of roll-up rows, by a condition on them.

    ``in_full`` where whoever asks leads there: then small numbers are shown too, and polling
    districts. ``constituencies`` are those it lies in, None for all.
    """

    title: str
    condition: Q
    area: Area | None = None
    effort: Effort | None = None
    in_full: bool = False
    constituencies: tuple[int, ...] | None = None


def campaign_scope(member: Member) -> Scope:
    """Everything, for every member."""
    top = [area for area in areas_held(member, *LEADING) if area.parent_id is None]
    return Scope(_("The whole campaign"), Q(), in_full=bool(top))


def branch_scope(member: Member, area_id: int) -> Scope:
    """What a branch's members did, wherever; for its own members and for those who lead there."""
    branch = _area(area_id)
    leads = holds_role(member, *LEADING, area=branch)
    if branch.pk != member.branch_id and not leads:
        raise NotFound
    return Scope(branch.name, Q(branch_id=branch.pk), area=branch, in_full=leads)


def area_scope(member: Member, area_id: int) -> Scope:
    """What was done among the people of an area, for those who lead there."""
    area = _area(area_id)
    if not holds_role(member, *LEADING, area=area):
        raise NotFound
    return Scope(area.name, _lies_in(area), area=area, in_full=True)


def effort_scope(member: Member, effort_id: int) -> Scope:
    """What was done in a phone bank, for those who take part and those who lead there."""
    effort = Effort.objects.filter(pk=effort_id).select_related("area", "universe").first()
    if effort is None:
        raise NotFound
    leads = holds_role(member, *LEADING, area=effort.area)
    if participation_of(member, effort) is None and not leads:
        effort = effort_for(member, effort_id)
    where = tuple(effort.queues.values_list("constituency_id", flat=True))
    condition = Q(constituency_id__in=where, effort_id=effort.pk)
    return Scope(effort.name, condition, effort.area, effort, leads, where)


def scopes_for(member: Member) -> list[Area]:
    """The areas whose totals the member leads, by name."""
    return areas_held(member, *LEADING)


def _area(area_id: int) -> Area:
    area = Area.objects.filter(pk=area_id).first()
    if area is None:
        raise NotFound
    return area


def _lies_in(area: Area) -> Q:
    match area.kind:
        case Area.Kind.CONSTITUENCY:
            return Q(constituency_id=area.pk)
        case Area.Kind.WARD:
            return Q(constituency_id__in=_steps(area), ward_id=area.pk)
        case Area.Kind.POLLING_DISTRICT:
            return Q(constituency_id__in=_steps(area), polling_district_id=area.pk)
    constituencies = Area.objects.filter(
        kind=Area.Kind.CONSTITUENCY, path__startswith=area.path
    ).values("pk")
    wards = Area.objects.filter(Q(council=area) | Q(branch=area), kind=Area.Kind.WARD).values("pk")
    return Q(constituency_id__in=constituencies) | Q(ward_id__in=wards)


def _steps(area: Area) -> list[int]:
    return [int(step) for step in area.path.strip("/").split("/")]
