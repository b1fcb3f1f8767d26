"""How many: people, households and callable numbers, and who was left out and why."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection

from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.targeting.models import Universe
from groundswell.targeting.queries.asking import adapted, asked_in_each, from_where
from groundswell.targeting.queries.universes import check_may_target
from groundswell.targeting.rules import Asked, Clause, checked
from groundswell.targeting.rules.eligibility import LEFT_OUT, NOT_CALLABLE, reason_case

_BARRED = (*LEFT_OUT, *NOT_CALLABLE)
# The planner is to work the reason out once for each row, not once for each sum: a limit that
# nobody reaches keeps both engines from unfolding the inner question.
_ONCE = 1_000_000_000


@dataclass(frozen=True)
class UniverseCounts:
    """Counts of one moment, each person in one place.

    ``matched`` = ``people`` + all ``left_out``; ``people`` = ``callable`` + all ``not_callable``.
    ``people`` and ``households`` may be contacted now on some channel; ``callable`` are those with
    a number that may be rung. Reasons by the names of ``rules.eligibility.Reason``.
    """

    matched: int = 0
    people: int = 0
    households: int = 0
    callable: int = 0
    left_out: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(LEFT_OUT, 0))
    not_callable: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(NOT_CALLABLE, 0))

    def __add__(self, other: "UniverseCounts") -> "UniverseCounts":
        return UniverseCounts(
            matched=self.matched + other.matched,
            people=self.people + other.people,
            households=self.households + other.households,
            callable=self.callable + other.callable,
            left_out=_sums(self.left_out, other.left_out),
            not_callable=_sums(self.not_callable, other.not_callable),
        )

    def as_json(self) -> dict[str, Any]:
        """As kept on the universe."""
        return asdict(self)


def count_universe(member: Member, area: Area, rule: object) -> UniverseCounts:
    """The counts of a rule in an area, for an organiser of it (NotFound for others).

    Raises rules.WrongRule where the rule cannot be understood.
    """
    check_may_target(member, area)
    return counted(area, rule)


def counted(area: Area, rule: object) -> UniverseCounts:
    """The counts, whoever asks: for the system's own refreshing."""
    total = UniverseCounts()
    for asked, selected in asked_in_each(area, checked(rule)):
        total += _counted_in_one(asked, selected)
    return total


def kept_counts(universe: Universe) -> UniverseCounts | None:
    """The counts as last refreshed, or None before the first time."""
    return UniverseCounts(**universe.counts) if universe.counts else None


def counting_statement(asked: Asked, selected: Clause) -> tuple[str, list[Any]]:
    """One statement: all selected, their households, and how many each reason bars, in order."""
    reason = reason_case(asked.now, asked.today)
    sums = ", ".join(f"COUNT(*) FILTER (WHERE r.reason = {at})" for at in range(len(_BARRED)))
    sql = (
        "SELECT COUNT(*), COUNT(DISTINCT r.household_id)"  # noqa: S608 - our own fragments; values are parameters
        f" FILTER (WHERE r.reason >= {len(LEFT_OUT)}), {sums}"
        f" FROM (SELECT {reason.sql} AS reason, s.household_id {from_where(selected)}"
        f" LIMIT {_ONCE}) r"
    )
    return sql, adapted((*reason.params, *selected.params))


def _counted_in_one(asked: Asked, selected: Clause) -> UniverseCounts:
    with connection.cursor() as cursor:
        cursor.execute(*counting_statement(asked, selected))
        matched, households, *numbers = cursor.fetchone()
    barred = dict(zip(_BARRED, numbers, strict=True))
    return UniverseCounts(
        matched=matched,
        people=matched - sum(barred[reason] for reason in LEFT_OUT),
        households=households,
        callable=matched - sum(barred.values()),
        left_out={reason.value: barred[reason] for reason in LEFT_OUT},
        not_callable={reason.value: barred[reason] for reason in NOT_CALLABLE},
    )


def _sums(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {str(name): number + other.get(name, 0) for name, number in one.items()}
