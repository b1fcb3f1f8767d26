"""A row of state for every elector of the register: made, moved and closed with them, in bulk."""

from collections import defaultdict
from collections.abc import Sequence

from django.db import connection

from groundswell.common import clock, sql
from groundswell.common.indexes import indexes_set_aside
from groundswell.common.tables import BigTable
from groundswell.contact.commands.calling import refresh_callable
from groundswell.contact.commands.refolding import refold_many
from groundswell.contact.commands.stopping import set_stops
from groundswell.contact.models import Attempt, ElectorState
from groundswell.places.models import Area
from groundswell.register.models import ContactDetail
from groundswell.register.rules.dates import years_later
from groundswell.register.rules.voting_age import NoRule, attainment_age

YOUNGEST = 16
_USUAL_ATTAINMENT = 18

# What a state copies of the register. Nobody younger than sixteen is contacted: the day on which
# they are old enough follows from the date beside their name, or from their birthday.
_REGISTER = """
WITH place(constituency_id, years, attains_after, born_after) AS ({places}),
register AS (
    SELECT e.constituency_id, e.id AS elector_id, e.household_id, e.ward_id, e.polling_district_id,
        e.gone_at IS NULL AND e.kind <> 'anonymous' AS in_force,
        CASE WHEN e.attains_on > place.attains_after THEN {sixteen_by_attaining}
             WHEN e.born_on > place.born_after THEN {sixteen_by_birth} END AS old_enough_on
    FROM place JOIN register_elector e ON e.constituency_id = place.constituency_id
)
"""
_STATE = """contact_electorstate.constituency_id = register.constituency_id
    AND contact_electorstate.elector_id = register.elector_id"""

_INSERT = """
INSERT INTO contact_electorstate (
    constituency_id, elector_id, household_id, ward_id, polling_district_id, in_force,
    old_enough_on, not_callable, stopped, attempts, contacts, conversations, last_outcome,
    language, voting_intention
)
SELECT constituency_id, elector_id, household_id, ward_id, polling_district_id, in_force,
    old_enough_on, 'no_number', '', 0, 0, 0, '', '', ''
FROM register
"""
# In order, so that all who are missing are known before the first is inserted: one by one, a
# planner that still thinks the table empty would walk through what was just inserted each time.
_WHO_IS_MISSING = """
WHERE NOT EXISTS (SELECT 1 FROM contact_electorstate WHERE {state})
ORDER BY constituency_id, elector_id
"""

_COPIED = ("household_id", "ward_id", "polling_district_id", "in_force", "old_enough_on")
_UPDATE = """
UPDATE contact_electorstate SET {changes} FROM register WHERE {state} AND ({differs})
"""

# Who comes to another address takes over its rest, and leaves that of the old one behind.
_MOVERS = """
SELECT register.constituency_id, register.elector_id
FROM register LEFT JOIN contact_electorstate ON {state}
WHERE (contact_electorstate.elector_id IS NULL OR {moved})
  AND (contact_electorstate.rests_until IS NOT NULL OR EXISTS (
      SELECT 1 FROM contact_attempt a
      WHERE a.constituency_id = register.constituency_id AND a.household_id = register.household_id
  ))
"""


def keep_states(constituency_ids: Sequence[int]) -> None:
    """Make the states that are missing and have the others follow the register, in bulk.

    A few statements whatever the number of electors; called within an import's transaction. Then
    who may be called and who asked us to stop are looked up anew. What a first import cannot need
    is left out: it may be a million rows.
    """
    if not constituency_ids:
        return
    movers = _movers(constituency_ids)
    known = [one for one in constituency_ids if _has_rows(ElectorState, one)]
    with indexes_set_aside([ElectorState._meta.db_table]):
        _run(_INSERT, [one for one in constituency_ids if one not in known])
        _run(_INSERT + _WHO_IS_MISSING.format(state=_STATE), known)
    _tell_the_planner()
    changes = ", ".join(f"{name} = register.{name}" for name in _COPIED)
    kept = [sql.differs(f"contact_electorstate.{name}", f"register.{name}") for name in _COPIED]
    _run(_UPDATE.format(state=_STATE, changes=changes, differs=" OR ".join(kept)), known)
    for constituency_id, elector_ids in movers.items():
        refold_many(constituency_id, elector_ids)
    for constituency_id in constituency_ids:
        if constituency_id in known or _has_rows(ContactDetail, constituency_id):
            refresh_callable(constituency_id)
    set_stops(constituency_ids=constituency_ids)


def keep_states_for_register(constituency_ids: Sequence[int], import_id: int) -> None:
    """The register's hook: called within the transaction that applies an import."""
    del import_id  # every import is followed in the same way
    keep_states(constituency_ids)


def _tell_the_planner() -> None:
    """Have PostgreSQL count what was just inserted: unknowing, it walks the table row by row.

    Only the columns by which rows are found here; the others it looks at by itself soon after.
    """
    if connection.vendor == "postgresql":
        found_by = "constituency_id, elector_id, household_id"
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE contact_electorstate ({found_by})")


def _movers(constituency_ids: Sequence[int]) -> dict[int, list[int]]:
    """Electors new to an address where somebody rests, by constituency; none without attempts."""
    tried = [one for one in constituency_ids if _has_rows(Attempt, one)]
    found: dict[int, list[int]] = defaultdict(list)
    moved = sql.differs("contact_electorstate.household_id", "register.household_id")
    for constituency_id, elector_id in _run(
        _MOVERS.format(state=_STATE, moved=moved), tried, read=True
    ):
        found[constituency_id].append(elector_id)
    return found


def _has_rows(table: type[BigTable], constituency_id: int) -> bool:
    return bool(table.objects.filter(constituency=constituency_id).exists())  # type: ignore[attr-defined]  # each has it


def _run(
    statement: str, constituency_ids: Sequence[int], *, read: bool = False
) -> list[tuple[int, int]]:
    """Put the statement to the register of these constituencies; to none of them, nothing."""
    if not constituency_ids:
        return []
    places, parameters = sql.values(["bigint", "int", "date", "date"], _places(constituency_ids))
    register = _REGISTER.format(
        places=places,
        sixteen_by_attaining=sql.years_after("e.attains_on", "place.years"),
        sixteen_by_birth=sql.years_after("e.born_on", str(YOUNGEST)),
    )
    with connection.cursor() as cursor:
        cursor.execute(register + statement, parameters)
        return list(cursor.fetchall()) if read else []


def _places(constituency_ids: Sequence[int]) -> list[tuple[object, ...]]:
    today = clock.today()
    nations = dict(Area.objects.filter(pk__in=constituency_ids).values_list("pk", "nation"))
    rows: list[tuple[object, ...]] = []
    for one in constituency_ids:
        try:
            age = attainment_age(nation=nations.get(one, ""), on=today)
        except NoRule:
            age = _USUAL_ATTAINMENT
        ahead = age - YOUNGEST
        rows.append((one, -ahead, years_later(today, ahead), years_later(today, -YOUNGEST)))
    return rows
