"""Reading one record as a telephone sends it: whatever it looks like, something can be kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isfinite
from typing import Any
from uuid import UUID, uuid5

MOST_AT_ONCE = 200
LARGEST_RECORD = 64_000
LARGEST_FILE = 5_000_000
_NAMELESS = UUID("8f6f4a5e-6a39-5a0e-9d0b-0f1f5b0f4c11")
_LARGEST_ID = 2**63 - 1
_NOT_KEPT_IN_TEXT = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True)
class Record:
    """One record: ``sent_id`` is the id in the telephone's own writing, which it is answered by.

    ``said_at`` is the telephone's own time in UTC, None where it cannot be read. ``of`` is the
    record that it takes back. ``payload`` is the whole record, free of what no database keeps.
    """

    id: UUID
    sent_id: str
    kind: str
    said_at: datetime | None
    payload: Mapping[str, Any]
    round_code: str = ""
    of: UUID | None = None
    elector_id: int | None = None
    household_id: int | None = None


def read_record(sent: object) -> Record:
    """The record that was sent. What has no id of its own is known by its words."""
    kept = keepable(sent)
    payload = kept if isinstance(kept, dict) else {"sent": kept}
    written = payload.get("id")
    return Record(
        id=as_uuid(written) or uuid5(_NAMELESS, json.dumps(payload, sort_keys=True)),
        sent_id=written if isinstance(written, str) else "",
        kind=as_text(payload.get("kind"), 20),
        said_at=as_moment(payload.get("made_at")),
        payload=payload,
        round_code=as_text(payload.get("round"), 8).upper(),
        of=as_uuid(payload.get("of")),
        elector_id=as_id(payload.get("elector")),
        household_id=as_id(payload.get("household")),
    )


def is_too_large(sent: object) -> bool:
    """Whether one record is larger than any that a person's taps make."""
    return len(json.dumps(sent)) > LARGEST_RECORD


def keepable(sent: object) -> Any:
    """The same without what databases refuse: NUL, half characters, numbers that are none."""
    if isinstance(sent, str):
        return sent.translate(_NOT_KEPT_IN_TEXT)
    if isinstance(sent, float) and not isfinite(sent):
        return None
    if isinstance(sent, dict):
        return {keepable(str(key)): keepable(value) for key, value in sent.items()}
    if isinstance(sent, list):
        return [keepable(value) for value in sent]
    return sent


def as_text(sent: object, longest: int) -> str:
    """A text of at most that length; empty for anything else."""
    return sent.strip()[:longest] if isinstance(sent, str) else ""


def as_uuid(sent: object) -> UUID | None:
    """A UUID, or None."""
    try:
        return UUID(sent) if isinstance(sent, str) else None
    except ValueError:
        return None


def as_id(sent: object) -> int | None:
    """The number of a row, or None."""
    if isinstance(sent, bool) or not isinstance(sent, int):
        return None
    return sent if 0 < sent <= _LARGEST_ID else None


def as_moment(sent: object) -> datetime | None:
    """A moment in UTC from ISO 8601 with its zone (without: UTC is meant), or None."""
    if not isinstance(sent, str):
        return None
    try:
        moment = datetime.fromisoformat(sent)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
