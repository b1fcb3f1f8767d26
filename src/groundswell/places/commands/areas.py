"""Areas and the tree they make: each has a path of ids from the top down to itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from groundswell.common.audit import write_audit_line
from groundswell.places.commands.asking import asker
from groundswell.places.models import Area

_NATIONS = {
    "E": ("E92000001", "England", "Lloegr"),
    "W": ("W92000004", "Wales", "Cymru"),
    "S": ("S92000003", "Scotland", "Yr Alban"),
    "N": ("N92000002", "Northern Ireland", "Gogledd Iwerddon"),
}
_AT_ONCE = 500


@dataclass(frozen=True)
class AreaGiven:
    """An area to be kept. ``parent`` and ``council`` are ids of areas, or None."""

    kind: str
    code: str
    name: str
    parent: int | None
    name_cy: str = ""
    nation: str = ""
    council: int | None = None
    valid_from: date | None = None
    geometry: Mapping[str, Any] | None = None


@transaction.atomic
def keep_areas(*, by: AbstractBaseUser | None, areas: Sequence[AreaGiven]) -> dict[str, int]:
    """The ids of these areas by code, those of which there is none today newly made.

    An area of today with the same kind and code is left as it is. Audited if any was made.
    """
    ids = _current_ids(areas)
    missing = [one for one in areas if one.code not in ids]
    if missing:
        ids |= make_areas(missing)
        write_audit_line(
            by=asker(by),
            action="places.keep_areas",
            details={"kinds": sorted({one.kind for one in missing}), "made": len(missing)},
        )
    return ids


def keep_country(*, by: AbstractBaseUser | None) -> int:
    """The id of the United Kingdom, the top of the tree here."""
    country = AreaGiven(
        Area.Kind.COUNTRY, "K02000001", "United Kingdom", parent=None, name_cy="Y Deyrnas Unedig"
    )
    return keep_areas(by=by, areas=[country])[country.code]


def keep_nation(*, by: AbstractBaseUser | None, nation: str) -> int:
    """The id of a nation by its letter (E, W, S, N); of the country for any other letter."""
    country = keep_country(by=by)
    if nation not in _NATIONS:
        return country
    code, name, name_cy = _NATIONS[nation]
    given = AreaGiven(Area.Kind.NATION, code, name, country, name_cy, nation)
    return keep_areas(by=by, areas=[given])[code]


def keep_polling_districts(
    *, by: AbstractBaseUser | None, council: Area, wards: Mapping[str, int]
) -> dict[str, int]:
    """The ids of a council's polling districts by their letters, each under its ward (an id).

    A district that has come to lie in another ward moves there with its path.
    """
    given = [
        AreaGiven(
            Area.Kind.POLLING_DISTRICT,
            f"{council.code}/{letters}",
            letters,
            ward,
            nation=council.nation,
            council=council.pk,
        )
        for letters, ward in wards.items()
    ]
    ids = keep_areas(by=by, areas=given)
    by_letters = {letters: ids[f"{council.code}/{letters}"] for letters in wards}
    for ward in set(wards.values()):
        put_under(parent=ward, areas=[by_letters[one] for one, its in wards.items() if its == ward])
    return by_letters


def put_under(*, parent: int, areas: Iterable[int]) -> None:
    """Make these areas parts of ``parent``; everything below them goes along. Not audited."""
    above = Area.objects.values_list("path", flat=True).get(pk=parent)
    moving = Area.objects.filter(pk__in=list(areas)).exclude(parent=parent)
    for pk, path in moving.values_list("pk", "path"):
        Area.objects.filter(pk=pk).update(parent=parent)
        Area.objects.filter(path__startswith=path).update(
            path=Concat(Value(f"{above}{pk}/"), Substr(F("path"), len(path) + 1))
        )


def make_areas(areas: Sequence[AreaGiven]) -> dict[str, int]:
    """New rows for these areas; their ids by code. Not audited, for commands that are."""
    parents = {one.parent for one in areas if one.parent}
    paths = dict(Area.objects.filter(pk__in=parents).values_list("pk", "path"))
    made = Area.objects.bulk_create([_row(one) for one in areas], batch_size=_AT_ONCE)
    for area in made:
        area.path = f"{paths[area.parent_id] if area.parent_id else '/'}{area.pk}/"
    Area.objects.bulk_update(made, ["path"], batch_size=_AT_ONCE)
    return {area.code: area.pk for area in made}


def _row(given: AreaGiven) -> Area:
    return Area(
        kind=given.kind,
        code=given.code,
        name=given.name[:120],
        name_cy=given.name_cy[:120],
        nation=given.nation,
        parent_id=given.parent,
        council_id=given.council,
        valid_from=given.valid_from,
        geometry=given.geometry,
    )


def _current_ids(areas: Sequence[AreaGiven]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for kind in {one.kind for one in areas}:
        codes = [one.code for one in areas if one.kind == kind]
        for start in range(0, len(codes), _AT_ONCE):
            found = Area.objects.filter(
                kind=kind, code__in=codes[start : start + _AT_ONCE], valid_to=None
            )
            ids |= dict(found.values_list("code", "pk"))
    return ids
