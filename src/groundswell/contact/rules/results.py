"""What is handed to the recording command, and what it hands back."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID


@dataclass(frozen=True)
class AnswerGiven:
    """One answer: ``question`` is the question's key, ``value`` the choice or the words.

    ``meaning`` and ``canvass_code_id`` are set for a voting intention only. A question that takes
    several answers has one of these for each.
    """

    question: str
    value: str
    meaning: str = ""
    canvass_code_id: int | None = None


@dataclass(frozen=True)
class AttemptResult:
    """What came of one try to reach one elector, as tapped on a device.

    ``id_on_device`` makes a repeat harmless. ``detail`` is the language for the outcome
    "language". ``made_at`` is the device's time; ``seconds`` from shown to tapped. ``number`` is
    the telephone number that was rung (E.164), so that a wrong one can be retired. With
    ``told_later`` it is written down from paper, which may lie for weeks.
    """

    id_on_device: UUID
    constituency_id: int
    elector_id: int
    channel: str
    outcome: str
    made_at: datetime
    detail: str = ""
    call_back_at: datetime | None = None
    answers: tuple[AnswerGiven, ...] = ()
    effort_id: int | None = None
    batch_id: UUID | None = None
    script_version_id: int | None = None
    seconds: int | None = None
    source: str = ""
    number: str = ""
    told_later: bool = False


class Receipt(Enum):
    """What became of a result that was handed in."""

    NEW = "new"
    REPEAT = "repeat"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Stored:
    """The receipt for one result: stored now, stored before, or about nobody we know."""

    id_on_device: UUID
    elector_id: int
    receipt: Receipt
