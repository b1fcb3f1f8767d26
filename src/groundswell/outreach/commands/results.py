"""Results of calls: stored by contact, and what they mean for the queue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.statements import change, rows_after
from groundswell.contact.commands import Said, record_attempts, record_said
from groundswell.contact.queries import read_late_answers
from groundswell.contact.rules.results import AttemptResult, Receipt
from groundswell.members.models import Member
from groundswell.outreach import rules
from groundswell.outreach.commands.showing import Showing, show_from
from groundswell.outreach.commands.taking_part import turn_of
from groundswell.outreach.commands.turns import Turn, take_turn
from groundswell.outreach.models import Batch, Effort, Participation
from groundswell.outreach.queries.people import IN_BATCH, as_candidates, number_to_call
from groundswell.outreach.rules.passes import BatchPass

_MOVE_ON = """
UPDATE outreach_assignment
SET state = %(state)s, outcome = %(outcome)s, tries = tries + 1, ready_at = %(ready_at)s
WHERE constituency_id = %(constituency)s AND effort_id = %(effort)s
  AND elector_id = %(elector)s AND (batch = %(batch)s OR batch IS NULL)
"""
_CALLED = """
UPDATE outreach_participation SET called = %(called)s, called_on = %(today)s WHERE id = %(part)s
"""
_NAMES_A_NUMBER = frozenset({"wrong_number", "moved", "deceased"})


@dataclass(frozen=True)
class Told:
    """One result as a caller tells it. ``answers``: the values picked, by the question's key.

    ``said`` is what they told beside it: issues and offers.
    """

    id_on_device: UUID
    elector_id: int
    outcome: str
    made_at: datetime
    detail: str = ""
    call_back_at: datetime | None = None
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    seconds: int | None = None
    said: tuple[Said, ...] = ()


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
        return _record(turn_of(by, effort), by, batch, results)


def record_by_pass(*, held: BatchPass, join_code: str, results: Sequence[Told]) -> Recorded | None:
    """The same for whoever holds this batch; None where it is not in their hands any more.

    The quick way of the caller's page, which saves asking for session and member each time: the
    lock that a result takes anyway says whose the batch is at this moment. ``join_code`` must be
    that of the effort.
    """
    with transaction.atomic():
        turn = take_turn(member_id=held.member_id, effort_id=held.effort_id)
        if turn is None or not turn.may_act or turn.part.effort.join_code != join_code:
            return None
        if not _in_hand(turn.part, held.batch):
            return None
        return _record(turn, Member(pk=held.member_id), held.batch, results)


def _record(turn: Turn, by: Member, batch: UUID, results: Sequence[Told]) -> Recorded:
    part = turn.part
    constituency_id, given = _batch_of(turn, batch)
    refused: dict[UUID, str] = {}
    attempts: list[AttemptResult] = []
    for told in results:
        try:
            attempts.append(_attempt(told, part.effort, constituency_id, batch, given))
        except Refused as refusal:
            refused[told.id_on_device] = str(refusal)
    # The line that ends a batch vouches for its results; what comes later has its own.
    kept = record_attempts(by=by, results=attempts, audit=not _in_hand(part, batch))
    new = {one.id_on_device for one in kept if one.receipt is Receipt.NEW}
    for told in results:
        if told.said and told.id_on_device in new:
            record_said(
                by=by,
                constituency_id=constituency_id,
                elector_id=told.elector_id,
                said=told.said,
                channel=part.effort.channel,
                told_at=told.made_at,
                effort_id=part.effort_id,
                result_id=told.id_on_device,
            )
    moved = {one.id_on_device: one for one in attempts if one.id_on_device in new}
    people = _move_on(part, list(moved.values())) if moved else None
    return Recorded(tuple(one.id_on_device for one in kept), refused, show_from(part, by, people))


def _in_hand(part: Participation, batch: UUID) -> bool:
    return part.batch == batch and part.held_until is not None


def _batch_of(turn: Turn, key: UUID) -> tuple[int, frozenset[int]]:
    """The constituency of a batch of theirs, and everybody who was ever in it."""
    part = turn.part
    if part.batch == key and part.constituency_id is not None and turn.given:
        return part.constituency_id, turn.given
    batch = Batch.objects.filter(
        constituency_id__in=part.effort.queues.values("constituency_id"),
        key=key,
        member=part.member_id,
        effort=part.effort_id,
    ).first()
    if batch is None:
        raise Refused(_("These people were not given to you to call."))
    return batch.constituency_id, frozenset(batch.electors)


def _attempt(
    told: Told, effort: Effort, constituency_id: int, batch: UUID, given: frozenset[int]
) -> AttemptResult:
    if told.elector_id not in given:
        raise Refused(_("This person was not given to you to call."))
    names_a_number = told.outcome in _NAMES_A_NUMBER
    read = read_late_answers(effort.script_version_id, told.answers)
    return AttemptResult(
        id_on_device=told.id_on_device,
        constituency_id=constituency_id,
        elector_id=told.elector_id,
        channel=effort.channel,
        outcome=told.outcome,
        made_at=told.made_at,
        detail=told.detail,
        call_back_at=told.call_back_at,
        answers=read.answers,
        effort_id=effort.pk,
        batch_id=batch,
        script_version_id=read.script_version_id,
        seconds=told.seconds,
        number=number_to_call(constituency_id, told.elector_id) if names_a_number else "",
    )


def _move_on(part: Participation, attempts: list[AttemptResult]) -> list[rules.Candidate] | None:
    """Their new places in the queue, and the caller's day; then the batch, if it is the latest."""
    *others, last = attempts
    for attempt in others:
        change(_MOVE_ON, _moving(attempt))
    today = clock.today()
    called = len(attempts) + (part.called if part.called_on == today else 0)
    counting = {"part": part.pk, "called": called, "today": today}
    if part.batch != last.batch_id:
        change(_MOVE_ON, _moving(last))
        change(_CALLED, counting)
        return None
    steps = {"moved": _MOVE_ON, "counted": _CALLED}
    values = _moving(last) | counting | {"no": False}
    outcomes = {attempt.elector_id: attempt.outcome for attempt in attempts}
    return [
        person._replace(held=False, outcome=outcomes[person.elector_id])
        if person.elector_id in outcomes
        else person
        for person in as_candidates(rows_after(steps, IN_BATCH, values))
    ]


def _moving(attempt: AttemptResult) -> dict[str, Any]:
    """The values of moving somebody on, who stays where they are if somebody else holds them."""
    after = rules.afterwards(attempt.outcome)
    ready_at = clock.now() + timedelta(hours=settings.ENVIRONMENT.retry_hours)
    if after is rules.Afterwards.CALL_BACK:
        ready_at = attempt.call_back_at or ready_at
    return {
        "constituency": attempt.constituency_id,
        "effort": attempt.effort_id,
        "elector": attempt.elector_id,
        "batch": attempt.batch_id,
        "state": after.value,
        "outcome": attempt.outcome,
        "ready_at": ready_at,
    }
