"""Which electors a member may look at: those of the areas their roles cover."""

from dataclasses import dataclass

from django.db.models import Q

from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, in_areas
from groundswell.places.models import Area
from groundswell.register.queries.seats import seats_of_council

SEES_ELECTORS = (Role.Kind.ORGANISER, Role.Kind.DATA_MANAGER, Role.Kind.AGENT)


@dataclass(frozen=True)
class Reach:
    """Constituencies in which the member sees somebody, and a condition on electors there."""

    seats: list[int]
    electors: Q


def reach_of(member: Member, *kinds: str) -> Reach:
    """What the member sees by roles of these kinds (none named: all that let one see electors).

    A role for a ward or polling district shows the electors in it, one for a constituency or
    anything above it all of them, one for a council those whom that council registers.
    """
    within = in_areas("", covered_paths(member, *(kinds or SEES_ELECTORS)))
    found = Area.objects.filter(within).values_list("pk", "kind", "path")
    ids: dict[str, list[int]] = {}
    for pk, kind, _path in found:
        ids.setdefault(kind, []).append(pk)
    whole = ids.get(Area.Kind.CONSTITUENCY, [])
    councils = ids.get(Area.Kind.COUNCIL, [])
    wards, districts = ids.get(Area.Kind.WARD, []), ids.get(Area.Kind.POLLING_DISTRICT, [])
    above = {int(step) for _pk, _kind, path in found for step in path.strip("/").split("/")}
    seats = set(
        Area.objects.filter(pk__in=above, kind=Area.Kind.CONSTITUENCY).values_list("pk", flat=True)
    )
    for council in councils:
        seats |= seats_of_council(council)
    small = set(wards) | set(districts)
    electors = Q(constituency_id__in=whole) | Q(council_id__in=councils)
    if small:
        electors |= Q(ward_id__in=wards) | Q(polling_district_id__in=districts)
    return Reach(seats=sorted(seats), electors=electors)
