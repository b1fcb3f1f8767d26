"""The first people of a universe, to see whether the rule says what was meant."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from groundswell.common import clock
from groundswell.contact.models import ElectorState
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import Elector, Household
from groundswell.targeting.queries.asking import adapted, asked_in_each, from_where
from groundswell.targeting.queries.universes import check_may_target
from groundswell.targeting.rules import Asked, Clause, checked
from groundswell.targeting.rules.eligibility import Reason, reason_case

FIRST = 50


@dataclass(frozen=True)
class Listed:
    """One person as the list shows them; ``address`` is empty for those who have none with us."""

    constituency_id: int
    elector_id: int
    person: UUID
    name: str
    address: str
    ward: str
    polling_district: str
    voting_intention: str
    last_contact_at: datetime | None
    attempts: int
    callable: bool


def first_fifty(member: Member, area: Area, rule: object) -> list[Listed]:
    """Up to fifty who may be contacted now, household by household (NotFound for others).

    Whoever shows them notes it: ``privacy.commands.note_sighting`` with their ``person``.
    """
    check_may_target(member, area)
    people: list[Listed] = []
    for asked, selected in asked_in_each(area, checked(rule)):
        people += _listed(asked, selected, FIRST - len(people))
        if len(people) >= FIRST:
            break
    return people


def _listed(asked: Asked, selected: Clause, most: int) -> list[Listed]:
    reason = reason_case(asked.now, asked.today)
    order = list(Reason)
    sql = (
        f"SELECT s.elector_id {from_where(selected)}"
        f" AND {reason.sql} NOT IN ({order.index(Reason.DO_NOT_CONTACT)},"
        f" {order.index(Reason.RESTING)})"
        " ORDER BY s.household_id, s.elector_id LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, adapted((*selected.params, *reason.params, most)))
        ids = [row[0] for row in cursor.fetchall()]
    return _in_full(asked.constituency_id, ids)


def _in_full(constituency_id: int, ids: list[int]) -> list[Listed]:
    electors = Elector.objects.filter(constituency=constituency_id).in_bulk(ids)
    states = {
        state.elector_id: state
        for state in ElectorState.objects.filter(constituency=constituency_id, elector__in=ids)
    }
    at = {elector.household_id for elector in electors.values() if elector.household_id}
    homes = Household.objects.filter(constituency=constituency_id).in_bulk(at)
    areas = {area for elector in electors.values() for area in _areas(elector)}
    names = dict(Area.objects.filter(pk__in=areas).values_list("pk", "name"))
    return [
        _row(electors[pk], states[pk], homes.get(electors[pk].household_id or 0), names)
        for pk in ids
        if pk in electors
    ]


def _areas(elector: Elector) -> list[int]:
    return [pk for pk in (elector.ward_id, elector.polling_district_id) if pk]


def _row(
    elector: Elector, state: ElectorState, home: Household | None, names: dict[int, str]
) -> Listed:
    address = ", ".join(part for part in (home.address, home.postcode) if part) if home else ""
    until = state.callable_until
    free = not {"all", "phone"}.intersection(state.stopped.split(","))
    return Listed(
        constituency_id=elector.constituency_id,
        elector_id=elector.pk,
        person=elector.person,
        name=str(elector),
        address=address,
        ward=names.get(elector.ward_id or 0, ""),
        polling_district=names.get(elector.polling_district_id or 0, ""),
        voting_intention=state.get_voting_intention_display(),
        last_contact_at=state.last_contact_at,
        attempts=state.attempts,
        callable=free and until is not None and until >= clock.today(),
    )
