"""Loading a directory of postcodes: one statement a batch, whatever was there before."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, transaction

from groundswell.common.audit import write_audit_line
from groundswell.places.commands.asking import asker
from groundswell.places.models import Area, Postcode
from groundswell.places.queries.wards import WardFinder
from groundswell.places.reading import PostcodeFound, RefusedLine, read_postcodes

_AT_ONCE = 5_000
# A row that says the same again is not written: the file twice costs a read.
_WRITE = """
    INSERT INTO places_postcode
        (postcode, latitude, longitude, ward_id, constituency_id, quality, source)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (postcode) DO UPDATE SET
        latitude = excluded.latitude, longitude = excluded.longitude,
        ward_id = excluded.ward_id, constituency_id = excluded.constituency_id,
        quality = excluded.quality, source = excluded.source
    WHERE places_postcode.latitude <> excluded.latitude
        OR places_postcode.longitude <> excluded.longitude
        OR places_postcode.ward_id IS DISTINCT FROM excluded.ward_id
        OR places_postcode.constituency_id IS DISTINCT FROM excluded.constituency_id
        OR places_postcode.quality <> excluded.quality
"""


@dataclass(frozen=True)
class PostcodesLoaded:
    """How many postcodes a file held, how many rows were refused, how many are new."""

    read: int
    refused: int
    new: int


@transaction.atomic
def load_postcodes(*, by: AbstractBaseUser | None, path: Path, source: str = "") -> PostcodesLoaded:
    """Load Code-Point Open or ONSPD (CSV, gzipped or in its ZIP); ``NotReadable`` if it is neither.

    A postcode's ward is the one of today with the code the file gives; where there is none, the
    one whose outline holds the point. Its constituency is the file's, or the ward's. ``source`` is
    shown to people and kept with each postcode. What the file does not name stays.
    """
    finder = WardFinder.of_today()
    before = Postcode.objects.count()
    counted: Counter[str] = Counter()
    for batch in _batches(_counting(read_postcodes(path), counted)):
        with connection.cursor() as cursor:
            cursor.executemany(_WRITE, [_values(one, finder, source[:80]) for one in batch])
    loaded = PostcodesLoaded(counted["read"], counted["refused"], Postcode.objects.count() - before)
    write_audit_line(
        by=asker(by),
        action="places.load_postcodes",
        details={"source": source, "read": loaded.read, "new": loaded.new},
    )
    return loaded


def seat_postcodes(wards: Iterable[int] | None = None) -> None:
    """Give each postcode the constituency above its ward. Not audited, for commands that are."""
    placed = Area.objects.filter(kind=Area.Kind.WARD, parent__kind=Area.Kind.CONSTITUENCY)
    if wards is not None:
        placed = placed.filter(pk__in=list(wards))
    for ward, seat in placed.values_list("pk", "parent"):
        Postcode.objects.filter(ward=ward).exclude(constituency=seat).update(constituency=seat)


def _counting(
    found: Iterable[PostcodeFound | RefusedLine], counted: Counter[str]
) -> Iterator[PostcodeFound]:
    for one in found:
        if isinstance(one, RefusedLine):
            counted["refused"] += 1
        else:
            counted["read"] += 1
            yield one


def _batches(found: Iterator[PostcodeFound]) -> Iterator[list[PostcodeFound]]:
    while batch := list(islice(found, _AT_ONCE)):
        yield batch


def _values(one: PostcodeFound, finder: WardFinder, source: str) -> list[str | int | float | None]:
    ward, seat = finder.place(one)
    position = one.position
    return [one.postcode, position.latitude, position.longitude, ward, seat, one.quality, source]
