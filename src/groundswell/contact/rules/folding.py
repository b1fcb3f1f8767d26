"""How an elector's attempts add up to what we know of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from groundswell.contact.rules.outcomes import (
    RestPeriods,
    elector_rests_until,
    household_rests_until,
    is_contact,
    is_conversation,
)

LANGUAGE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Counted:
    """One attempt that counts: neither voided nor held. ``meaning`` is the voting intention."""

    elector_id: int
    household_id: int | None
    ward_id: int | None
    polling_district_id: int | None
    branch_id: int | None
    effort_id: int | None
    channel: str
    outcome: str
    made_at: datetime
    detail: str = ""
    call_back_at: datetime | None = None
    answered: bool = False
    meaning: str = ""
    canvass_code_id: int | None = None


class WhatWeKnow(NamedTuple):
    """What an elector's own attempts add up to; the fields are those of their state's row."""

    attempts: int = 0
    contacts: int = 0
    conversations: int = 0
    last_attempt_at: datetime | None = None
    last_contact_at: datetime | None = None
    last_outcome: str = ""
    call_back_at: datetime | None = None
    language: str = ""
    language_at: datetime | None = None
    voting_intention: str = ""
    canvass_code_id: int | None = None
    voting_intention_at: datetime | None = None
    rests_until: datetime | None = None


def fold(attempts: Iterable[Counted], periods: RestPeriods) -> WhatWeKnow:
    """What these attempts on one elector add up to.

    They come in the order in which they were recorded; what happened later outweighs what happened
    before, and of two at the same second the one recorded later.
    """
    known = WhatWeKnow()
    for attempt in attempts:
        known = merge(known, _alone(attempt, periods))
    return known


def merge(before: WhatWeKnow, after: WhatWeKnow) -> WhatWeKnow:
    """What two sets of attempts add up to together; ``after`` was recorded after ``before``.

    The recording command says the same in SQL, so that it need not read what it changes.
    """
    last = after if not_before(after.last_attempt_at, before.last_attempt_at) else before
    speech = after if not_before(after.language_at, before.language_at) else before
    intent = after if not_before(after.voting_intention_at, before.voting_intention_at) else before
    return WhatWeKnow(
        attempts=before.attempts + after.attempts,
        contacts=before.contacts + after.contacts,
        conversations=before.conversations + after.conversations,
        last_attempt_at=last.last_attempt_at,
        last_contact_at=later(before.last_contact_at, after.last_contact_at),
        last_outcome=last.last_outcome,
        call_back_at=last.call_back_at,
        language=speech.language,
        language_at=speech.language_at,
        voting_intention=intent.voting_intention,
        canvass_code_id=intent.canvass_code_id,
        voting_intention_at=intent.voting_intention_at,
        rests_until=later(before.rests_until, after.rests_until),
    )


def with_household(
    known: WhatWeKnow, at_the_address: Sequence[Counted], periods: RestPeriods
) -> WhatWeKnow:
    """The same, resting as long as any attempt on anybody at the address asks for."""
    rest = known.rests_until
    for attempt in at_the_address:
        rest = later(rest, household_rests_until(attempt.outcome, attempt.made_at, periods))
    return known._replace(rests_until=rest)


def later(one: datetime | None, other: datetime | None) -> datetime | None:
    """The later of two moments, either of which may be missing."""
    if one is None or other is None:
        return one or other
    return max(one, other)


def not_before(one: datetime | None, other: datetime | None) -> bool:
    """Whether the first moment exists and does not lie before the second."""
    return one is not None and (other is None or one >= other)


def _alone(attempt: Counted, periods: RestPeriods) -> WhatWeKnow:
    contact = is_contact(attempt.outcome)
    speech = attempt.outcome == "language"
    return WhatWeKnow(
        attempts=1,
        contacts=int(contact),
        conversations=int(is_conversation(attempt.outcome, answered=attempt.answered)),
        last_attempt_at=attempt.made_at,
        last_contact_at=attempt.made_at if contact else None,
        last_outcome=attempt.outcome,
        call_back_at=attempt.call_back_at if attempt.outcome == "call_back" else None,
        language=attempt.detail[:LANGUAGE_LENGTH] if speech else "",
        language_at=attempt.made_at if speech else None,
        voting_intention=attempt.meaning,
        canvass_code_id=attempt.canvass_code_id if attempt.meaning else None,
        voting_intention_at=attempt.made_at if attempt.meaning else None,
        rests_until=elector_rests_until(
            attempt.outcome, attempt.made_at, attempt.call_back_at, periods
        ),
    )
