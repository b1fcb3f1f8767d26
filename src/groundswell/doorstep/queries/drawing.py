"""A canvass as its map draws it: doors, streets through them, rounds. No names, no people."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from groundswell.doorstep.models import Round, RoundDoor
from groundswell.doorstep.queries.cutting import doors_of, free_doors
from groundswell.doorstep.rules.doors import Door, along_the_street, side_of, street_of
from groundswell.doorstep.rules.placing import in_degrees, placed
from groundswell.outreach.models import Effort

_DIGITS = 6  # of a degree: a decimetre
_LONGEST = 0.003  # degrees along a street, beyond which no line is drawn
Spot = tuple[float, float]


def map_of(effort: Effort, walked: Sequence[Round]) -> dict[str, Any]:
    """{doors, streets, rounds}: each a GeoJSON FeatureCollection, longitude first.

    Doors have ``round`` (its number, 0: in none yet) and ``state``; rounds ``number``, ``name``,
    ``state`` and ``code``.
    """
    doors: list[dict[str, Any]] = []
    streets: list[dict[str, Any]] = []
    free = free_doors(effort)
    for constituency_id in free.keys() | {one.constituency_id for one in walked}:
        here = [one for one in walked if one.constituency_id == constituency_id]
        of_door = _round_of_door(constituency_id, here)
        people = dict(free.get(constituency_id, {}))
        people.update({household: [] for household in of_door})
        known = [one for one in doors_of(constituency_id, people) if one.latitude is not None]
        at = in_degrees(known, placed(known))
        doors += [_door(at[one.household_id], of_door.get(one.household_id)) for one in known]
        streets += _streets(known, at)
    return {
        "doors": _collection(doors),
        "streets": _collection(streets),
        "rounds": _collection([_round(one) for one in walked if one.outline]),
    }


def free_streets(effort: Effort) -> list[tuple[str, int]]:
    """The streets with doors in no round yet, with how many doors, by name."""
    counted: dict[str, int] = defaultdict(int)
    for constituency_id, people in free_doors(effort).items():
        for door in doors_of(constituency_id, people):
            counted[door.street] += 1
    return sorted((street, doors) for street, doors in counted.items() if street)


def streets_of(effort: Effort) -> list[str]:
    """The streets in rounds of a canvass, by name."""
    found: set[str] = set()
    for constituency_id in set(effort.rounds.values_list("constituency_id", flat=True)):
        rounds = effort.rounds.filter(constituency=constituency_id).values("pk")
        inside = RoundDoor.objects.filter(constituency=constituency_id, round_id__in=rounds)
        found.update(inside.values_list("household__street", flat=True).distinct())
    return sorted(street for street in found if street)


def _round_of_door(constituency_id: int, walked: Sequence[Round]) -> dict[int, Round]:
    by_id = {one.pk: one for one in walked}
    rows = RoundDoor.objects.filter(constituency=constituency_id, round_id__in=by_id)
    return {household: by_id[pk] for household, pk in rows.values_list("household_id", "round_id")}


def _streets(doors: Sequence[Door], at: dict[int, Spot]) -> list[dict[str, Any]]:
    """Lines through the doors of each side of each street, in the order of their numbers."""
    sides: dict[tuple[str, str, str], list[Door]] = defaultdict(list)
    for door in doors:
        sides[(*street_of(door), side_of(door))].append(door)
    lines = []
    for (street, _locality, _side), members in sides.items():
        members.sort(key=along_the_street)
        line: list[Spot] = []
        for door in members:
            spot = at[door.household_id]
            if line and _far(line[-1], spot):
                lines.append((street, line))
                line = []
            line.append(spot)
        lines.append((street, line))
    return [
        _feature("LineString", [_rounded(spot) for spot in line], {"street": street})
        for street, line in lines
        if len(line) > 1
    ]


def _far(one: Spot, other: Spot) -> bool:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) > _LONGEST


def _door(spot: Spot, walked: Round | None) -> dict[str, Any]:
    about = {"round": walked.number if walked else 0, "state": walked.state if walked else "none"}
    return _feature("Point", _rounded(spot), about)


def _round(walked: Round) -> dict[str, Any]:
    about = {
        "number": walked.number,
        "name": walked.name,
        "state": walked.state,
        "code": walked.code,
        "middle": [walked.longitude, walked.latitude],
    }
    return _feature("Polygon", [walked.outline], about)


def _feature(kind: str, coordinates: Any, about: dict[str, Any]) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": about, "geometry": geometry}


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": features}


def _rounded(spot: Spot) -> list[float]:
    return [round(spot[0], _DIGITS), round(spot[1], _DIGITS)]
