"""What a file of places would change, told before anything is changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _

from groundswell.places.models import Area, AreaUpload, Postcode
from groundswell.places.queries.wards import WardFinder
from groundswell.places.reading import (
    AreaFound,
    PostcodeFound,
    Reason,
    RefusedLine,
    SeatFound,
    read_boundaries,
    read_postcodes,
    read_seats,
)

REASONS = {
    Reason.NO_POSTCODE: _("no postcode"),
    Reason.NO_POSITION: _("its place is not known"),
    Reason.TERMINATED: _("no longer in use"),
    Reason.TOO_SHORT: _("too few columns"),
    Reason.NO_CODE: _("no code"),
    Reason.NO_OUTLINE: _("no outline"),
    Reason.UNKNOWN_KIND: _("its code does not say what kind of area it is: choose one"),
}
_REFUSED_SHOWN = 20
_UNKNOWN_SHOWN = 10
_AT_ONCE = 500
Found = TypeVar("Found", PostcodeFound, AreaFound, SeatFound)


def check_summary(upload: AreaUpload) -> dict[str, Any]:
    """Counts and the first rows refused, as JSON; ``NotReadable`` for a damaged file.

    Always ``rows``, ``new``, ``known``, ``refused`` (counts by reason) and ``refused_rows`` (line,
    text, reason); for postcodes also ``without_ward`` and ``unknown_wards`` (code, rows), for
    boundaries ``kinds`` (counts), for seats ``constituencies``.
    """
    path = Path(upload.stored_as)
    noted: dict[str, Any] = {"refused": Counter(), "refused_rows": []}
    match upload.kind:
        case AreaUpload.Kind.POSTCODES:
            told = _postcodes(_taken(read_postcodes(path), noted))
        case AreaUpload.Kind.SEATS:
            told = _seats(_taken(read_seats(path), noted))
        case _:
            told = _areas(_taken(read_boundaries(path, kind=upload.area_kind), noted))
    left_out = sum(noted["refused"].values())
    return {**noted, **told, "rows": told["new"] + told["known"] + left_out}


def _taken(found: Iterable[Found | RefusedLine], noted: dict[str, Any]) -> Iterator[Found]:
    """What can be loaded; the refused are noted on the way."""
    for one in found:
        if isinstance(one, RefusedLine):
            noted["refused"][one.reason.value] += 1
            if len(noted["refused_rows"]) < _REFUSED_SHOWN:
                noted["refused_rows"].append([one.line, one.text, one.reason.value])
        else:
            yield one


def _postcodes(found: Iterator[PostcodeFound]) -> dict[str, Any]:
    finder = WardFinder.of_today()
    counted: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    while batch := list(islice(found, _AT_ONCE)):
        known = Postcode.objects.filter(pk__in=[one.postcode for one in batch]).count()
        counted["known"] += known
        counted["new"] += len(batch) - known
        for one in batch:
            if one.ward_code not in finder.wards:
                unknown[one.ward_code or "–"] += 1
                counted["without_ward"] += finder.ward_at(one.position) is None
    return {
        "new": counted["new"],
        "known": counted["known"],
        "without_ward": counted["without_ward"],
        "unknown_wards": unknown.most_common(_UNKNOWN_SHOWN),
    }


def _areas(found: Iterator[AreaFound]) -> dict[str, Any]:
    kinds: Counter[str] = Counter()
    known = new = 0
    for one in found:
        kinds[one.kind] += 1
        there = Area.objects.filter(kind=one.kind, code=one.code, valid_to=None).exists()
        known, new = known + there, new + (not there)
    return {"new": new, "known": known, "kinds": kinds}


def _seats(found: Iterator[SeatFound]) -> dict[str, Any]:
    wards = {one.ward_code: one.seat_code for one in found}
    today = Area.objects.filter(kind=Area.Kind.WARD, valid_to=None)
    there = set(today.values_list("code", flat=True))
    known = len(wards.keys() & there)
    return {
        "new": len(wards) - known,
        "known": known,
        "constituencies": len(set(wards.values())),
    }
