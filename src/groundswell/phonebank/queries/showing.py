"""What is told to the caller's device: the person to call, and nothing beyond."""

from typing import Any

from groundswell.common.phone import readable
from groundswell.members.models import Member
from groundswell.outreach.commands import Showing
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import done_by, done_together


def as_told(showing: Showing) -> dict[str, Any]:
    """The batch and its person as the API answers them."""
    return {
        "batch": showing.batch,
        "batch_pass": showing.batch_pass,
        "done": showing.done,
        "people": showing.people,
        "sentence": showing.sentence,
        "person": _person(showing),
    }


def what_was_done(member: Member, effort: Effort) -> dict[str, int]:
    """The caller's own figures beside everybody's."""
    yours, together = done_by(member, effort), done_together(effort)
    return {
        "your_attempts": yours.attempts,
        "your_contacts": yours.contacts,
        "your_conversations": yours.conversations,
        "attempts": together.attempts,
        "contacts": together.contacts,
        "conversations": together.conversations,
    }


def _person(showing: Showing) -> dict[str, Any] | None:
    person = showing.person
    if person is None:
        return None
    return {
        "elector": person.elector_id,
        "name": person.name,
        "area": person.area,
        "number": person.number,
        "readable": readable(person.number),
        "line": person.line,
        "address": person.address,
        "age": person.age,
        "same_call": showing.same_call,
        "not_asked": list(person.not_asked),
    }
