"""Forgetting: soon for those who were out, with the people of a door for its notes."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from groundswell.common import clock
from groundswell.register.models import Elector
from groundswell.register.queries import electors_of
from groundswell.register.queries.seats import all_seats
from groundswell.safety.models import DoorNote, HelpCall, Shift, ShiftEvent

SHIFTS_KEPT = timedelta(days=30)
PLACES_KEPT = timedelta(days=7)
HELP_KEPT = timedelta(days=365)
ENDED_NOTES_KEPT = timedelta(days=90)


def forget_person(person: UUID) -> int:
    """Delete the notes on a door where nobody else lives; how many rows. Safe to repeat.

    Where others live the notes are about their door too and stay.
    """
    touched = 0
    with transaction.atomic():
        for elector in electors_of(person):
            if elector.household_id is None:
                continue
            here = {"constituency": elector.constituency_id, "household": elector.household_id}
            others = Elector.objects.filter(**here, gone_at=None).exclude(person=person)
            if not others.exists():
                touched += DoorNote.objects.filter(**here).delete()[0]
    return touched


def forget_what_is_old() -> None:
    """Delete shifts after a month, calls for help after a year, their positions after a week.

    And notes on doors a quarter of a year after they were ended. A shift that was never ended goes
    too: an organiser has seen it as overdue for a month.
    """
    now = clock.now()
    Shift.objects.filter(checked_in_at__lt=now - SHIFTS_KEPT).delete()
    ShiftEvent.objects.filter(at__lt=now - SHIFTS_KEPT).delete()
    over = HelpCall.objects.exclude(ended_at=None)
    over.filter(ended_at__lt=now - PLACES_KEPT).update(
        latitude=None, longitude=None, accuracy=None, household_id=None
    )
    over.filter(ended_at__lt=now - HELP_KEPT).delete()
    for seat in all_seats():
        DoorNote.objects.filter(constituency=seat, ended_at__lt=now - ENDED_NOTES_KEPT).delete()
