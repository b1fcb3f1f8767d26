"""A map of a round from its doors alone: streets as lines through them, in millimetres."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from groundswell.paper.rules.sheets import Sheet

_METRES_A_DEGREE = 111_320.0
_LEAST_METRES = 60.0
_SCALES = (20, 50, 100, 200, 500, 1000, 2000, 5000)


class Point(NamedTuple):
    """Millimetres from the top left corner."""

    x: float
    y: float


@dataclass(frozen=True)
class Dot:
    """One door; ``nobody`` is drawn crossed out."""

    at: Point
    label: str
    nobody: bool


@dataclass(frozen=True)
class Line:
    """A street as walked, with its name at its middle, turned by ``angle`` degrees."""

    name: str
    points: tuple[Point, ...]
    middle: Point
    angle: float


@dataclass(frozen=True)
class Start:
    """Where a sheet begins."""

    sheet: int
    at: Point


@dataclass(frozen=True)
class RoundMap:
    """Everything to draw; ``metres`` is the length of a scale bar of ``bar`` millimetres."""

    width: float
    height: float
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    starts: tuple[Start, ...]
    end: Point
    metres: int
    bar: float


def map_of(
    sheets: Sequence[Sheet], *, width: float = 190.0, height: float = 215.0, margin: float = 12.0
) -> RoundMap | None:
    """The map of all doors that have a place; None where fewer than two have one.

    The doors fill the sheet, north at the top (a plane at their middle latitude: within a round
    the error is far below a millimetre).
    """
    placed = [
        (sheet.number, block.door)
        for sheet in sheets
        for block in sheet.blocks
        if block.door.latitude is not None and block.door.longitude is not None
    ]
    if len(placed) < 2:
        return None
    metres = [_metres(door.latitude or 0.0, door.longitude or 0.0) for _sheet, door in placed]
    west, south = min(x for x, _y in metres), min(y for _x, y in metres)
    wide = max(max(x for x, _y in metres) - west, _LEAST_METRES)
    high = max(max(y for _x, y in metres) - south, _LEAST_METRES)
    scale = min((width - 2 * margin) / wide, (height - 2 * margin) / high)
    tall = min(height, high * scale + 2 * margin)
    shift = (width - wide * scale) / 2
    points = [
        Point(round(shift + (x - west) * scale, 2), round(tall - margin - (y - south) * scale, 2))
        for x, y in metres
    ]
    dots = tuple(
        Dot(point, door.label, door.nobody)
        for point, (_sheet, door) in zip(points, placed, strict=True)
    )
    bar = max((step for step in _SCALES if step * scale <= width / 3), default=_SCALES[0])
    streets = [door.street for _sheet, door in placed]
    return RoundMap(
        width=width,
        height=round(tall, 2),
        dots=dots,
        lines=tuple(_streets(streets, points)),
        starts=tuple(_starts([number for number, _door in placed], points)),
        end=points[-1],
        metres=bar,
        bar=round(bar * scale, 2),
    )


def _metres(latitude: float, longitude: float) -> tuple[float, float]:
    """East and north in metres on a plane that touches the earth at this latitude."""
    return (
        longitude * _METRES_A_DEGREE * math.cos(math.radians(latitude)),
        latitude * _METRES_A_DEGREE,
    )


def _streets(names: Sequence[str], points: Sequence[Point]) -> Iterable[Line]:
    """One line for each street, along its longer direction, whichever way it is walked."""
    for name in dict.fromkeys(names):
        on_it = [point for street, point in zip(names, points, strict=True) if street == name]
        wide = max(p.x for p in on_it) - min(p.x for p in on_it)
        high = max(p.y for p in on_it) - min(p.y for p in on_it)
        ordered = sorted(on_it) if wide >= high else sorted(on_it, key=lambda p: (p.y, p.x))
        line = tuple(_smoothed(ordered))
        middle = line[len(line) // 2]
        yield Line(name, line, middle, _angle(line[0], line[-1]))


def _smoothed(points: Sequence[Point]) -> list[Point]:
    """Means of groups of neighbours: both sides of a street become its middle."""
    size = max(1, min(6, len(points) // 4))
    groups = [points[at : at + size] for at in range(0, len(points), size)]
    if len(points) > 4:  # the ends, so that the line reaches the last doors
        groups = [points[:2], *groups, points[-2:]]
    return [
        Point(
            round(sum(p.x for p in group) / len(group), 2),
            round(sum(p.y for p in group) / len(group), 2),
        )
        for group in groups
    ]


def _angle(one: Point, other: Point) -> float:
    """Degrees by which words along the line are turned, never upside down."""
    if one == other:
        return 0.0
    degrees = math.degrees(math.atan2(other.y - one.y, other.x - one.x))
    if degrees > 90:
        degrees -= 180
    if degrees < -90:
        degrees += 180
    return round(degrees, 1)


def _starts(sheets: Sequence[int], points: Sequence[Point]) -> Iterable[Start]:
    seen: set[int] = set()
    for sheet, point in zip(sheets, points, strict=True):
        if sheet not in seen:
            seen.add(sheet)
            yield Start(sheet, point)
