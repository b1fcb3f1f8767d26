"""Sums of roll-up rows: in all, by hour and day, by area, by branch."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils import timezone

from groundswell.common import clock
from groundswell.contact.models import Meaning, Tally
from groundswell.headquarters.queries.scopes import Scope
from groundswell.headquarters.rules import Period, first_day
from groundswell.places.models import Area

MEANINGS = tuple(meaning.value for meaning in Meaning)
_SUMS = {name: Sum(name) for name in ("attempts", "contacts", "conversations", *MEANINGS)}


@dataclass(frozen=True)
class Figures:
    """Tries, people who answered, those who answered a question, and how those mean to vote."""

    attempts: int = 0
    contacts: int = 0
    conversations: int = 0
    intentions: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(MEANINGS, 0))

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.attempts + other.attempts,
            self.contacts + other.contacts,
            self.conversations + other.conversations,
            {name: number + other.intentions[name] for name, number in self.intentions.items()},
        )

    @property
    def counts(self) -> tuple[int, int, int]:
        """Attempts, contacts, conversations."""
        return self.attempts, self.contacts, self.conversations


def total(parts: Iterable[Figures]) -> Figures:
    """All of them together."""
    return sum(parts, Figures())


def by_moment(scope: Scope, period: Period) -> dict[datetime, Figures]:
    """The figures of each hour that has any, by its beginning on the wall clock."""
    return {
        timezone.localtime(hour): figures
        for hour, figures in _summed(rows_of(scope, period), "hour").items()
    }


def by_day(moments: Mapping[datetime, Figures]) -> dict[date, Figures]:
    """The same by day, in order."""
    days: dict[date, Figures] = defaultdict(Figures)
    for moment, figures in moments.items():
        days[moment.date()] += figures
    return dict(sorted(days.items()))


def by_hour(moments: Mapping[datetime, Figures]) -> dict[int, Figures]:
    """The same by hour of the day, all days together, from the first hour with any to the last."""
    hours: dict[int, Figures] = defaultdict(Figures)
    for moment, figures in moments.items():
        hours[moment.hour] += figures
    return {hour: hours[hour] for hour in range(min(hours, default=0), max(hours, default=-1) + 1)}


def by_area(scope: Scope, period: Period, level: str) -> list[tuple[Area, Figures]]:
    """By constituency, ward or polling district (``Area.Kind``), by name."""
    column = {
        Area.Kind.CONSTITUENCY: "constituency_id",
        Area.Kind.WARD: "ward_id",
        Area.Kind.POLLING_DISTRICT: "polling_district_id",
    }[Area.Kind(level)]
    return _named(_summed(rows_of(scope, period), column))


def by_branch(scope: Scope, period: Period) -> list[tuple[Area, Figures]]:
    """By the callers' own branch, by name; those of no branch are in the total only."""
    return _named(_summed(rows_of(scope, period), "branch_id"))


def rows_of(scope: Scope, period: Period) -> QuerySet[Tally]:
    """The roll-up rows of a scope over a period."""
    rows = Tally.objects.filter(scope.condition)
    start = first_day(period, clock.today())
    if start is None:
        return rows
    return rows.filter(hour__gte=timezone.make_aware(datetime.combine(start, time.min)))


def _summed(rows: QuerySet[Tally], column: str) -> dict[Any, Figures]:
    sums = rows.order_by().values(column).annotate(**_SUMS)
    return {row[column]: _figures(row) for row in sums.order_by(column)}


def _figures(row: Mapping[str, Any]) -> Figures:
    return Figures(
        row["attempts"],
        row["contacts"],
        row["conversations"],
        {name: row[name] for name in MEANINGS},
    )


def _named(sums: Mapping[int, Figures]) -> list[tuple[Area, Figures]]:
    areas = Area.objects.filter(pk__in=sums).defer("geometry").order_by("name", "pk")
    return [(area, sums[area.pk]) for area in areas]
