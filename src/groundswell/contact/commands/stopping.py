"""Who asked not to be contacted, kept on their states beside what a claim must ask."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import connection

from groundswell.common import sql
from groundswell.privacy.announcements import ContactStopped, StopLifted
from groundswell.privacy.queries import stopped_channels
from groundswell.register.queries.seats import all_seats

MANY = 1000

_SET = """
WITH told(person, stopped) AS ({values})
UPDATE contact_electorstate SET stopped = told.stopped
FROM told JOIN register_elector e ON e.person = told.person
WHERE e.constituency_id IN ({places})
  AND contact_electorstate.constituency_id = e.constituency_id
  AND contact_electorstate.elector_id = e.id
  AND contact_electorstate.stopped <> told.stopped
"""


def set_stops(
    *, people: Collection[UUID] | None = None, constituency_ids: Sequence[int] | None = None
) -> None:
    """Bring ``ElectorState.stopped`` to what privacy has on these people (None: all who stopped).

    In these constituencies (None: everywhere). Somebody named who stopped nothing is set to that.
    """
    stopped = stopped_channels(people)
    rows = [(person, as_kept(stopped.get(person, set()))) for person in people or stopped]
    places = all_seats() if constituency_ids is None else list(constituency_ids)
    for start in range(0, len(rows) if places else 0, MANY):
        values, parameters = sql.values(["uuid", "text"], rows[start : start + MANY])
        statement = _SET.format(values=values, places=", ".join(["%s"] * len(places)))
        with connection.cursor() as cursor:
            cursor.execute(statement, [*parameters, *places])


def as_kept(channels: Collection[str]) -> str:
    """The channels as a state keeps them: ``,door,phone,``, ``,all,`` or nothing."""
    if "" in channels:
        return ",all,"
    return f",{','.join(sorted(channels))}," if channels else ""


def follow_stop(announcement: ContactStopped | StopLifted) -> None:
    """Take over a stop, or its end, once it is announced."""
    set_stops(people=[announcement.person])


def follow_all_stops() -> None:
    """Take over every stop there is: heals what a killed process left undone."""
    set_stops()
