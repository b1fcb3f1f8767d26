"""Calls made from a batch that was taken along."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import BaseModel, Field, ValidationError

from groundswell.common.errors import Refused
from groundswell.offline_app.commands.effects.arrived import Arrived, Effect, done
from groundswell.offline_app.commands.effects.telling_said import said_beside
from groundswell.offline_app.rules.records import as_moment, as_text, as_uuid
from groundswell.outreach.commands import Told, record_results, undo_result
from groundswell.outreach.queries import effort_by_code


class _Call(BaseModel):
    elector: int
    outcome: str
    detail: str = ""
    answers: dict[str, list[str]] = Field(default_factory=dict)
    seconds: int | None = Field(default=None, ge=0, le=86_400)


def store_call(arrived: Arrived) -> Effect:
    """What came of one call, stored as if it had come from the caller's page, however late."""
    record = arrived.record
    call = _read(record.payload)
    beside = said_beside(record.id, record.payload.get("said"))
    told = Told(
        id_on_device=record.id,
        elector_id=call.elector,
        outcome=call.outcome,
        made_at=arrived.made_at,
        detail=call.detail[:120],
        call_back_at=as_moment(record.payload.get("call_back_at")),
        answers=call.answers,
        seconds=call.seconds,
        said=beside.said,
    )
    recorded = record_results(
        by=arrived.member,
        effort=effort_by_code(_code(arrived)),
        batch=_batch(arrived),
        results=[told],
    )
    if record.id in recorded.refused:
        raise Refused(recorded.refused[record.id])
    return done(beside.flagged)


def undo_call(arrived: Arrived, of: UUID) -> Effect:
    """A call's result taken back by its caller."""
    undo_result(
        by=arrived.member,
        effort=effort_by_code(_code(arrived)),
        batch=_batch(arrived),
        id_on_device=of,
        at=arrived.made_at,
    )
    return done()


def _read(payload: Any) -> _Call:
    try:
        return _Call.model_validate(payload)
    except ValidationError:
        raise Refused(_("This result is not complete: ask the caller what came of it.")) from None


def _code(arrived: Arrived) -> str:
    return as_text(arrived.record.payload.get("join_code"), 20)


def _batch(arrived: Arrived) -> Any:
    batch = as_uuid(arrived.record.payload.get("batch"))
    if batch is None:
        raise Refused(_("This result does not say for which people it was made."))
    return batch
