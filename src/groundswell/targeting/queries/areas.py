"""What an area means where electors are kept: constituencies, and wards and districts in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths
from groundswell.places.models import Area
from groundswell.targeting.models import Universe
from groundswell.targeting.rules import Within

_LARGE = (Area.Kind.CONSTITUENCY, Area.Kind.COUNCIL, Area.Kind.BRANCH, Area.Kind.WARD)
MOST_AREAS = 600


def constituencies_of(universe: Universe) -> list[int]:
    """The ids of the constituencies in which a universe can have people."""
    return sorted(within(universe.area))


def within(area: Area) -> dict[int, Within]:
    """For each constituency that the area touches, what of it the area is."""
    match area.kind:
        case Area.Kind.CONSTITUENCY:
            return {area.pk: Within(whole=True)}
        case Area.Kind.WARD:
            return _in_its_constituency(area, Within(wards=(area.pk,)))
        case Area.Kind.POLLING_DISTRICT:
            return _in_its_constituency(area, Within(districts=(area.pk,)))
    beneath = Area.objects.filter(kind=Area.Kind.CONSTITUENCY, path__startswith=area.path)
    found = {pk: Within(whole=True) for pk in beneath.values_list("pk", flat=True)}
    wards: dict[int, list[int]] = defaultdict(list)
    for ward, constituency in _wards_of(area):
        if constituency not in found:
            wards[constituency].append(ward)
    return found | {pk: Within(wards=tuple(ids)) for pk, ids in wards.items()}


def areas_in(rule: Mapping[str, Any]) -> set[int]:
    """The ids of all areas that a rule names."""
    named: set[int] = set()
    for item in rule["conditions"]:
        if "match" in item:
            named |= areas_in(item)
        elif item["kind"] == "area":
            named.update(item["areas"])
    return named


def meanings(ids: Iterable[int]) -> dict[int, dict[int, Within]]:
    """``within`` for each of these areas, by its id."""
    wanted = list(ids)
    return {area.pk: within(area) for area in Area.objects.filter(pk__in=wanted)} if wanted else {}


def areas_to_choose(member: Member) -> list[Area]:
    """The areas for which an organiser may make a universe, large ones first, then by name."""
    mine = Q(pk__in=[])
    for path in covered_paths(member, Role.Kind.ORGANISER):
        mine |= Q(path__startswith=path, kind__in=_LARGE) | Q(path=path)
    found = Area.objects.filter(mine, valid_to=None).defer("geometry")[:MOST_AREAS]
    kinds = list(Area.Kind)
    return sorted(found, key=lambda area: (kinds.index(Area.Kind(area.kind)), area.name))


def _in_its_constituency(area: Area, part: Within) -> dict[int, Within]:
    above = _constituency_above([area.path])
    return {above[area.path]: part} if area.path in above else {}


def _wards_of(area: Area) -> list[tuple[int, int]]:
    """The wards that belong to a council, branch or other area, each with its constituency."""
    mine = Q(council=area) | Q(branch=area) | Q(path__startswith=area.path)
    wards = Area.objects.filter(mine, kind=Area.Kind.WARD).values_list("pk", "path").order_by("pk")
    paths = dict(wards)
    above = _constituency_above(paths.values())
    return [(pk, above[path]) for pk, path in paths.items() if path in above]


def _constituency_above(paths: Iterable[str]) -> dict[str, int]:
    steps = {path: [int(step) for step in path.strip("/").split("/")] for path in paths}
    ids = {step for chain in steps.values() for step in chain}
    found = set(
        Area.objects.filter(pk__in=ids, kind=Area.Kind.CONSTITUENCY).values_list("pk", flat=True)
    )
    return {
        path: next(step for step in chain if step in found)
        for path, chain in steps.items()
        if found.intersection(chain)
    }


@dataclass(frozen=True)
class Part:
    """A ward with its polling districts (or a constituency with its wards), to be ticked."""

    area: Area
    parts: tuple[Area, ...]


def parts_of(area: Area) -> list[Part]:
    """What of an area can be chosen: its wards and their polling districts.

    Of an area with several constituencies: those and their wards. A polling district has no parts.
    """
    several = len(within(area)) > 1
    outer = Area.Kind.CONSTITUENCY if several else Area.Kind.WARD
    inner = Area.Kind.WARD if several else Area.Kind.POLLING_DISTRICT
    mine = Q(path__startswith=area.path) | Q(branch=area) | Q(council=area)
    found = Area.objects.filter(mine, kind=outer, valid_to=None).defer("geometry")
    outers = list(found.order_by("name")[:MOST_AREAS])
    beneath: dict[int, list[Area]] = defaultdict(list)
    inners = Area.objects.filter(parent__in=outers, kind=inner, valid_to=None).defer("geometry")
    for part in inners.order_by("name"):
        beneath[part.parent_id or 0].append(part)
    return [Part(outer, tuple(beneath[outer.pk])) for outer in outers]


def areas_named(ids: Iterable[str]) -> list[Area]:
    """The areas with these ids, by name; what is no id is passed over."""
    numbers = [int(text) for text in ids if text.isascii() and text.isdigit()]
    return list(Area.objects.filter(pk__in=numbers).defer("geometry").order_by("name"))
