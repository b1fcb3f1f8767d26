"""What came of doors, and what was taken back of it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import BaseModel, Field, ValidationError

from groundswell.common.errors import Refused
from groundswell.doorstep.commands import (
    DoorResult,
    Said,
    record_door_results,
    undo_door_result,
)
from groundswell.offline_app.commands.effects.arrived import Arrived, Effect, done
from groundswell.offline_app.commands.effects.telling_said import SaidBeside, said_beside
from groundswell.offline_app.commands.effects.telling_where import where_told
from groundswell.offline_app.rules.records import as_moment, as_text

_LONGEST_NAME = 80


class _Door(BaseModel):
    household: int
    elector: int | None = None
    outcome: str
    detail: str | None = ""
    answers: dict[str, list[str]] | None = Field(default_factory=dict)
    seconds: int | None = None


def store_door(arrived: Arrived) -> Effect:
    """Everything one tap at a door says; what is odd beside its outcome is left out, not refused.

    Flagged where the round was withdrawn, ran out or went to somebody else meanwhile.
    """
    beside = said_beside(arrived.record.id, arrived.record.payload.get("said"))
    result = _result(arrived, beside)
    recorded = record_door_results(by=arrived.member, results=[result])
    if result.id_on_device in recorded.refused:
        raise Refused(recorded.refused[result.id_on_device])
    return done(recorded.flagged.get(result.id_on_device) or beside.flagged)


def undo_door(arrived: Arrived, of: UUID) -> Effect:
    """The result at a door never was."""
    record = arrived.record
    undo_door_result(
        by=arrived.member,
        round_code=record.round_code,
        id_on_device=of,
        undo_id=record.id,
        made_at=arrived.made_at,
    )
    return done()


def _result(arrived: Arrived, beside: SaidBeside) -> DoorResult:
    record, payload = arrived.record, arrived.record.payload
    told = _read(payload)
    return DoorResult(
        id_on_device=record.id,
        round_code=record.round_code,
        household_id=told.household,
        elector_id=told.elector,
        outcome=told.outcome,
        made_at=arrived.made_at,
        answers=told.answers or {},
        detail=(told.detail or "")[:120],
        call_back_at=as_moment(payload.get("call_back_at")),
        seconds=told.seconds if told.seconds is not None and 0 <= told.seconds <= 86_400 else None,
        said=tuple(Said(one.id, one.kind, one.note) for one in beside.said),
        on_behalf_of=as_text(payload.get("on_behalf_of"), _LONGEST_NAME),
        where=where_told(payload.get("where")),
        source="app",
    )


def _read(payload: Mapping[str, Any]) -> _Door:
    try:
        return _Door.model_validate(payload)
    except ValidationError:
        raise Refused(
            _("This result is not complete: ask whoever was at the door what came of it.")
        ) from None
