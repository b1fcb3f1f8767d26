"""Recording what came of attempts: the one place that writes attempts, answers, states, totals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.sql import on_postgresql
from groundswell.contact.commands import attempt_rows, one_result, state_rows, tally_rows
from groundswell.contact.commands.aftermath import set_off
from groundswell.contact.commands.attempt_rows import NOWHERE, Placed, moment_of
from groundswell.contact.models import Outcome
from groundswell.contact.queries.opinions import opinions_kept
from groundswell.contact.rules.folding import Counted
from groundswell.contact.rules.results import AttemptResult, Receipt, Stored
from groundswell.members.models import Member
from groundswell.privacy.models import Channel

_OUTCOMES = frozenset(Outcome.values)
_CHANNELS = frozenset(Channel.values)


def record_attempts(
    *, by: Member | None, results: Sequence[AttemptResult], audit: bool = True
) -> list[Stored]:
    """Store results, keep what we know of each elector, and count them: once, however often sent.

    Receipts come in the order of the results: NEW; REPEAT, stored before under the same
    ``id_on_device``; UNKNOWN, no such elector in that constituency, nothing stored for it. The
    channel has checked that the electors are in the caller's hands. Only the id of ``by`` is used.
    Results of somebody whose results on the effort are held are stored and not counted; a voting
    intention that the organisation may not keep is left out. Refuses somebody barred.

    One transaction, joined to the caller's if there is one. ``audit=False`` is for a channel that
    writes one line for a whole batch. Raises ValueError for what is no outcome or channel.
    """
    recorded_at = clock.now()
    receipts: dict[UUID, Receipt] = {}
    with transaction.atomic(savepoint=False):
        for constituency_id, told in _by_constituency(results).items():
            store = _in_one if len(told) == 1 and on_postgresql() else _step_by_step
            placed = store(constituency_id, list(told.values()), by, recorded_at)
            if placed:
                stored = [result for one, result in told.items() if one in placed]
                _set_off(constituency_id, stored, by, audit=audit)
            receipts |= _receipts(constituency_id, told, placed)
    return [
        Stored(result.id_on_device, result.elector_id, receipts[result.id_on_device])
        for result in results
    ]


def _by_constituency(results: Sequence[AttemptResult]) -> dict[int, dict[UUID, AttemptResult]]:
    opinions = opinions_kept()
    sorted_out: dict[int, dict[UUID, AttemptResult]] = {}
    for result in results:
        if result.outcome not in _OUTCOMES or result.channel not in _CHANNELS:
            raise ValueError(f"{result.outcome!r} or {result.channel!r} is not known")
        there = sorted_out.setdefault(result.constituency_id, {})
        there.setdefault(result.id_on_device, result if opinions else _without_opinion(result))
    return sorted_out


def _without_opinion(result: AttemptResult) -> AttemptResult:
    return replace(result, answers=tuple(one for one in result.answers if not one.meaning))


def _in_one(
    constituency_id: int, results: list[AttemptResult], by: Member | None, recorded_at: datetime
) -> dict[UUID, Placed]:
    (result,) = results
    attempt = _counted(result, NOWHERE, recorded_at)
    return one_result.store(constituency_id, result, attempt, by.pk if by else None, recorded_at)


def _step_by_step(
    constituency_id: int, results: list[AttemptResult], by: Member | None, recorded_at: datetime
) -> dict[UUID, Placed]:
    """Write the results, and all that is kept of them; the busiest rows come last."""
    placed = attempt_rows.insert(constituency_id, results, by.pk if by else None, recorded_at)
    stored = [result for result in results if result.id_on_device in placed]
    if not stored:
        return {}
    attempt_rows.insert_answers(constituency_id, stored)
    counted = [
        _counted(result, placed[result.id_on_device], recorded_at)
        for result in stored
        if not placed[result.id_on_device].held
    ]
    state_rows.add(constituency_id, counted)
    tally_rows.add(constituency_id, counted)
    return placed


def _set_off(
    constituency_id: int, results: list[AttemptResult], by: Member | None, *, audit: bool
) -> None:
    for result in results:
        set_off(by=by, result=result)
    if audit:
        write_audit_line(
            by=by.pk if by else None,
            action="contact.record_attempts",
            subject=f"constituency:{constituency_id}",
            details={"attempts": [str(one.id_on_device) for one in results]},
        )


def _counted(result: AttemptResult, placed: Placed, recorded_at: datetime) -> Counted:
    opinion = next((one for one in reversed(result.answers) if one.meaning), None)
    return Counted(
        elector_id=result.elector_id,
        household_id=placed.household_id,
        ward_id=placed.ward_id,
        polling_district_id=placed.polling_district_id,
        branch_id=placed.branch_id,
        effort_id=result.effort_id,
        channel=result.channel,
        outcome=result.outcome,
        made_at=moment_of(result, recorded_at),
        detail=result.detail,
        call_back_at=result.call_back_at,
        answered=bool(result.answers),
        meaning=opinion.meaning if opinion else "",
        canvass_code_id=opinion.canvass_code_id if opinion else None,
    )


def _receipts(
    constituency_id: int, told: dict[UUID, AttemptResult], placed: dict[UUID, Placed]
) -> dict[UUID, Receipt]:
    others = [one for one in told if one not in placed]
    before = attempt_rows.stored_before(constituency_id, others) if others else set()
    return (
        dict.fromkeys(placed, Receipt.NEW)
        | dict.fromkeys(others, Receipt.UNKNOWN)
        | dict.fromkeys(before, Receipt.REPEAT)
    )
