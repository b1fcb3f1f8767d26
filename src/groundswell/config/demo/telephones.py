"""A telephone that was away for an evening, and a result of its that nobody could count."""

from datetime import timedelta

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.doorstep.models import Booking, RoundDoor
from groundswell.members.models import Member
from groundswell.offline_app.commands import Delivery, receive_records
from groundswell.outreach.models import Effort

DOORS = 4
ELSEWHERE = 999_999_999


def hand_in(*, walker: Member, canvass: Effort) -> None:
    """Bring in some doors of the walker's round; the last is a door that lies in no round."""
    booking = Booking.objects.filter(member=walker, round__effort=canvass).first()
    if booking is None:
        return
    walked = booking.round
    doors = RoundDoor.objects.filter(
        constituency=walked.constituency_id, round_id=walked.pk
    ).order_by("-position")
    households = [*doors.values_list("household_id", flat=True)[:DOORS], ELSEWHERE]
    begun = clock.now() - timedelta(hours=20)
    records = [
        {
            "id": str(uuid7()),
            "kind": "door",
            "made_at": (begun + timedelta(minutes=3 * place)).isoformat(),
            "round": walked.code,
            "household": household,
            "elector": None,
            "outcome": "no_answer",
        }
        for place, household in enumerate(households)
    ]
    receive_records(by=walker, delivery=Delivery(records=records, app_version="demo"))
