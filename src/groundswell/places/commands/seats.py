"""Which constituency each ward lies in, from a lookup file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from groundswell.common.audit import write_audit_line
from groundswell.places.commands.areas import AreaGiven, keep_areas, keep_nation, put_under
from groundswell.places.commands.asking import asker
from groundswell.places.commands.postcodes import seat_postcodes
from groundswell.places.models import Area
from groundswell.places.reading import SeatFound, read_seats
from groundswell.places.rules import nation_of_code


@dataclass(frozen=True)
class SeatsLoaded:
    """How many wards were given their constituency, and how many of either were new."""

    wards: int
    constituencies: int
    new: int


@transaction.atomic
def load_seats(*, by: AbstractBaseUser | None, path: Path) -> SeatsLoaded:
    """Load a lookup of wards to constituencies (CSV); ``NotReadable`` if it is none.

    Wards, constituencies and councils of which there is none today are made, without an outline.
    A ward that lay elsewhere goes under its constituency with everything in it, and its postcodes
    follow.
    """
    found = [one for one in read_seats(path) if isinstance(one, SeatFound)]
    before = Area.objects.count()
    seats, councils = _seats(by, found), _councils(by, found)
    wards = keep_areas(
        by=by,
        areas=[
            AreaGiven(
                Area.Kind.WARD,
                one.ward_code,
                one.ward or one.ward_code,
                seats[one.seat_code],
                nation=nation_of_code(one.ward_code),
                council=councils.get(one.council_code),
            )
            for one in _once(found, "ward_code")
        ],
    )
    for seat_code, seat in seats.items():
        below = [wards[one.ward_code] for one in found if one.seat_code == seat_code]
        put_under(parent=seat, areas=below)
    for council_code, council in councils.items():
        below = [wards[one.ward_code] for one in found if one.council_code == council_code]
        Area.objects.filter(pk__in=below).exclude(council=council).update(council=council)
    seat_postcodes(wards.values())
    loaded = SeatsLoaded(len(wards), len(seats), Area.objects.count() - before)
    write_audit_line(
        by=asker(by),
        action="places.load_seats",
        details={"wards": loaded.wards, "constituencies": loaded.constituencies},
    )
    return loaded


def _seats(by: AbstractBaseUser | None, found: Sequence[SeatFound]) -> dict[str, int]:
    given = [
        AreaGiven(
            Area.Kind.CONSTITUENCY,
            one.seat_code,
            one.seat or one.seat_code,
            keep_nation(by=by, nation=nation_of_code(one.seat_code)),
            nation=nation_of_code(one.seat_code),
        )
        for one in _once(found, "seat_code")
    ]
    return keep_areas(by=by, areas=given)


def _councils(by: AbstractBaseUser | None, found: Sequence[SeatFound]) -> dict[str, int]:
    given = [
        AreaGiven(
            Area.Kind.COUNCIL,
            one.council_code,
            one.council or one.council_code,
            keep_nation(by=by, nation=nation_of_code(one.council_code)),
            nation=nation_of_code(one.council_code),
        )
        for one in _once(found, "council_code")
        if one.council_code
    ]
    return keep_areas(by=by, areas=given)


def _once(found: Sequence[SeatFound], code: str) -> list[SeatFound]:
    """The first row for each code."""
    return list({getattr(one, code): one for one in reversed(found)}.values())[::-1]
