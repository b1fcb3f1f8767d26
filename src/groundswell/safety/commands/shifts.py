"""Checking in and out, and naming somebody who knows where one is."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.members.models import Member
from groundswell.safety.models import Shift, ShiftEvent
from groundswell.safety.queries.shifts import shift_for, where_out
from groundswell.safety.rules import Happened, Span, spans

LOOK_BACK = timedelta(days=15)
_NAME_LENGTH = 120
_PHONE_LENGTH = 20


def check_in(
    *,
    by: Member,
    key: UUID,
    at: datetime | None = None,
    round_code: str = "",
    effort_id: int | None = None,
    constituency_id: int | None = None,
) -> Shift | None:
    """Begin a shift, on a round or without; a running one ends. Returns the shift running now.

    ``key`` is made on the device; ``at`` is its time. Safe to repeat and in any order.
    """
    area = where_out(by, effort_id, constituency_id)
    return _happened(
        by,
        ShiftEvent.Action.CHECK_IN,
        key,
        at,
        round_code=round_code[:8],
        effort_id=effort_id,
        constituency_id=constituency_id,
        area=area,
    )


def check_out(*, by: Member, key: UUID, at: datetime | None = None) -> Shift | None:
    """End the shift that ran at that time. Safe to repeat, and to arrive before its beginning."""
    return _happened(by, ShiftEvent.Action.CHECK_OUT, key, at)


def name_buddy(
    *,
    by: Member,
    key: UUID,
    at: datetime | None = None,
    buddy_name: str = "",
    buddy_phone: str = "",
    buddy: Member | None = None,
) -> Shift | None:
    """Say who knows where one is: a member, or anybody by name and number."""
    name = (buddy.name if buddy else buddy_name).strip()
    if not name:
        raise Refused(_("Write your buddy’s name."))
    number = (buddy.phone if buddy else buddy_phone).strip()
    return _happened(
        by,
        ShiftEvent.Action.BUDDY,
        key,
        at,
        buddy=buddy,
        buddy_name=name[:_NAME_LENGTH],
        buddy_phone=number[:_PHONE_LENGTH],  # as it was said: an odd number is better than none
    )


def bring_home(*, by: Member, shift_id: int) -> Shift:
    """An organiser has spoken with somebody who forgot to check out. Safe to repeat."""
    shift = shift_for(by, shift_id)
    if shift.checked_out_at is None:
        _happened(
            shift.member,
            ShiftEvent.Action.CHECK_OUT,
            uuid7(),
            max(clock.now(), shift.checked_in_at),
            made_by=by,
        )
        shift.refresh_from_db()
    return shift


def _happened(
    member: Member,
    action: str,
    key: UUID,
    at: datetime | None,
    *,
    made_by: Member | None = None,
    **told: Any,
) -> Shift | None:
    now = clock.now()
    with transaction.atomic():
        list(Member.objects.select_for_update().filter(pk=member.pk).values_list("pk"))
        _event, new = ShiftEvent.objects.get_or_create(
            key=key,
            defaults={
                "member": member,
                "action": action,
                "at": min(at or now, now),
                "recorded_at": now,
                "made_by": made_by or member,
                **told,
            },
        )
        if new:
            _read_off(member)
            write_audit_line(
                by=(made_by or member).pk,
                action=f"safety.{action}",
                subject=f"member:{member.pk}",
            )
        running = Shift.objects.filter(member=member, checked_out_at=None)
        return running.order_by("-checked_in_at").first()


def _read_off(member: Member) -> None:
    """Bring the member's shifts to what their events say."""
    since = clock.now() - LOOK_BACK
    events = {one.key: one for one in ShiftEvent.objects.filter(member=member, at__gte=since)}
    told = [Happened(one.key, one.action, one.at) for one in events.values()]
    for span in spans(told):
        Shift.objects.update_or_create(key=span.began, defaults=_as_row(span, events))


def _as_row(span: Span, events: dict[UUID, ShiftEvent]) -> dict[str, Any]:
    began = events[span.began]
    ended = events[span.ended] if span.ended else None
    buddy = events[span.buddy] if span.buddy else None
    return {
        "member_id": began.member_id,
        "area_id": began.area_id,
        "constituency_id": began.constituency_id,
        "effort_id": began.effort_id,
        "round_code": began.round_code,
        "checked_in_at": span.since,
        "checked_out_at": span.until,
        "checked_out_by_id": ended.made_by_id if ended else None,
        "buddy_id": buddy.buddy_id if buddy else None,
        "buddy_name": buddy.buddy_name if buddy else "",
        "buddy_phone": buddy.buddy_phone if buddy else "",
    }
