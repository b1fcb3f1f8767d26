"""Loading boundaries: new areas, corrected outlines, and a new generation from a given day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from shapely import STRtree

from groundswell.common.audit import write_audit_line
from groundswell.places.commands.areas import AreaGiven, keep_nation, make_areas
from groundswell.places.commands.asking import asker
from groundswell.places.models import Area
from groundswell.places.queries.outlines import outline, shape_of
from groundswell.places.reading import AreaFound, read_boundaries


@dataclass(frozen=True)
class BoundariesLoaded:
    """How many areas are new, corrected in place, begun anew, ended, or as they were."""

    new: int
    corrected: int
    begun_anew: int
    ended: int
    unchanged: int


@transaction.atomic
def load_boundaries(
    *,
    by: AbstractBaseUser | None,
    path: Path,
    kind: str = "",
    valid_from: date | None = None,
    replaces: bool = False,
) -> BoundariesLoaded:
    """Load a GeoJSON file of areas; ``NotReadable`` if it is none.

    ``kind`` says what they are where their codes do not. An area of today with the same code gets
    the name and outline of the file; but if ``valid_from`` is later than its own beginning and the
    outline differs, it ends on that day and a new generation begins. With ``replaces``, areas of
    the same kind that lie on the same ground and are not in the file end on that day too.
    """
    found = [one for one in read_boundaries(path, kind=kind) if isinstance(one, AreaFound)]
    counted: Counter[str] = Counter()
    new: list[AreaFound] = []
    for one in found:
        what = _took(one, valid_from)
        counted[what] += 1
        if what in {"new", "begun_anew"}:
            new.append(one)
    if replaces and valid_from:
        counted["ended"] = _end_those_underneath(found, valid_from)
    _make(by, new, valid_from)
    loaded = BoundariesLoaded(
        **{name: counted[name] for name in BoundariesLoaded.__dataclass_fields__}
    )
    write_audit_line(by=asker(by), action="places.load_boundaries", details=dict(counted))
    return loaded


def _took(one: AreaFound, valid_from: date | None) -> str:
    """What became of the area of today with this code; "new" where there is none."""
    today = Area.objects.filter(kind=one.kind, code=one.code, valid_to=None).first()
    if today is None:
        return "new"
    same_outline = today.geometry == one.geometry
    if same_outline and today.name == one.name:
        return "unchanged"
    later = (
        valid_from and today.geometry and (not today.valid_from or valid_from > today.valid_from)
    )
    if later and not same_outline:
        Area.objects.filter(pk=today.pk).update(valid_to=valid_from)
        return "begun_anew"
    Area.objects.filter(pk=today.pk).update(
        name=one.name,
        name_cy=one.name_cy or today.name_cy,
        geometry=one.geometry,
        valid_from=today.valid_from or valid_from,
    )
    return "corrected"


def _make(by: AbstractBaseUser | None, found: Sequence[AreaFound], valid_from: date | None) -> None:
    """Rows for new areas; a new generation stands where the one before it stood in the tree."""
    before = _last_generation(found)
    councils = dict(
        Area.objects.filter(
            kind=Area.Kind.COUNCIL,
            valid_to=None,
            code__in={one.council_code for one in found if one.council_code},
        ).values_list("code", "pk")
    )
    make_areas(
        [
            AreaGiven(
                one.kind,
                one.code,
                one.name,
                before.get(one.code, (None, None))[0] or _top(by, one),
                one.name_cy,
                one.nation,
                councils.get(one.council_code) or before.get(one.code, (None, None))[1],
                valid_from,
                one.geometry,
            )
            for one in found
        ]
    )


def _last_generation(found: Sequence[AreaFound]) -> dict[str, tuple[int | None, int | None]]:
    """Parent and council of the latest earlier area with each code."""
    codes = [one.code for one in found]
    earlier = Area.objects.filter(code__in=codes).order_by("valid_to")
    return {area.code: (area.parent_id, area.council_id) for area in earlier.defer("geometry")}


def _top(by: AbstractBaseUser | None, one: AreaFound) -> int | None:
    if one.kind == Area.Kind.COUNTRY:
        return None
    return keep_nation(by=by, nation="" if one.kind == Area.Kind.NATION else one.nation)


def _end_those_underneath(found: Sequence[AreaFound], valid_from: date) -> int:
    """End the areas of today whose middle lies on the ground of the new ones; how many."""
    ended = 0
    for kind in {one.kind for one in found}:
        ground = STRtree([shape_of(one.geometry) for one in found if one.kind == kind])
        codes = {one.code for one in found if one.kind == kind}
        today = Area.objects.filter(kind=kind, valid_to=None, geometry__isnull=False)
        underneath = [
            area.pk
            for area in today.exclude(code__in=codes)
            if len(ground.query(outline(area).representative_point(), predicate="within"))
        ]
        ended += Area.objects.filter(pk__in=underneath).update(valid_to=valid_from)
    return ended
