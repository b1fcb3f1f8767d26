"""The calls of the caller's page, as JSON: claim, the person now, results, undo, finish.

Results are what a site hears most. Whoever holds a batch may send them with its pass, which saves
asking for session and member each time (see middleware.py); where it does not hold (any more), the
session is asked, here.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema
from pydantic import BaseModel, Field, ValidationError

from groundswell.common.errors import Refused
from groundswell.contact.commands import Said
from groundswell.members.access import current_member
from groundswell.members.limits import limit
from groundswell.outreach.commands import (
    Recorded,
    Told,
    claim_batch,
    hand_back,
    record_by_pass,
    record_results,
    show_next,
    undo_result,
)
from groundswell.outreach.queries import effort_by_code, read_pass
from groundswell.phonebank.queries.showing import as_told, what_was_done

router = Router(tags=["Phone bank"])

MOST_RESULTS = 50
CLAIMS_A_MINUTE = 120

Outcome = Literal[
    "no_answer",
    "engaged",
    "answerphone",
    "wrong_number",
    "refused",
    "language",
    "call_back",
    "moved",
    "deceased",
    "do_not_contact",
    "spoke",
]
Kind = Literal["issue", "poster", "help", "postal_vote", "leaflets", "membership", "lift", "donate"]


class PersonShown(Schema):
    """The person to call now; nothing is empty that the organiser did not turn on."""

    elector: int
    name: str
    area: str
    number: str
    readable: str
    line: str
    address: str
    age: str
    same_call: bool
    not_asked: list[str]


class Shown(Schema):
    """How the batch stands. Without a person ``sentence`` says why; empty: all are done.

    ``batch_pass`` (told with a claim and with the person) may be sent as ``X-Batch-Pass`` with
    results.
    """

    batch: UUID | None
    batch_pass: str = ""
    done: int
    people: int
    sentence: str
    person: PersonShown | None


class Claim(Schema):
    """``key``: a UUID made by the page, so that asking twice is asking once."""

    key: UUID


class SaidBeside(BaseModel):
    """Something told beside the result; ``id`` is made on the device."""

    id: UUID
    kind: Kind
    note: Annotated[str, Field(max_length=500)] = ""


class Result(BaseModel):
    """What came of one call. ``id`` is made on the device; ``answers`` by the question's key."""

    id: UUID
    batch: UUID
    elector: int
    outcome: Outcome
    made_at: datetime
    detail: Annotated[str, Field(max_length=120)] = ""
    call_back_at: datetime | None = None
    # From a factory: a default that can change is copied deeply for every result.
    answers: dict[str, list[str]] = Field(default_factory=dict)
    seconds: Annotated[int, Field(ge=0, le=86_400)] | None = None
    said: Annotated[list[SaidBeside], Field(default_factory=list, max_length=8)]


class Results(BaseModel):
    """What came of calls since the last time."""

    results: Annotated[list[Result], Field(min_length=1, max_length=MOST_RESULTS)]


class NotStored(Schema):
    """A result that is not kept, and the sentence that says why."""

    id: UUID
    sentence: str


class Receipt(Schema):
    """Which results are kept (each once, however often it was sent), and whom to call next."""

    stored: list[UUID]
    refused: list[NotStored]
    shown: Shown


class Undo(Schema):
    """The result to take back."""

    id: UUID
    batch: UUID


class Done(Schema):
    """What the caller did in this phone bank, and what everybody did together."""

    your_attempts: int
    your_contacts: int
    your_conversations: int
    attempts: int
    contacts: int
    conversations: int


@router.post("/{join_code}/claim", response=Shown)
def claim(request: HttpRequest, join_code: str, asked: Claim) -> dict[str, Any]:
    """Reserve the next people to you alone for two hours, and show the first."""
    member, effort = current_member(request), effort_by_code(join_code)
    limit("claim", member, per_minute=CLAIMS_A_MINUTE)
    claim_batch(by=member, effort=effort, key=asked.key)
    return as_told(show_next(by=member, effort=effort))


@router.get("/{join_code}/person", response=Shown)
def person(request: HttpRequest, join_code: str) -> dict[str, Any]:
    """The person to call now: the same one until there is a result."""
    return as_told(show_next(by=current_member(request), effort=effort_by_code(join_code)))


@router.post("/{join_code}/results", response=Receipt)
def results(request: HttpRequest, join_code: str, given: Results) -> HttpResponse:
    """Store results and show the next person.

    The pass of their batch, sent as ``X-Batch-Pass``, stands in for session and CSRF token.
    """
    member, effort = current_member(request), effort_by_code(join_code)
    every: list[Recorded] = []
    for batch, of_batch in groupby(given.results, key=lambda result: result.batch):
        told = _told(list(of_batch))
        every.append(record_results(by=member, effort=effort, batch=batch, results=told))
    return _receipt(every)


def results_by_pass(request: HttpRequest, join_code: str, signed_pass: str) -> HttpResponse | None:
    """The same for results of one batch that come with its pass; None where it does not hold.

    None too for whatever else is not plain, so that it is answered where the session is known.
    """
    held = read_pass(signed_pass)
    if held is None:
        return None
    try:
        given = Results.model_validate_json(request.body)
        if any(result.batch != held.batch for result in given.results):
            return None
        recorded = record_by_pass(held=held, join_code=join_code, results=_told(given.results))
    except (ValidationError, Refused):
        return None
    return _receipt([recorded]) if recorded else None


@router.post("/{join_code}/undo", response=Shown)
def undo(request: HttpRequest, join_code: str, asked: Undo) -> dict[str, Any]:
    """Take back a result of yours of the last two hours, and show its person again."""
    member, effort = current_member(request), effort_by_code(join_code)
    return as_told(undo_result(by=member, effort=effort, batch=asked.batch, id_on_device=asked.id))


@router.post("/{join_code}/finish", response=Done)
def finish(request: HttpRequest, join_code: str) -> dict[str, Any]:
    """Stop: hand back whoever was not called, and see what was done."""
    member, effort = current_member(request), effort_by_code(join_code)
    hand_back(by=member, effort=effort)
    return what_was_done(member, effort)


def _receipt(every: Sequence[Recorded]) -> HttpResponse:
    """As it is: its shape is the documentation's; checking it again costs a caller's time."""
    refused = {one: why for recorded in every for one, why in recorded.refused.items()}
    return JsonResponse(
        {
            "stored": [one for recorded in every for one in recorded.stored],
            "refused": [{"id": one, "sentence": why} for one, why in refused.items()],
            "shown": as_told(every[-1].showing),
        }
    )


def _told(results: Sequence[Result]) -> list[Told]:
    return [
        Told(
            id_on_device=result.id,
            elector_id=result.elector,
            outcome=result.outcome,
            made_at=result.made_at,
            detail=result.detail,
            call_back_at=result.call_back_at,
            answers=result.answers,
            seconds=result.seconds,
            said=tuple(Said(one.id, one.kind, one.note) for one in result.said),
        )
        for result in results
    ]
