"""What the telephone hands in, and the keys of its shift."""

from base64 import b64encode
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from groundswell.common import clock
from groundswell.members.access import current_member
from groundswell.members.models import Member
from groundswell.offline_app.api import schemas
from groundswell.offline_app.api.guarding import (
    MAY_BEGIN,
    MAY_HAND_IN,
    SIGNED_IN,
    not_too_often,
)
from groundswell.offline_app.commands import (
    Delivery,
    Receipt,
    begin_shift,
    hand_in_file,
    receive_records,
)
from groundswell.offline_app.rules.records import as_moment

router = Router(tags=["App"])
SHIFTS_A_MINUTE = 20
DELIVERIES_A_MINUTE = 90
FILES_A_MINUTE = 6


@router.post("/shift", url_name="app_shift", response=schemas.Shift, auth=MAY_BEGIN)
def shift(request: HttpRequest, begun: schemas.Begin) -> dict[str, Any]:
    """Begin a shift on a telephone, or go on with it: its keys, and how long they are good for."""
    member = current_member(request)
    not_too_often("shift", member, SHIFTS_A_MINUTE)
    told = begin_shift(by=member, device=begun.device, day=begun.day)
    return {
        "member": {"id": member.pk, "name": member.name},
        "device": begun.device,
        "day": told.day,
        "key": b64encode(told.keys.sealing).decode(),
        "signing_key": b64encode(told.keys.signing).decode(),
        "app_pass": told.app_pass,
        "shift_until": told.until,
        "wipe_after_days": told.wipe_after_days,
        "now": clock.now(),
    }


@router.post("/records", url_name="app_records", response=schemas.Receipt, auth=MAY_HAND_IN)
def records(request: HttpRequest, given: schemas.Records) -> HttpResponse:
    """Keep what a telephone made, each record once, however often and in whatever order it comes.

    Of somebody barred it is kept for review. At most 200 records at once, 64 kB each.
    """
    member = _whose(request)
    not_too_often("records", member, DELIVERIES_A_MINUTE)
    delivery = Delivery(
        records=given.records,
        app_version=given.app_version,
        device=given.device,
        clock=as_moment(given.clock),
    )
    return _told(receive_records(by=member, delivery=delivery), wipe=not member.is_active)


@router.post("/handed-in", url_name="app_handed_in", response=schemas.Receipt, auth=SIGNED_IN)
def handed_in(request: HttpRequest, file: schemas.FileHandedIn) -> HttpResponse:
    """A signed file of a telephone that found no network, loaded by who organises there."""
    member = current_member(request)
    not_too_often("file", member, FILES_A_MINUTE)
    receipt = hand_in_file(by=member, signed=file.signed, signature=file.signature)
    return _told(receipt, wipe=False)


def _whose(request: HttpRequest) -> Member:
    held = getattr(request, "auth", None)
    return held if isinstance(held, Member) else current_member(request)


def _told(receipt: Receipt, *, wipe: bool) -> HttpResponse:
    """As it is: its shape is the documentation's."""
    told: dict[str, Any] = {"stored": receipt.stored, "wipe": wipe, "now": clock.now()}
    for group in ("refused", "flagged", "not_taken"):
        said: dict[str, str] = getattr(receipt, group)
        told[group] = [{"id": one, "sentence": why} for one, why in said.items()]
    return JsonResponse(told, status=HTTPStatus.OK)
