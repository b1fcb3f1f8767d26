"""What the telephones on one round tell each other."""

from typing import Any

from groundswell.common.errors import NotFound
from groundswell.doorstep.models import Booking, Round
from groundswell.doorstep.queries import is_out_with
from groundswell.members.models import Member
from groundswell.offline_app.models import Received
from groundswell.offline_app.rules.records import as_text

MOST = 500


def seen_since(member: Member, walked: Round, after: int) -> tuple[list[dict[str, Any]], int]:
    """What was counted on the round after that place, in order, and the last place told.

    At most 500 at once. Of a door only what the next at the door must know: nobody's answers.
    """
    rows = Received.objects.filter(round_code=walked.code, place__gt=after).select_related("member")
    seen = [_seen(member, row) for row in rows.order_by("place")[:MOST]]
    return seen, seen[-1]["place"] if seen else after


def round_taken(member: Member, code: str) -> Round:
    """A round that the member took, whatever has become of it; NotFound for everybody else.

    An organiser who walks along joins it like anybody: a telephone knows no second factor.
    """
    theirs = Booking.objects.filter(member=member).values("round")
    rounds = Round.objects.filter(code=code.upper(), pk__in=theirs)
    found = rounds.select_related("effort__area").first()
    if found is None:
        raise NotFound
    return found


def is_gone(member: Member, walked: Round) -> bool:
    """Whether the member has the round no more: withdrawn, run out, given back or done."""
    return walked.state == Round.State.WITHDRAWN or not is_out_with(member, walked)


def _seen(member: Member, row: Received) -> dict[str, Any]:
    told = row.payload
    return {
        "place": row.place,
        "id": str(row.id_on_device),
        "kind": row.kind,
        "by": row.member.name,
        "mine": row.member_id == member.pk,
        "made_at": row.made_at,
        "household": row.household_id,
        "elector": row.elector_id,
        "outcome": as_text(told.get("outcome"), 14),
        "of": str(row.of) if row.of else None,
        "action": as_text(told.get("action"), 10),
        "name": as_text(told.get("name"), 80),
    }
