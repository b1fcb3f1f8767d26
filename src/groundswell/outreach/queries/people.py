"""The people in a batch, and the one of them who is being called."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from groundswell.common import clock
from groundswell.common.sql import moment
from groundswell.contact.models import ElectorState
from groundswell.contact.queries import facts_of, summary_line
from groundswell.outreach.models import Effort
from groundswell.outreach.queries.branching import not_asked, questions_by_facts
from groundswell.outreach.queries.statements import day, fetch
from groundswell.outreach.rules import Candidate
from groundswell.privacy.models import Channel, Suppression
from groundswell.privacy.queries import is_suppressed

IN_BATCH = """
SELECT a.id, a.elector_id, COALESCE(a.household_id, -a.elector_id), a.position, a.state, a.outcome,
    a.shown_at, COALESCE(s.in_force, %(no)s), s.callable_until, COALESCE(s.stopped, ''),
    COALESCE(s.call_back_at, s.rests_until)
FROM outreach_assignment a
LEFT JOIN contact_electorstate s
    ON s.constituency_id = %(constituency)s AND s.elector_id = a.elector_id
WHERE a.constituency_id = %(constituency)s AND a.batch = %(batch)s
"""


def people_in_batch(constituency_id: int, batch: UUID) -> list[Candidate]:
    """Everybody in a batch as they stand at this moment, in no order."""
    return as_candidates(
        fetch(IN_BATCH, {"constituency": constituency_id, "batch": batch, "no": False})
    )


def as_candidates(rows: Iterable[tuple[Any, ...]]) -> list[Candidate]:
    """The rows of ``IN_BATCH`` as the rules take them."""
    return [
        Candidate(
            assignment_id=row[0],
            elector_id=row[1],
            home=row[2],
            position=row[3],
            held=row[4] == "held",
            outcome=row[5],
            shown=row[6] is not None,
            in_force=bool(row[7]),
            callable_until=day(row[8]),
            stopped=row[9],
            rests_until=moment(row[10]),
        )
        for row in rows
    ]


@dataclass(frozen=True)
class ShownPerson:
    """The person being called, as their caller sees them: nothing else leaves the server.

    ``line``, ``address`` and ``age`` are empty unless the organiser turned them on for the effort;
    ``not_asked`` are the keys of questions that the script leaves out for them.
    """

    elector_id: int
    person: UUID
    name: str
    area: str
    number: str
    not_asked: tuple[str, ...] = ()
    line: str = ""
    address: str = ""
    age: str = ""


# Own consent goes before screening (PECR regulation 21), the newest number before older ones.
_MAY_BE_CALLED = """
d.constituency_id = %(constituency)s AND d.elector_id = %(elector)s AND d.kind = 'phone'
  AND d.retired_at IS NULL
  AND (d.consented OR (d.screened_on >= %(since)s AND NOT d.tps_listed))
ORDER BY d.consented DESC, d.obtained_on DESC, d.id DESC
"""
_NUMBERS = "SELECT d.value FROM register_contactdetail d WHERE " + _MAY_BE_CALLED  # noqa: S608 - our own words
_PERSON = (
    """
SELECT e.person, e.forename, e.surname, e.absent_vote, e.born_on, e.birth_year,
    w.name, h.address, h.postcode, d.value
FROM register_elector e
LEFT JOIN places_area w ON w.id = e.ward_id
LEFT JOIN register_household h ON h.constituency_id = %(constituency)s AND h.id = e.household_id
CROSS JOIN register_contactdetail d
WHERE e.constituency_id = %(constituency)s AND e.id = %(elector)s AND """
    + _MAY_BE_CALLED
)


def person_to_call(effort: Effort, constituency_id: int, elector_id: int) -> ShownPerson | None:
    """Somebody with a number that may be called today, or None where there is none."""
    rows = fetch(_PERSON, _asked(constituency_id, elector_id))
    row = next((row for row in rows if not _is_suppressed(row[-1])), None)
    if row is None:
        return None
    person, forename, surname, absent_vote, born_on, birth_year, ward, *home, number = row
    shown = ShownPerson(
        elector_id=elector_id,
        person=UUID(str(person)),
        name=f"{forename} {surname}".strip(),
        area=ward or "",
        number=number,
        address=", ".join(filter(None, home)) if "address" in effort.shows else "",
        age=_age(day(born_on), birth_year) if "age" in effort.shows else "",
    )
    by_facts = questions_by_facts(effort.script_version_id)
    if not by_facts and "past" not in effort.shows:
        return shown
    state = ElectorState.objects.get(constituency_id=constituency_id, elector_id=elector_id)
    return replace(
        shown,
        not_asked=not_asked(by_facts, facts_of(state, absent_vote)),
        line=summary_line(state) if "past" in effort.shows else "",
    )


def number_to_call(constituency_id: int, elector_id: int) -> str:
    """The number (E.164) that may be called today, or an empty string."""
    numbers = fetch(_NUMBERS, _asked(constituency_id, elector_id))
    return next((number for (number,) in numbers if not _is_suppressed(number)), "")


def _asked(constituency_id: int, elector_id: int) -> dict[str, Any]:
    since = clock.today() - timedelta(days=settings.ENVIRONMENT.screening_days)
    return {"constituency": constituency_id, "elector": elector_id, "since": since}


def _is_suppressed(number: str) -> bool:
    return is_suppressed(Suppression.Kind.PHONE, number, Channel.PHONE)


def _age(born_on: date | None, birth_year: int | None) -> str:
    today = clock.today()
    if born_on is not None:
        before = (today.month, today.day) < (born_on.month, born_on.day)
        return str(today.year - born_on.year - before)
    return f"{today.year - birth_year - 1}–{today.year - birth_year}" if birth_year else ""
