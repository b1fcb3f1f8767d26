"""A rule as one SQL condition that SQLite and PostgreSQL both understand.

It speaks of ``s`` (contact_electorstate) and, where it must, of ``e`` (register_elector); values
are parameters, never part of the text. A condition on something unknown (an age, a date) is not
true of the person; in SQL it may be NULL, which a ``WHERE`` takes for false, and which "none of"
turns into false before it is denied.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from groundswell.targeting.rules.dates import years_before
from groundswell.targeting.rules.eligibility import Clause, callable_today
from groundswell.targeting.rules.kinds import UNKNOWN, Match

EVERYBODY = Clause("TRUE")
NOBODY = Clause("FALSE")


class Within(NamedTuple):
    """What an area means in one constituency: all of it, or these wards and polling districts."""

    whole: bool = False
    wards: tuple[int, ...] = ()
    districts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What a rule is asked of: one constituency at one moment.

    ``areas`` has each area that the rule names; ``midnight`` gives the moment at which a day
    begins there; ``attains_at`` is the age that the date beside an attainer stands for.
    """

    constituency_id: int
    now: datetime
    today: date
    midnight: Callable[[date], datetime]
    areas: Mapping[int, Within]
    attains_at: int = 18


def compiled(rule: Mapping[str, Any], asked: Asked) -> Clause:
    """The checked rule as a condition; an empty rule is true of everybody."""
    items = rule["conditions"]
    if not items:
        return EVERYBODY
    clauses = [
        compiled(item, asked) if "match" in item else _BY_KIND[item["kind"]](item, asked)
        for item in items
    ]
    match Match(rule["match"]):
        case Match.ALL:
            return _joined(" AND ", clauses)
        case Match.ANY:
            return _joined(" OR ", clauses)
        case Match.NONE:
            return _joined(" AND ", [_denied(clause) for clause in clauses])


def area_clause(within: Within) -> Clause:
    """Whether somebody lives there."""
    if within.whole:
        return EVERYBODY
    parts = []
    if within.wards:
        parts.append(_among("s.ward_id", within.wards))
    if within.districts:
        parts.append(_among("s.polling_district_id", within.districts))
    return _joined(" OR ", parts) if parts else NOBODY


def _joined(word: str, clauses: Sequence[Clause]) -> Clause:
    params = tuple(param for clause in clauses for param in clause.params)
    register = any(clause.asks_register for clause in clauses)
    return Clause(f"({word.join(clause.sql for clause in clauses)})", params, register)


def _denied(clause: Clause) -> Clause:
    return clause._replace(sql=f"NOT COALESCE({clause.sql}, FALSE)")


def _among(column: str, values: Iterable[Any], *, asks_register: bool = False) -> Clause:
    params = tuple(values)
    marks = ", ".join(["%s"] * len(params))
    return Clause(f"{column} IN ({marks})", params, asks_register)


def _area(said: Mapping[str, Any], asked: Asked) -> Clause:
    clauses = [area_clause(asked.areas.get(area, Within())) for area in said["areas"]]
    return _joined(" OR ", clauses)


def _street(said: Mapping[str, Any], asked: Asked) -> Clause:
    streets = _among("h.street", said["streets"])
    return Clause(
        "s.household_id IN (SELECT h.id FROM register_household h"  # noqa: S608 - our own fragments; values are parameters
        f" WHERE h.constituency_id = %s AND {streets.sql})",
        (asked.constituency_id, *streets.params),
    )


def _age(said: Mapping[str, Any], asked: Asked) -> Clause:
    """By the date of birth; else the birthday an attainer's date implies; else the year of birth.

    Of a year alone the age is the one reached in this year.
    """
    birthdays = _span("e.born_on", _born_between(said, asked.today))
    attaining = _span(
        "e.attains_on",
        [day and years_before(day, -asked.attains_at) for day in _born_between(said, asked.today)],
    )
    years = _span(
        "e.birth_year",
        [
            None if said["to"] is None else asked.today.year - said["to"],
            None if said["from"] is None else asked.today.year - said["from"],
        ],
    )
    sql = (
        f"CASE WHEN e.born_on IS NOT NULL THEN {birthdays.sql}"
        f" WHEN e.attains_on IS NOT NULL THEN {attaining.sql}"
        f" ELSE {years.sql} END"
    )
    return Clause(sql, (*birthdays.params, *attaining.params, *years.params), asks_register=True)


def _born_between(said: Mapping[str, Any], today: date) -> list[date | None]:
    """The first and the last day on which somebody of these ages can have been born."""
    low, high = said["from"], said["to"]
    return [
        None if high is None else years_before(today, high + 1) + timedelta(days=1),
        None if low is None else years_before(today, low),
    ]


def _span(column: str, ends: Sequence[Any]) -> Clause:
    low, high = ends
    parts = [Clause(f"{column} IS NOT NULL")]
    if low is not None:
        parts.append(Clause(f"{column} >= %s", (low,)))
    if high is not None:
        parts.append(Clause(f"{column} <= %s", (high,)))
    return _joined(" AND ", parts)


def _voting_intention(said: Mapping[str, Any], asked: Asked) -> Clause:
    told = [word for word in said["is"] if word != UNKNOWN]
    parts = []
    if told:
        spoken = [_among("s.voting_intention", told)]
        if said["newer_than_days"] is not None:
            since = asked.now - timedelta(days=said["newer_than_days"])
            spoken.append(Clause("s.voting_intention_at >= %s", (since,)))
        if said["older_than_days"] is not None:
            before = asked.now - timedelta(days=said["older_than_days"])
            spoken.append(Clause("s.voting_intention_at < %s", (before,)))
        parts.append(_joined(" AND ", spoken))
    if UNKNOWN in said["is"]:
        parts.append(Clause("s.voting_intention = ''"))
    return _joined(" OR ", parts)


def _last_contacted(said: Mapping[str, Any], asked: Asked) -> Clause:
    return _contacted_before(asked.now - timedelta(days=said["days"]), said)


def _last_contacted_before(said: Mapping[str, Any], asked: Asked) -> Clause:
    return _contacted_before(asked.midnight(date.fromisoformat(said["date"])), said)


def _contacted_before(moment: datetime, said: Mapping[str, Any]) -> Clause:
    parts = [Clause("s.last_contact_at < %s", (moment,))]
    if said["or_never"]:
        parts.append(Clause("s.last_contact_at IS NULL"))
    return _joined(" OR ", parts)


def _never_contacted(_said: Mapping[str, Any], _asked: Asked) -> Clause:
    return Clause("s.last_contact_at IS NULL")


def _attempts(said: Mapping[str, Any], _asked: Asked) -> Clause:
    return Clause("s.attempts < %s", (said["fewer_than"],))


def _outcome(said: Mapping[str, Any], _asked: Asked) -> Clause:
    return _among("s.last_outcome", said["is"])


def _tag(said: Mapping[str, Any], asked: Asked) -> Clause:
    names = _among("t.name", said["is"])
    return Clause(
        "s.elector_id IN (SELECT t.elector_id FROM register_tag t"  # noqa: S608 - our own fragments; values are parameters
        f" WHERE t.constituency_id = %s AND {names.sql})",
        (asked.constituency_id, *names.params),
    )


def _callable(_said: Mapping[str, Any], asked: Asked) -> Clause:
    return callable_today(asked.today)


def _postal_voter(_said: Mapping[str, Any], _asked: Asked) -> Clause:
    return Clause("e.absent_vote IN ('postal', 'postal_proxy')", asks_register=True)


def _household_size(said: Mapping[str, Any], asked: Asked) -> Clause:
    """By those on the register at the address today; of somebody without address it is unknown."""
    size = _span("COUNT(*)", [said["from"], said["to"]])
    return Clause(
        "s.household_id IN (SELECT z.household_id FROM contact_electorstate z"  # noqa: S608 - our own fragments; values are parameters
        " WHERE z.constituency_id = %s AND z.in_force AND z.household_id IS NOT NULL"
        f" GROUP BY z.household_id HAVING {size.sql})",
        (asked.constituency_id, *size.params),
    )


def _party_registered(said: Mapping[str, Any], _asked: Asked) -> Clause:
    return _among("e.party_registered", said["is"], asks_register=True)


_BY_KIND: Mapping[str, Callable[[Mapping[str, Any], Asked], Clause]] = {
    "area": _area,
    "street": _street,
    "age": _age,
    "voting_intention": _voting_intention,
    "last_contacted": _last_contacted,
    "last_contacted_before": _last_contacted_before,
    "never_contacted": _never_contacted,
    "attempts": _attempts,
    "outcome": _outcome,
    "tag": _tag,
    "callable": _callable,
    "postal_voter": _postal_voter,
    "household_size": _household_size,
    "party_registered": _party_registered,
}
