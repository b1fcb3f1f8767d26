"""What will be recorded for each row of a file, kept as a line of JSON beside the upload."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any, TextIO
from uuid import UUID, uuid5

from django.utils import timezone

from groundswell.contact.rules.past.meanings import Code
from groundswell.contact.rules.past.rows import Told
from groundswell.contact.rules.results import AnswerGiven, AttemptResult

# Attempts of files are named by what they say, so that the same row again is the same attempt.
_NAMES = UUID("6f0f5c0e-6a43-5bd7-9f0e-3d6a8a3f9d11")
AT_ONCE = 500


@dataclass(frozen=True)
class Planned:
    """One attempt to be recorded; with ``doubt`` it waits for a person to say whose it is."""

    constituency_id: int
    elector_id: int
    day: str
    channel: str
    outcome: str
    code_id: int | None
    source: str
    doubt: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The same for the same doubtful row, whichever file brings it."""
        said = json.dumps([self.as_json() | {"doubt": self.doubt.get("row")}], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    def as_result(self, codes: dict[int, Code]) -> AttemptResult:
        """The attempt: at noon of its day, which is all that the file knows."""
        name = f"{self.constituency_id}:{self.elector_id}:{self.day}:{self.channel}:{self.source}"
        code = codes.get(self.code_id or 0)
        answers = (
            (AnswerGiven("voting_intention", code.label, code.meaning, code.pk),) if code else ()
        )
        day = datetime.fromisoformat(self.day).date()
        return AttemptResult(
            id_on_device=uuid5(_NAMES, f"{name}:{self.outcome}:{self.code_id or ''}"),
            constituency_id=self.constituency_id,
            elector_id=self.elector_id,
            channel=self.channel,
            outcome=self.outcome,
            made_at=timezone.make_aware(datetime.combine(day, time(12))),
            answers=answers,
            source=self.source,
        )


def plan(
    told: Told, constituency_id: int, elector_id: int, source: str, doubt: dict[str, Any]
) -> Planned:
    """The plan for a row that was matched."""
    return Planned(
        constituency_id=constituency_id,
        elector_id=elector_id,
        day=told.day.isoformat(),
        channel=told.channel,
        outcome=told.outcome,
        code_id=told.code_id,
        source=source,
        doubt=doubt,
    )


def write_plan(file: TextIO, planned: Sequence[Planned]) -> None:
    """Add these to the plan."""
    file.writelines(json.dumps(one.as_json(), ensure_ascii=False) + "\n" for one in planned)


def read_plan(path: Path) -> Iterator[list[Planned]]:
    """The plan, some at a time."""
    part: list[Planned] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            part.append(Planned(**json.loads(line)))
            if len(part) == AT_ONCE:
                yield part
                part = []
    if part:
        yield part
