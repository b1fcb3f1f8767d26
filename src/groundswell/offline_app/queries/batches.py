"""A phone bank's batch as the app takes it along."""

from typing import Any

from groundswell.common import clock
from groundswell.common.phone import readable
from groundswell.contact.wording import languages
from groundswell.members.models import Member
from groundswell.offline_app.queries.scripts import script_told
from groundswell.outreach.commands import TakenAlong
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import ShownPerson, hours_of
from groundswell.phonebank.rules import call_backs
from groundswell.phonebank.wording import call_back_label


def batch_told(member: Member, effort: Effort, taken: TakenAlong) -> dict[str, Any]:
    """As ``BatchPayload`` of the API."""
    local = clock.local_now()
    begin, end = hours_of(effort).on(local)
    return {
        "join_code": effort.join_code,
        "effort": effort.name,
        "batch": str(taken.batch) if taken.batch else None,
        "expires_at": taken.until,
        "hours": [f"{begin:%H:%M}", f"{end:%H:%M}"] if begin < end else [],
        "people": [
            _person(person, home) for person, home in zip(taken.people, taken.homes, strict=True)
        ],
        "done": taken.of - len(taken.people),
        "of": taken.of,
        "sentence": taken.sentence,
        "script": script_told(member, effort.script_version),
        "call_backs": [
            {"at": one.at, "label": call_back_label(one)}
            for one in call_backs(hours_of(effort), local)
        ],
        "languages": languages(),
        "now": clock.now(),
    }


def _person(person: ShownPerson, home: int) -> dict[str, Any]:
    return {
        "elector": person.elector_id,
        "name": person.name,
        "area": person.area,
        "number": person.number,
        "readable": readable(person.number),
        "line": person.line,
        "address": person.address,
        "age": person.age,
        "same_home": home,
        "not_asked": list(person.not_asked),
    }
