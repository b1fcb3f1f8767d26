"""The shapes of what the app and the server tell each other."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from groundswell.offline_app.rules.records import MOST_AT_ONCE


class Begin(Schema):
    """``device``: a name that the telephone made for itself once (a UUID).

    ``day``: of what was sealed on an earlier day, to open and send it; else the shift begins now.
    """

    device: Annotated[str, Field(min_length=8, max_length=40, pattern=r"^[A-Za-z0-9-]+$")]
    day: date | None = None


class MemberTold(Schema):
    """Who is signed in."""

    id: int
    name: str


class Shift(Schema):
    """The keys of a shift, both 32 bytes in base64: keep them in memory, not to be read out.

    ``key`` seals what lies on the telephone (AES-GCM), ``signing_key`` signs a file (HMAC-SHA256).
    ``app_pass`` goes along as ``X-App-Pass`` with every request: it says whose telephone it is when
    there is no session any more, so that one who is barred hears 410.
    """

    member: MemberTold
    device: str
    day: date
    key: str
    signing_key: str
    app_pass: str
    shift_until: datetime
    wipe_after_days: int
    now: datetime


class Records(Schema):
    """What waits on the telephone; ``clock``: what its clock shows now. A record is an object with
    ``id`` (a UUID of version 7), ``kind``, ``made_at`` (ISO 8601 with zone), and what the kind has.
    """

    app_version: Annotated[str, Field(max_length=40)] = ""
    device: Annotated[str, Field(max_length=40)] = ""
    clock: str = ""
    records: Annotated[list[Any], Field(max_length=MOST_AT_ONCE)]


class Said(Schema):
    """A record and what is said about it, in a sentence for the person with the telephone."""

    id: str
    sentence: str


class Receipt(Schema):
    """``stored``, ``refused`` and ``flagged`` are all kept here and may leave the telephone.

    ``not_taken``, and what is not named at all, stays on it. ``wipe``: whoever this is, is barred:
    the telephone forgets its rounds and batches now.
    """

    stored: list[str]
    refused: list[Said]
    flagged: list[Said]
    not_taken: list[Said]
    wipe: bool
    now: datetime


class FileHandedIn(Schema):
    """The file as it is: ``signed`` is its text, ``signature`` what the telephone made over it."""

    signed: str
    signature: Annotated[str, Field(max_length=128)]


class RoundBrief(Schema):
    """A round the member holds, without its people."""

    code: str
    name: str
    number: int
    effort: str
    effort_id: int
    area: str
    doors: int
    people: int
    minutes: int
    until: datetime | None
    state: str


class Rounds(Schema):
    """The member's rounds."""

    rounds: list[RoundBrief]
    now: datetime


class AnswerOffered(Schema):
    """One answer that may be picked."""

    value: str
    label: str
    meaning: str


class AskedIf(Schema):
    """Asked only when the answer to ``question`` is one of these."""

    question: str
    among: list[str]


class QuestionTold(Schema):
    """One question; kind: single, multi, scale, voting_intention or text."""

    key: str
    kind: str
    text: str
    note: str
    warning: str
    answers: list[AnswerOffered]
    ask_if: list[AskedIf]


class ScriptTold(Schema):
    """What is read out: {name} and {area} are left for the app to fill for each person."""

    version: int
    introduction: str
    closing: str
    caller_notes: str
    crib_html: str
    questions: list[QuestionTold]


class PersonAtDoor(Schema):
    """Somebody asked for at a door; ``code`` is their last voting intention's letter.

    ``came_last``: "you" where this member knocked there before. ``not_asked``: questions left out.
    """

    elector: int
    number: str
    name: str
    code: str
    label: str
    meaning: str
    on: date | None
    postal: bool
    language: str
    came_last: str
    line: str
    not_asked: list[str]


class Door(Schema):
    """One household in walking order."""

    household: int
    position: int
    address: str
    flat: str
    number: str
    street: str
    postcode: str
    lat: float | None
    lon: float | None
    do_not_send: bool
    note: str
    people: list[PersonAtDoor]


class Seen(Schema):
    """A record of any telephone on the round, as the others see it; ``place`` is its number.

    kind door: household, elector (null: the whole house), outcome. kind undo: ``of``. kind board:
    household, action, name.
    """

    place: int
    id: str
    kind: str
    by: str
    mine: bool
    made_at: datetime
    household: int | None
    elector: int | None
    outcome: str
    of: str | None
    action: str
    name: str


class Since(Schema):
    """What was counted after ``after``; ask again with the ``after`` told here."""

    records: list[Seen]
    after: int
    withdrawn: bool
    now: datetime


class Code(Schema):
    """A canvass code of the organisation."""

    letter: str
    label: str
    meaning: str


class RoundPayload(Schema):
    """A round with everything that is needed without signal."""

    round: RoundBrief
    sides: str
    latitude: float | None
    longitude: float | None
    script: ScriptTold
    codes: list[Code]
    languages: list[str]
    doors: list[Door]
    records: list[Seen]
    after: int
    withdrawn: bool
    now: datetime


class PersonToCall(Schema):
    """Somebody of a batch; nothing is empty that the organiser did not turn on."""

    elector: int
    name: str
    area: str
    number: str
    readable: str
    line: str
    address: str
    age: str
    same_home: int
    not_asked: list[str]


class CallBackOffered(Schema):
    """A moment to call somebody back, and the words for it."""

    at: datetime
    label: str


class ClaimBatch(Schema):
    """``key``: a UUID made by the app, so that asking twice is asking once."""

    key: UUID


class BatchPayload(Schema):
    """A batch taken along: whom to call until when. Without people ``sentence`` says why.

    ``same_home`` is a number for the household. ``hours``: first and last minute of calling today,
    HH:MM on the wall clock, empty where nobody is called today.
    """

    join_code: str
    effort: str
    batch: str | None
    expires_at: datetime | None
    hours: list[str]
    people: list[PersonToCall]
    done: int
    of: int
    sentence: str
    script: ScriptTold
    call_backs: list[CallBackOffered]
    languages: list[str]
    now: datetime
