"""Lookups of wards to constituencies and councils, as the ONS publishes them in CSV."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from groundswell.places.reading.columns import SEAT_CODE, WARD_CODE, cell, column
from groundswell.places.reading.opening import NotReadable, csv_rows
from groundswell.places.reading.refused import Reason, RefusedLine

_WARD_NAME = (r"wd\d\dnm", "ward")
_SEAT_NAME = (r"pcon\d\dnm", "constituency")
_COUNCIL_CODE = (r"lad\d\dcd", r"council_code")
_COUNCIL_NAME = (r"lad\d\dnm", "council")


@dataclass(frozen=True, slots=True)
class SeatFound:
    """A ward, the constituency it lies in, and its council where the file tells."""

    ward_code: str
    ward: str
    seat_code: str
    seat: str
    council_code: str
    council: str


def read_seats(path: Path) -> Iterator[SeatFound | RefusedLine]:
    """Every row, as a ward with its seat or as refused; ``NotReadable`` if it is no such lookup."""
    rows = csv_rows(path)
    header = next(rows, [])
    if not is_lookup_heading(header):
        raise NotReadable("no columns of ward and constituency codes")
    at = [
        column(header, *names)
        for names in (WARD_CODE, _WARD_NAME, SEAT_CODE, _SEAT_NAME, _COUNCIL_CODE, _COUNCIL_NAME)
    ]
    for line, row in enumerate(rows, start=2):
        found = SeatFound(*(cell(row, position) for position in at))
        if found.ward_code and found.seat_code:
            yield found
        else:
            yield RefusedLine(line, ", ".join(row)[:60], Reason.NO_CODE)


def is_lookup_heading(header: Sequence[str]) -> bool:
    """Whether a first row names a ward's code and a constituency's."""
    return column(header, *WARD_CODE) is not None and column(header, *SEAT_CODE) is not None
