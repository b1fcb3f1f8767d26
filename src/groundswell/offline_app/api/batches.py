"""The phone bank's batch, taken along for a train with tunnels."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from groundswell.members.access import current_member
from groundswell.offline_app.api import schemas
from groundswell.offline_app.api.guarding import SIGNED_IN, not_too_often
from groundswell.offline_app.queries.batches import batch_told
from groundswell.outreach.commands import claim_batch, refuse_unless_along, take_batch_along
from groundswell.outreach.queries import effort_by_code

router = Router(tags=["App"], auth=SIGNED_IN)
BATCHES_A_MINUTE = 30


@router.get("/batch/{join_code}", response=schemas.BatchPayload, url_name="app_batch")
def batch(request: HttpRequest, join_code: str) -> dict[str, Any]:
    """Who is still to be called of the batch you hold; 409 where the organiser shows one by one."""
    member, effort = current_member(request), effort_by_code(join_code)
    not_too_often("batch", member, BATCHES_A_MINUTE)
    return batch_told(member, effort, take_batch_along(by=member, effort=effort))


@router.post("/batch/{join_code}/claim", response=schemas.BatchPayload, url_name="app_claim")
def claim(request: HttpRequest, join_code: str, asked: schemas.ClaimBatch) -> dict[str, Any]:
    """Reserve the next people to you alone for two hours, and take them along."""
    member, effort = current_member(request), effort_by_code(join_code)
    not_too_often("claim", member, BATCHES_A_MINUTE)
    refuse_unless_along(effort)
    claim_batch(by=member, effort=effort, key=asked.key)
    return batch_told(member, effort, take_batch_along(by=member, effort=effort))
