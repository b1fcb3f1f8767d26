"""Putting a rule to the database: the statement's common middle, and its parameters."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import connection
from django.utils import timezone

from groundswell.common import clock
from groundswell.places.models import Area
from groundswell.register.rules.voting_age import NoRule, attainment_age
from groundswell.targeting.queries.areas import areas_in, meanings, within
from groundswell.targeting.rules import Asked, Clause, Within, compiled
from groundswell.targeting.rules.eligibility import on_the_register
from groundswell.targeting.rules.sql import area_clause

STATE = "contact_electorstate s"
REGISTER = "register_elector e ON e.constituency_id = s.constituency_id AND e.id = s.elector_id"


def asked_in_each(area: Area, rule: Mapping[str, Any]) -> Iterator[tuple[Asked, Clause]]:
    """For each constituency of the area: the circumstances, and whom the rule selects there.

    The clause begins with the constituency, has the area and everything that bars somebody from
    every list but not what is shown as left out (stops, rests).
    """
    places = within(area)
    named = meanings(areas_in(rule))
    nations = dict(Area.objects.filter(pk__in=places).values_list("pk", "nation"))
    for constituency_id, place in sorted(places.items()):
        here = {pk: parts.get(constituency_id, Within()) for pk, parts in named.items()}
        asked = circumstances(constituency_id, nations.get(constituency_id, ""), here)
        yield asked, _selected(asked, place, rule)


def circumstances(constituency_id: int, nation: str, areas: Mapping[int, Within]) -> Asked:
    """One constituency now."""
    today = clock.today()
    return Asked(
        constituency_id=constituency_id,
        now=clock.now(),
        today=today,
        midnight=_midnight,
        areas=areas,
        attains_at=_attains_at(nation, today),
    )


def from_where(selected: Clause, *, register: bool = False) -> str:
    """The tables and the condition: the middle of every statement on a universe."""
    joined = f" JOIN {REGISTER}" if register or selected.asks_register else ""
    return f"FROM {STATE}{joined} WHERE {selected.sql}"


def adapted(params: Iterable[Any]) -> list[Any]:
    """The parameters as the database's driver wants them (SQLite keeps moments as text)."""
    return [_adapted(param) for param in params]


def _selected(asked: Asked, place: Within, rule: Mapping[str, Any]) -> Clause:
    parts = [on_the_register(asked.constituency_id, asked.today), area_clause(place)]
    parts.append(compiled(rule, asked))
    kept = [part for part in parts if part.sql != "TRUE"]
    return Clause(
        " AND ".join(part.sql for part in kept),
        tuple(param for part in kept for param in part.params),
        any(part.asks_register for part in kept),
    )


def _adapted(param: Any) -> Any:
    if isinstance(param, datetime):
        return connection.ops.adapt_datetimefield_value(param)
    if isinstance(param, date):
        return connection.ops.adapt_datefield_value(param)
    return param


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _attains_at(nation: str, today: date) -> int:
    try:
        return attainment_age(nation=nation, on=today)
    except NoRule:
        return 18
