"""Rounds written down: doors in walking order, names, codes, outlines."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from shapely import LineString, Polygon
from shapely import Point as ShapelyPoint

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.doorstep.models import Round, RoundDoor
from groundswell.doorstep.queries.cutting import doors_of, local_orders
from groundswell.doorstep.queries.former import knocked_before
from groundswell.doorstep.rules.codes import new_code
from groundswell.doorstep.rules.doors import Door
from groundswell.doorstep.rules.placing import Point, by_household, in_degrees, placed
from groundswell.doorstep.rules.walking import Walk, walk_order
from groundswell.members.models import Member
from groundswell.outreach.models import Effort

_MARGIN = 0.0002  # degrees, about 15 m around the outermost doors
_NAMED_STREETS = 2
_MANY = 10  # rounds at once, from which on each way is looked for more briefly
_A_GLANCE = 0.003  # seconds
OFFERED_FIRST_FOR = timedelta(days=1)


def lay_out(
    by: Member | None,
    effort: Effort,
    constituency_id: int,
    pieces: Sequence[Sequence[Door]],
    people: dict[int, list[int]],
    **how: Any,
) -> list[Round]:
    """Write these pieces down as rounds of the canvass; ``how`` is what ``Round`` keeps of it."""
    every_door = [door for piece in pieces for door in piece]
    places = placed(every_door)
    at, spots = by_household(every_door, places), in_degrees(every_door, places)
    fixed = local_orders(constituency_id, {door.street for door in every_door})
    chosen = {"sides": how["sides"], "comes_back": how["comes_back"]}
    walks = [
        walk_order(
            piece, fixed=fixed, at=at, seconds=_A_GLANCE if len(pieces) > _MANY else None, **chosen
        )
        for piece in pieces
    ]
    with transaction.atomic():
        Effort.objects.select_for_update().get(pk=effort.pk)
        last = effort.rounds.aggregate(last=Max("number"))["last"] or 0
        rounds = Round.objects.bulk_create(
            _round(by, effort, constituency_id, number, walk, spots, people, how)
            for number, walk in enumerate(walks, start=last + 1)
        )
        _offer_first(rounds, walks)
        RoundDoor.objects.bulk_create(
            (
                RoundDoor(
                    constituency_id=constituency_id,
                    round_id=one.pk,
                    household_id=door.household_id,
                    position=position,
                    electors=people[door.household_id],
                )
                for one, walk in zip(rounds, walks, strict=True)
                for position, door in enumerate(walk.doors, start=1)
            ),
            batch_size=2_000,
        )
        write_audit_line(
            by=by.pk if by else None,
            action="doorstep.cut_rounds",
            subject=f"effort:{effort.pk}",
            details={"rounds": [one.code for one in rounds]},
        )
    return rounds


def _round(
    by: Member | None,
    effort: Effort,
    constituency_id: int,
    number: int,
    walk: Walk,
    spots: dict[int, Point],
    people: dict[int, list[int]],
    how: dict[str, Any],
) -> Round:
    walked = walk.doors
    places = [spots[one.household_id] for one in walked if one.latitude is not None]
    outline = _along(places) if places else None
    middle = places[len(places) // 2] if places else None
    return Round(
        effort=effort,
        constituency_id=constituency_id,
        number=number,
        name=name_of(walked),
        code=new_code(),
        doors=len(walked),
        people=sum(len(people[one.household_id]) for one in walked),
        minutes=round(walk.minutes),
        metres=round(walk.metres),
        latitude=middle[1] if middle else None,
        longitude=middle[0] if middle else None,
        outline=[list(point) for point in outline.exterior.coords] if outline else [],
        made_by=by,
        made_at=clock.now(),
        **how,
    )


def _along(places: Sequence[Point]) -> Polygon:
    """The ground on both sides of a walk, without what it goes around."""
    line = LineString(places) if len(places) > 1 else ShapelyPoint(places[0])
    ground = line.buffer(_MARGIN, quad_segs=2).simplify(_MARGIN / 8)
    return Polygon(ground.exterior) if isinstance(ground, Polygon) else Polygon()


def _offer_first(rounds: Sequence[Round], walks: Sequence[Walk]) -> None:
    """For a day, rounds with doors at which somebody has knocked are theirs to take."""
    doors = [door.household_id for walk in walks for door in walk.doors]
    knocked = knocked_before(rounds[0].constituency_id, doors) if rounds else {}
    known = [
        one.pk
        for one, walk in zip(rounds, walks, strict=True)
        if any(door.household_id in knocked for door in walk.doors)
    ]
    until = clock.now() + OFFERED_FIRST_FOR
    Round.objects.filter(pk__in=known).update(offered_first_until=until)


def walk_again(walked: Round) -> None:
    """Put the doors of a round into walking order anew, as a street's order was fixed."""
    here = {"constituency": walked.constituency_id, "round_id": walked.pk}
    rows = {row.household_id: row for row in RoundDoor.objects.filter(**here)}
    doors = doors_of(walked.constituency_id, {home: row.electors for home, row in rows.items()})
    walk = walk_order(
        doors,
        sides=walked.sides,
        comes_back=walked.comes_back,
        fixed=local_orders(walked.constituency_id, {door.street for door in doors}),
    )
    for position, door in enumerate(walk.doors, start=1):
        rows[door.household_id].position = position
    RoundDoor.objects.filter(**here).bulk_update(rows.values(), ["position"], batch_size=500)
    walked.metres, walked.minutes = round(walk.metres), round(walk.minutes)
    walked.save(update_fields=["metres", "minutes"])


def name_of(walked: Sequence[Door]) -> str:
    """The streets with the most doors: "Long Riding and Whitmore Way"."""
    counted: dict[str, int] = {}
    for door in walked:
        counted[door.street] = counted.get(door.street, 0) + 1
    streets = sorted(counted, key=lambda street: -counted[street])[:_NAMED_STREETS]
    return " & ".join(street for street in streets if street)[:160] or "–"
