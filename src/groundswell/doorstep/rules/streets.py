"""The graph of doors that turf is cut from: along streets, across them, and to the next street.

Doors are linked along each side of a street by their numbers, across it, and to their nearest
neighbours elsewhere: the edges of a Delaunay triangulation up to 150 m, and beyond that only those
of the shortest tree that joins everything, which the triangulation contains.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from shapely import MultiPoint, delaunay_triangles, get_coordinates

from groundswell.doorstep.rules.doors import (
    Door,
    along_the_street,
    building_of,
    side_of,
    street_of,
)
from groundswell.doorstep.rules.placing import Places

# How much METIS would rather not cut a link.
WITHIN_A_BUILDING, NEXT_DOOR, ACROSS, ELSEWHERE, FAR = 60, 30, 10, 2, 1
_NEAR = 150.0  # metres
_A_GAP = 120.0  # metres along one street, across which two houses are no neighbours


@dataclass(frozen=True)
class Streets:
    """For each door (by its place in the list) its neighbours, and how close they belong."""

    links: list[dict[int, int]]

    def pieces(self, members: Iterable[int]) -> list[list[int]]:
        """What hangs together among these doors, the largest piece first."""
        return sorted(in_pieces(self.links, members), key=len, reverse=True)


def in_pieces(links: Sequence[dict[int, int]], members: Iterable[int]) -> list[list[int]]:
    """What hangs together among these doors by their links, in no order."""
    left = set(members)
    found: list[list[int]] = []
    while left:
        piece = [left.pop()]
        for one in piece:
            near = links[one].keys() & left
            left -= near
            piece.extend(near)
        found.append(piece)
    return found


def link_streets(doors: Sequence[Door], at: Places) -> Streets:
    """The graph of these doors, in one piece."""
    links: list[dict[int, int]] = [{} for _door in doors]
    fronts = _link_buildings(doors, links)
    lines = _lines(doors, fronts)
    _link_along(lines, at, links)
    _link_across(doors, lines, at, links)
    _link_elsewhere([index for front in fronts for index in front], at, links)
    return Streets(links)


def _join(links: list[dict[int, int]], one: int, other: int, weight: int) -> None:
    if one != other and links[one].get(other, 0) < weight:
        links[one][other] = links[other][one] = weight


def _link_buildings(doors: Sequence[Door], links: list[dict[int, int]]) -> list[tuple[int, ...]]:
    """Link the flats of each building; answers its first and last, by which it has neighbours."""
    buildings: dict[tuple[str, str, int, str, str], list[int]] = defaultdict(list)
    for index, door in enumerate(doors):
        buildings[building_of(door)].append(index)
    fronts: list[tuple[int, ...]] = []
    for members in buildings.values():
        members.sort(key=lambda index: along_the_street(doors[index]))
        for one, other in pairwise(members):
            _join(links, one, other, WITHIN_A_BUILDING)
        fronts.append((members[0],) if len(members) == 1 else (members[0], members[-1]))
    return fronts


def _lines(doors: Sequence[Door], fronts: list[tuple[int, ...]]) -> list[list[tuple[int, ...]]]:
    """The buildings of each side of each street, in order."""
    lines: dict[tuple[str, str, str], list[tuple[int, ...]]] = defaultdict(list)
    for front in fronts:
        door = doors[front[0]]
        lines[(*street_of(door), side_of(door))].append(front)
    for line in lines.values():
        line.sort(key=lambda front: along_the_street(doors[front[0]]))
    return list(lines.values())


def _link_along(
    lines: list[list[tuple[int, ...]]], at: Places, links: list[dict[int, int]]
) -> None:
    for line in lines:
        for one, other in pairwise(line):
            if _metres(at, one[-1], other[0]) <= _A_GAP:
                _join(links, one[-1], other[0], NEXT_DOOR)


def _link_across(
    doors: Sequence[Door],
    lines: list[list[tuple[int, ...]]],
    at: Places,
    links: list[dict[int, int]],
) -> None:
    """Link each odd number to the nearest even one of its street."""
    sides: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(dict)
    for line in lines:
        door = doors[line[0][0]]
        sides[street_of(door)][side_of(door)] = [front[0] for front in line]
    for street in sides.values():
        odd, even = street.get("odd", []), street.get("even", [])
        if not odd or not even:
            continue
        numbers = np.array([doors[index].order for index in even])
        for index in odd:
            place = int(np.searchsorted(numbers, doors[index].order))
            other = even[min(place, len(even) - 1)]
            if _metres(at, index, other) <= _A_GAP:
                _join(links, index, other, ACROSS)


def _link_elsewhere(fronts: list[int], at: Places, links: list[dict[int, int]]) -> None:
    """Join neighbours by the triangulation, so that everything hangs together."""
    by_point: dict[tuple[float, float], int] = {}
    for index in fronts:
        point = (float(at[index, 0]), float(at[index, 1]))
        _join(links, by_point.setdefault(point, index), index, ELSEWHERE)
    points = list(by_point)
    ends = _edges(points)
    gaps = np.hypot(ends[:, 0] - ends[:, 2], ends[:, 1] - ends[:, 3])
    piece_of = list(range(len(links)))
    for index, near in enumerate(links):
        for other in near:
            _unite(piece_of, index, other)
    for place in np.argsort(gaps, kind="stable"):
        x, y, other_x, other_y = ends[place].tolist()
        one, other = by_point[x, y], by_point[other_x, other_y]
        near_by = gaps[place] <= _NEAR
        if _unite(piece_of, one, other) or near_by:
            _join(links, one, other, ELSEWHERE if near_by else FAR)
    for one, other in pairwise(by_point[point] for point in sorted(points)):
        if _unite(piece_of, one, other):  # a triangulation of points nearly in a line misses some
            _join(links, one, other, FAR)


def _edges(points: list[tuple[float, float]]) -> Places:
    """The triangulation's edges as rows of x, y, x, y; points in a line are joined in a row."""
    if len(points) > 2:
        drawn = delaunay_triangles(MultiPoint(points), only_edges=True)
        ends: Places = get_coordinates(drawn).reshape(-1, 4)
        if len(ends):
            return ends
    row = sorted(points)
    pairs = [(*one, *other) for one, other in pairwise(row)]
    return np.array(pairs, dtype=np.float64).reshape(-1, 4)


def _metres(at: Places, one: int, other: int) -> float:
    return float(np.hypot(at[one, 0] - at[other, 0], at[one, 1] - at[other, 1]))


def _root(piece_of: list[int], one: int) -> int:
    while piece_of[one] != one:
        piece_of[one] = piece_of[piece_of[one]]
        one = piece_of[one]
    return one


def _unite(piece_of: list[int], one: int, other: int) -> bool:
    """Put two pieces together; False where they were one already."""
    first, second = _root(piece_of, one), _root(piece_of, other)
    piece_of[first] = second
    return first != second
