"""Results of calls: stored by contact, and what they mean for the queue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.contact.commands import record_attempts
from groundswell.contact.queries import read_answers_for
from groundswell.contact.rules.folding import later
from groundswell.contact.rules.outcomes import RestPeriods, household_rests_until
from groundswell.contact.rules.results import AttemptResult, Receipt
from groundswell.members.models import Member
from groundswell.outreach import rules
from groundswell.outreach.commands.showing import Showing, show_from
from groundswell.outreach.commands.taking_part import participation_for_update
from groundswell.outreach.models import Assignment, Batch, Effort, Participation
from groundswell.outreach.queries.people import number_to_call, people_in_batch

_NAMES_A_NUMBER = frozenset({"wrong_number", "moved", "deceased"})


@dataclass(frozen=True)
class Told:
    """One result as a caller tells it. ``answers``: the values picked, by the question's key."""

    id_on_device: UUID
    elector_id: int
    outcome: str
    made_at: datetime
    detail: str = ""
    call_back_at: datetime | None = None
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    seconds: int | None = None


@dataclass(frozen=True)
class Recorded:
    """What became of results: ``refused`` gives the sentence for each that is not stored."""

    stored: tuple[UUID, ...]
    refused: Mapping[UUID, str]
    showing: Showing


def record_results(*, by: Member, effort: Effort, batch: UUID, results: Sequence[Told]) -> Recorded:
    """Store what came of calls to people of a batch of theirs, and show the next person.

    Safe to repeat: a result is known by its ``id_on_device``. A result that comes late, after the
    batch has ended, is stored all the same; it moves the queue only where nobody else holds the
    person by now. One that cannot be stored is refused alone.
    """
    with transaction.atomic():
        part = participation_for_update(by, effort)
        constituency_id, people, mine = _batch_of(part, batch, results)
        refused: dict[UUID, str] = {}
        attempts: list[AttemptResult] = []
        for told in results:
            try:
                attempts.append(_attempt(told, effort, constituency_id, batch, mine))
            except Refused as refusal:
                refused[told.id_on_device] = str(refusal)
        kept = record_attempts(by=by, results=attempts) if attempts else []
        new = {one.id_on_device for one in kept if one.receipt is Receipt.NEW}
        for attempt in attempts:
            if attempt.id_on_device in new:
                _move_on(effort, attempt)
                people = _after(people, attempt)
        _count_today(part, len(new))
        showing = show_from(part, by, people if part.batch == batch else None)
    return Recorded(tuple(one.id_on_device for one in kept), refused, showing)


def _batch_of(
    part: Participation, key: UUID, results: Sequence[Told]
) -> tuple[int, list[rules.Candidate], set[int]]:
    """The constituency of a batch of theirs, who is in it now, and everybody who ever was."""
    if part.batch == key and part.constituency_id is not None:
        people = people_in_batch(part.constituency_id, key)
        mine = {person.elector_id for person in people}
        if mine.issuperset(told.elector_id for told in results):
            return part.constituency_id, people, mine
    batch = Batch.objects.filter(
        constituency_id__in=part.effort.queues.values("constituency_id"),
        key=key,
        member=part.member_id,
        effort=part.effort_id,
    ).first()
    if batch is None:
        raise Refused(_("These people were not given to you to call."))
    return (
        batch.constituency_id,
        people_in_batch(batch.constituency_id, key),
        set(batch.electors),
    )


def _attempt(
    told: Told, effort: Effort, constituency_id: int, batch: UUID, mine: set[int]
) -> AttemptResult:
    if told.elector_id not in mine:
        raise Refused(_("This person was not given to you to call."))
    names_a_number = told.outcome in _NAMES_A_NUMBER
    return AttemptResult(
        id_on_device=told.id_on_device,
        constituency_id=constituency_id,
        elector_id=told.elector_id,
        channel=effort.channel,
        outcome=told.outcome,
        made_at=told.made_at,
        detail=told.detail,
        call_back_at=told.call_back_at,
        answers=read_answers_for(effort.script_version_id, told.answers) if told.answers else (),
        effort_id=effort.pk,
        batch_id=batch,
        script_version_id=effort.script_version_id,
        seconds=told.seconds,
        number=number_to_call(constituency_id, told.elector_id) if names_a_number else "",
    )


def _move_on(effort: Effort, attempt: AttemptResult) -> None:
    """Their new place in the queue, unless somebody else holds them by now."""
    after = rules.afterwards(attempt.outcome)
    again_at = clock.now() + timedelta(hours=settings.ENVIRONMENT.retry_hours)
    Assignment.objects.filter(
        Q(batch=attempt.batch_id) | Q(batch=None),
        constituency_id=attempt.constituency_id,
        effort=effort,
        elector_id=attempt.elector_id,
    ).update(
        state=after.value,
        outcome=attempt.outcome,
        tries=F("tries") + 1,
        ready_at=(attempt.call_back_at or again_at)
        if after is rules.Afterwards.CALL_BACK
        else again_at,
    )


def _after(people: list[rules.Candidate], attempt: AttemptResult) -> list[rules.Candidate]:
    """The batch as it stands after a result, without reading it again: their household rests."""
    homes = {person.home for person in people if person.elector_id == attempt.elector_id}
    environment = settings.ENVIRONMENT
    periods = RestPeriods(environment.cooling_off_days, environment.retry_hours)
    rest = household_rests_until(attempt.outcome, attempt.made_at, periods)
    return [
        replace(person, held=False, outcome=attempt.outcome)
        if person.elector_id == attempt.elector_id
        else replace(person, rests_until=later(person.rests_until, rest))
        if person.home in homes
        else person
        for person in people
    ]


def _count_today(part: Participation, more: int) -> None:
    if not more:
        return
    today = clock.today()
    part.called = more + (part.called if part.called_on == today else 0)
    part.called_on = today
    part.save(update_fields=["called", "called_on"])
