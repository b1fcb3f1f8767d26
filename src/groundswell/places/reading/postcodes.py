"""Directories of postcodes: Code-Point Open of Ordnance Survey, and ONSPD of the ONS.

Code-Point Open has ten columns, often without a heading: postcode, quality, easting, northing,
country, two health authorities, county, district, ward. ONSPD has a heading and gives latitude and
longitude, also for Northern Ireland, and the date on which a postcode was ended.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from groundswell.common.postcode import tidy
from groundswell.places.reading.columns import SEAT_CODE, WARD_CODE, cell, column
from groundswell.places.reading.opening import NotReadable, csv_rows
from groundswell.places.reading.refused import Reason, RefusedLine
from groundswell.places.rules import Position, from_national_grid

_AT_ONCE = 5_000  # rows whose grid references are turned into degrees together
_NO_POSITION = 90  # the quality of a postcode whose place is not known
_CODE_POINT_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class PostcodeFound:
    """A live postcode: its middle point, and the codes of the areas said to hold it."""

    postcode: str
    position: Position
    quality: int
    ward_code: str
    seat_code: str = ""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; None where the file has no such column."""

    postcode: int
    quality: int | None
    easting: int | None
    northing: int | None
    latitude: int | None
    longitude: int | None
    ward: int | None
    seat: int | None
    ended: int | None


_CODE_POINT = _Columns(0, 1, 2, 3, None, None, 9, None, None)


def read_postcodes(path: Path) -> Iterator[PostcodeFound | RefusedLine]:
    """Every row of the directory, as a postcode or as refused; ``NotReadable`` if it is none."""
    rows = csv_rows(path)
    first = next(rows, None)
    if first is None:
        raise NotReadable("the file is empty")
    columns = _columns(first)
    if columns is None:
        raise NotReadable("no column of postcodes with their places")
    waiting: list[tuple[int, Sequence[str]]] = []
    begin = [] if _is_heading(first) else [first]
    for line, row in enumerate(chain(begin, rows), start=2 - len(begin)):
        if _is_heading(row):
            continue
        waiting.append((line, row))
        if len(waiting) == _AT_ONCE:
            yield from _placed(waiting, columns)
            waiting = []
    yield from _placed(waiting, columns)


def is_directory_heading(header: Sequence[str]) -> bool:
    """Whether a first row is that of a directory of postcodes, with or without a heading."""
    return _columns(header) is not None


def _is_heading(row: Sequence[str]) -> bool:
    return bool(row) and row[0].strip().lower() in {"postcode", "pcd", "pcds", "pc", "pcd7"}


def _columns(first: Sequence[str]) -> _Columns | None:
    if not _is_heading(first):
        plain = len(first) == _CODE_POINT_COLUMNS and tidy(first[0]) and first[2].isdigit()
        return _CODE_POINT if plain else None
    found = _Columns(
        postcode=column(first, "pcds", "pcd8", "postcode", "pcd", "pcd7", "pc") or 0,
        quality=column(first, "positional_quality_indicator", "osgrdind", "gridind", "pq"),
        easting=column(first, "eastings", "oseast1m", "east1m", "ea"),
        northing=column(first, "northings", "osnrth1m", "north1m", "no"),
        latitude=column(first, "lat", "latitude"),
        longitude=column(first, "long", "longitude"),
        ward=column(first, *WARD_CODE, "ww"),
        seat=column(first, *SEAT_CODE),
        ended=column(first, "doterm"),
    )
    placed = found.easting is not None or found.latitude is not None
    return found if placed else None


def _placed(
    rows: list[tuple[int, Sequence[str]]], columns: _Columns
) -> Iterator[PostcodeFound | RefusedLine]:
    """The rows with their positions, grid references turned into degrees all at once."""
    on_grid = [(cell(row, columns.easting), cell(row, columns.northing)) for _, row in rows]
    known = [pair for pair in on_grid if _is_grid(pair)]
    degrees = iter(
        from_national_grid([int(one) for one, _ in known], [int(other) for _, other in known])
    )
    for (line, row), pair in zip(rows, on_grid, strict=True):
        from_grid = next(degrees) if _is_grid(pair) else None
        position = _degrees(row, columns) or from_grid
        yield _found(line, row, columns, position)


def _found(
    line: int, row: Sequence[str], columns: _Columns, position: Position | None
) -> PostcodeFound | RefusedLine:
    text = ", ".join(row[:4])[:60]
    postcode = tidy(cell(row, columns.postcode))
    quality = cell(row, columns.quality)
    if not postcode:
        return RefusedLine(line, text, Reason.NO_POSTCODE)
    if cell(row, columns.ended):
        return RefusedLine(line, text, Reason.TERMINATED)
    grade = int(quality) if quality.isdigit() else 10
    if position is None or (grade >= _NO_POSITION and columns.latitude is None):
        return RefusedLine(line, text, Reason.NO_POSITION)
    return PostcodeFound(
        postcode, position, grade, cell(row, columns.ward), cell(row, columns.seat)
    )


def _degrees(row: Sequence[str], columns: _Columns) -> Position | None:
    """The position the file gives in degrees; ONSPD writes 99.999999 where it has none."""
    try:
        found = Position(float(cell(row, columns.latitude)), float(cell(row, columns.longitude)))
    except ValueError:
        return None
    return found if -90 <= found.latitude <= 90 and found != (0, 0) else None


def _is_grid(pair: tuple[str, str]) -> bool:
    return pair[0].isdigit() and pair[1].isdigit() and pair != ("0", "0")
