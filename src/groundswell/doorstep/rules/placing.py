"""Where doors stand, in metres, also where only their postcode's middle is known.

Nearly every register knows a door by its postcode alone, so that a whole side of a street lies on
one point. Such doors are strung out along their street by their numbers: between the postcodes of
their side where it has several, else along the line of the street, odd and even apart.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, radians
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from groundswell.doorstep.rules.doors import Door, building_of, side_of, street_of

METRES_A_DEGREE = 111_320.0  # of latitude
_A_NUMBER = 4.0  # metres along the street for one house number: 8 m for a house of its side
_OFF_THE_MIDDLE = 6.0  # metres from the middle of the street to a front door
_A_LINE = 30.0  # metres: postcodes nearer to each other say nothing of a street's direction

Places = NDArray[np.float64]
Point = tuple[float, float]


class _Anchor(NamedTuple):
    """A point on which several houses lie, and the middle of their numbers."""

    middle: float
    at: Point


def placed(doors: Sequence[Door]) -> Places:
    """Where each door stands: an array of (east, north) in metres, from the middle of them all."""
    if not doors:
        return np.zeros((0, 2))
    at = _flat(doors)
    streets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, door in enumerate(doors):
        streets[street_of(door)].append(index)
    for members in streets.values():
        _string_out(doors, members, at)
    return at


def by_household(doors: Sequence[Door], at: Places) -> dict[int, Point]:
    """The places by household id."""
    return {
        door.household_id: (east, north)
        for door, (east, north) in zip(doors, at.tolist(), strict=True)
    }


def in_degrees(doors: Sequence[Door], at: Places) -> dict[int, Point]:
    """The places as (longitude, latitude) by household id; of doors whose place is known."""
    middle, scale = _middle(doors)
    degrees = at / scale + middle
    return by_household(doors, degrees)


def _middle(doors: Sequence[Door]) -> tuple[Places, Places]:
    """The middle of the doors in degrees, and the metres of a degree there, east and north."""
    known = [
        (door.longitude, door.latitude)
        for door in doors
        if door.latitude is not None and door.longitude is not None
    ]
    middle: Places = np.mean(np.array(known), axis=0) if known else np.zeros(2)
    east = METRES_A_DEGREE * cos(radians(float(middle[1])))
    return middle, np.array([east, METRES_A_DEGREE])


def _flat(doors: Sequence[Door]) -> Places:
    """Degrees as metres on a flat piece of earth; whoever has no place stands with their street."""
    middle, scale = _middle(doors)
    street_places: dict[tuple[str, str], Point] = {}
    for door in doors:
        if door.latitude is not None and door.longitude is not None:
            street_places.setdefault(street_of(door), (door.longitude, door.latitude))
    elsewhere = (float(middle[0]), float(middle[1]))
    degrees = [
        (door.longitude, door.latitude)
        if door.latitude is not None and door.longitude is not None
        else street_places.get(street_of(door), elsewhere)
        for door in doors
    ]
    flat: Places = (np.array(degrees, dtype=np.float64) - middle) * scale
    return flat


def _string_out(doors: Sequence[Door], members: list[int], at: Places) -> None:
    """Give the houses of a street that lie on one point places of their own."""
    crowds: dict[Point, list[int]] = defaultdict(list)
    for index in members:
        crowds[(float(at[index, 0]), float(at[index, 1]))].append(index)
    crowded = {
        point: indexes
        for point, indexes in crowds.items()
        if len({building_of(doors[index]) for index in indexes}) > 1
    }
    if not crowded:
        return
    direction = _direction(doors, crowds)
    by_side: dict[str, list[_Anchor]] = defaultdict(list)
    for point, indexes in crowds.items():
        numbers: dict[str, list[int]] = defaultdict(list)
        for index in indexes:
            numbers[side_of(doors[index])].append(doors[index].order)
        for side, found in numbers.items():
            by_side[side].append(_Anchor(sum(found) / len(found), point))
    for point, indexes in crowded.items():
        _place_crowd(doors, indexes, point, at, by_side, direction)


def _place_crowd(
    doors: Sequence[Door],
    indexes: list[int],
    point: Point,
    at: Places,
    by_side: dict[str, list[_Anchor]],
    direction: Point,
) -> None:
    named = sorted({building_of(doors[one]) for one in indexes if not doors[one].order})
    places = {building: place for place, building in enumerate(named)}
    for index in indexes:
        door = doors[index]
        side = side_of(door)
        if not side:
            along = (places[building_of(door)] - (len(named) - 1) / 2) * 2 * _A_NUMBER
            at[index] = _beside(_along(point, direction, along), direction, "")
            continue
        spot, heading = _on_its_line(door.order, by_side[side], direction)
        at[index] = _beside(spot, heading, side)


def _on_its_line(number: int, anchors: list[_Anchor], direction: Point) -> tuple[Point, Point]:
    """A house number's place along its side, and the street's heading there."""
    line = sorted(anchors)
    low = line[0]
    for one, other in pairwise(line):
        gap = (other.at[0] - one.at[0], other.at[1] - one.at[1])
        metres = hypot(*gap)
        if one.middle <= number <= other.middle and metres > 1 and other.middle > one.middle:
            share = (number - one.middle) / (other.middle - one.middle)
            heading = (gap[0] / metres, gap[1] / metres)
            return _along(one.at, heading, share * metres), heading
        if number > other.middle:
            low = other
    return _along(low.at, direction, (number - low.middle) * _A_NUMBER), direction


def _direction(doors: Sequence[Door], crowds: dict[Point, list[int]]) -> Point:
    """Which way the numbers of a street run, as far as its postcodes tell; else to the east."""
    middles = sorted(
        (sum(doors[index].order for index in indexes) / len(indexes), point)
        for point, indexes in crowds.items()
    )
    half = max(1, len(middles) // 2)
    low = np.mean(np.array([point for _middle, point in middles[:half]]), axis=0)
    high = np.mean(np.array([point for _middle, point in middles[-half:]]), axis=0)
    gap = high - low
    metres = float(hypot(gap[0], gap[1]))
    if metres < _A_LINE:
        return (1.0, 0.0)
    return (float(gap[0]) / metres, float(gap[1]) / metres)


def _along(point: Point, heading: Point, metres: float) -> Point:
    return (point[0] + heading[0] * metres, point[1] + heading[1] * metres)


def _beside(point: Point, heading: Point, side: str) -> Point:
    """Odd numbers to the left of the way the numbers run, even ones to the right."""
    off = {"odd": _OFF_THE_MIDDLE, "even": -_OFF_THE_MIDDLE}.get(side, 0.0)
    return (point[0] - heading[1] * off, point[1] + heading[0] * off)
