"""Rounds taken along, and what the telephones on one tell each other."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from groundswell.common import clock
from groundswell.doorstep.commands import join_round
from groundswell.members.access import current_member
from groundswell.offline_app.api import schemas
from groundswell.offline_app.api.guarding import SIGNED_IN, not_too_often
from groundswell.offline_app.commands import take_round_along
from groundswell.offline_app.queries.feed import is_gone, round_taken, seen_since
from groundswell.offline_app.queries.rounds import round_told, rounds_told

router = Router(tags=["App"], auth=SIGNED_IN)
ROUNDS_A_MINUTE = 30
ASKS_A_MINUTE = 120


@router.get("/rounds", response=schemas.Rounds, url_name="app_rounds")
def rounds(request: HttpRequest) -> dict[str, Any]:
    """The rounds you have out."""
    return {"rounds": rounds_told(current_member(request)), "now": clock.now()}


@router.get("/rounds/{code}", response=schemas.RoundPayload, url_name="app_round")
def round_along(request: HttpRequest, code: str) -> dict[str, Any]:
    """A round of yours with all that it needs without signal: under 300 kB for 100 doors."""
    member = current_member(request)
    not_too_often("round", member, ROUNDS_A_MINUTE)
    return round_told(member, take_round_along(by=member, code=code))


@router.post("/rounds/{code}/join", response=schemas.RoundPayload, url_name="app_join")
def join(request: HttpRequest, code: str) -> dict[str, Any]:
    """Take part in the round of this code, beside whoever has it; joining twice is joining once."""
    member = current_member(request)
    not_too_often("join", member, ROUNDS_A_MINUTE)
    join_round(by=member, code=code)
    return round_told(member, take_round_along(by=member, code=code))


@router.get("/rounds/{code}/since", response=schemas.Since, url_name="app_since")
def since(request: HttpRequest, code: str, after: int = 0) -> dict[str, Any]:
    """What all telephones on the round told since; ``withdrawn``: it is not yours any more."""
    member = current_member(request)
    not_too_often("since", member, ASKS_A_MINUTE)
    walked = round_taken(member, code)
    if is_gone(member, walked):
        return {"records": [], "after": after, "withdrawn": True, "now": clock.now()}
    seen, last = seen_since(member, walked, max(after, 0))
    return {"records": seen, "after": last, "withdrawn": False, "now": clock.now()}
