"""Shifts, calls for help, and notes on doors."""

from typing import Any

from django.utils.translation import gettext as _

from groundswell.common.errors import NotFound, Refused
from groundswell.doorstep.models import RoundDoor
from groundswell.offline_app.commands.effects.arrived import Arrived, Effect, done
from groundswell.offline_app.commands.effects.telling_where import where_told
from groundswell.offline_app.queries.feed import round_taken
from groundswell.offline_app.rules.records import as_text
from groundswell.safety.commands import (
    add_door_note,
    call_for_help,
    check_in,
    check_out,
    name_buddy,
)

_LONGEST_NOTE = 1000


def note_shift(arrived: Arrived) -> Effect:
    """Somebody checked in or out, or named a buddy."""
    record, payload = arrived.record, arrived.record.payload
    told: dict[str, Any] = {"by": arrived.member, "key": record.id, "at": arrived.made_at}
    action = payload.get("action")
    if action == "check_in":
        check_in(**told, **_round(arrived))
    elif action == "check_out":
        check_out(**told)
    elif action == "buddy":
        name, phone = (as_text(payload.get(f"buddy_{one}"), 120) for one in ("name", "phone"))
        name_buddy(**told, buddy_name=name, buddy_phone=phone)
    else:
        raise Refused(_("This says nothing about a shift."))
    return done()


def ask_for_help(arrived: Arrived) -> Effect:
    """The organisers are called at once, whoever it is and whatever is missing."""
    record, payload = arrived.record, arrived.record.payload
    where = where_told(payload.get("where"))
    call_for_help(
        by=arrived.member,
        key=record.id,
        household_id=record.household_id,
        where=(where.latitude, where.longitude, where.accuracy) if where else None,
        note=as_text(payload.get("note"), _LONGEST_NOTE),
        at=arrived.made_at,
        **_round(arrived),
    )
    return done()


def note_door(arrived: Arrived) -> Effect:
    """What the next one at a door should know, or that nobody is to be sent there."""
    record, payload = arrived.record, arrived.record.payload
    walked = round_taken(arrived.member, record.round_code)
    there = RoundDoor.objects.filter(
        constituency=walked.constituency_id, round_id=walked.pk, household=record.household_id
    )
    if record.household_id is None or not there.exists():
        raise Refused(_("This door is not in this round."))
    add_door_note(
        by=arrived.member,
        constituency_id=walked.constituency_id,
        household_id=record.household_id,
        text=as_text(payload.get("text"), _LONGEST_NOTE),
        safety=payload.get("safety") is True,
        do_not_send=payload.get("do_not_send") is True,
        key=record.id,
        made_at=arrived.made_at,
    )
    return done()


def _round(arrived: Arrived) -> dict[str, Any]:
    """The round that it names, as the safety part takes it; nothing where it is not theirs."""
    try:
        walked = round_taken(arrived.member, arrived.record.round_code)
    except NotFound:
        return {}
    return {
        "round_code": walked.code,
        "effort_id": walked.effort_id,
        "constituency_id": walked.constituency_id,
    }
