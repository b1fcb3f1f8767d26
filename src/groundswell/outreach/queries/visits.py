"""Reading what the rules on the doorstep go by: doors as results, and the taps at them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from groundswell.contact.models import Attempt
from groundswell.contact.rules.outcomes import is_contact
from groundswell.outreach.models import Effort, VisitTrace
from groundswell.outreach.plausibility import CallerRecord, Result, Visit
from groundswell.outreach.queries.flags import (
    answers_given,
    decided_until,
    intentions_given,
    voided_in,
)
from groundswell.outreach.rules.distance import metres_between
from groundswell.register.models import Household

ONE_VISIT = timedelta(minutes=30)


@dataclass
class VisitorRecord:
    """One visitor on a canvass: what came of each door, and the taps on their own telephone."""

    doors: CallerRecord = field(default_factory=lambda: CallerRecord(()))
    visits: tuple[Visit, ...] = ()


def visitor_records(effort: Effort) -> dict[int, VisitorRecord]:
    """Each visitor's record on a canvass, by member id.

    People of one household answer together and often agree, so a door counts once: it is a contact
    where anybody answered, and its voting intention is the first that was given.
    """
    records: dict[int, VisitorRecord] = defaultdict(VisitorRecord)
    for member, doors in _doors(effort).items():
        records[member].doors = CallerRecord(tuple(doors))
    for member, visits in _visits(effort).items():
        records[member].visits = tuple(visits)
    return dict(records)


def _doors(effort: Effort) -> dict[int, list[Result]]:
    seats = list(effort.queues.values_list("constituency_id", flat=True))
    rows = Attempt.objects.filter(
        constituency_id__in=seats, effort_id=effort.id, member_id__isnull=False
    ).exclude(outcome="")
    voided, since = voided_in(effort), decided_until(effort)
    intentions, answers = intentions_given(effort), answers_given(effort)
    found: dict[int, list[Result]] = defaultdict(list)
    open_doors: dict[int, tuple[int | None, datetime]] = {}
    for row in rows.order_by("made_at", "id").values(
        "id_on_device", "member_id", "household_id", "outcome", "made_at", "recorded_at"
    ):
        member, at = row["member_id"], row["made_at"]
        if row["id_on_device"] in voided or _decided(row, since):
            continue
        one = Result(
            contact=is_contact(row["outcome"]),
            spoke=row["outcome"] == "spoke",
            answers=answers[row["id_on_device"]],
            seconds=None,
            local_time=timezone.localtime(min(at, row["recorded_at"])),
            intention=intentions.get(row["id_on_device"], ""),
        )
        household, begun = open_doors.get(member, (None, at))
        if found[member] and household == row["household_id"] and at - begun <= ONE_VISIT:
            found[member][-1] = _together(found[member][-1], one)
            continue
        open_doors[member] = (row["household_id"], at)
        found[member].append(one)
    return found


def _together(door: Result, one: Result) -> Result:
    return Result(
        contact=door.contact or one.contact,
        spoke=door.spoke or one.spoke,
        answers=door.answers + one.answers,
        seconds=None,
        local_time=door.local_time,
        intention=door.intention or one.intention,
    )


def _visits(effort: Effort) -> dict[int, list[Visit]]:
    seats = list(effort.queues.values_list("constituency_id", flat=True))
    since = decided_until(effort)
    traces = [
        trace
        for trace in VisitTrace.objects.filter(
            constituency_id__in=seats, effort_id=effort.id
        ).order_by("made_at", "id")
        if not _decided({"member_id": trace.member_id, "recorded_at": trace.recorded_at}, since)
    ]
    places = _places(seats, {trace.household_id for trace in traces})
    found: dict[int, list[Visit]] = defaultdict(list)
    before: dict[int, int] = {}
    for trace in traces:
        door = trace.household_id
        found[trace.member_id].append(
            Visit(
                household=door,
                local_time=timezone.localtime(trace.made_at),
                contact=trace.contact,
                answers=trace.answers,
                walked=_between(places.get(before.get(trace.member_id, door)), places.get(door)),
                metres=trace.metres,
            )
        )
        before[trace.member_id] = door
    return found


def _decided(row: Mapping[str, Any], since: Mapping[int, datetime]) -> bool:
    decided = since.get(row["member_id"])
    return decided is not None and row["recorded_at"] <= decided


def _places(seats: list[int], doors: Iterable[int]) -> dict[int, tuple[float, float]]:
    homes = Household.objects.filter(constituency_id__in=seats, pk__in=list(doors))
    return {
        pk: (latitude, longitude)
        for pk, latitude, longitude in homes.values_list("pk", "latitude", "longitude")
        if latitude is not None and longitude is not None
    }


def _between(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float | None:
    return metres_between(*one, *other) if one and other else None
