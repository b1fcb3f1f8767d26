"""Forgetting people: one who asked for it, and whoever was asked for in rounds of long ago."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from groundswell.common import clock
from groundswell.doorstep.models import Booking, Round, RoundDoor
from groundswell.register.queries import electors_of

# Results may come from a telephone that lay in a drawer; after a month nobody needs the list.
KEPT_FOR = timedelta(days=30)


def forget_person(person: UUID) -> int:
    """Take them off the list of every round; answers how many rows it touched. Safe to repeat."""
    touched = 0
    with transaction.atomic():
        for elector in electors_of(person):
            doors = RoundDoor.objects.filter(
                constituency=elector.constituency_id, household=elector.household_id
            )
            for door in doors:
                if elector.pk in door.electors:
                    door.electors = [one for one in door.electors if one != elector.pk]
                    door.save(update_fields=["electors"])
                    touched += 1
    return touched


def forget_old_rounds() -> None:
    """Empty the lists of whom to ask for in rounds that ended long ago (run by the worker)."""
    before = clock.now() - KEPT_FOR
    over = Round.objects.filter(state__in=[Round.State.DONE, Round.State.WITHDRAWN])
    lately = Booking.objects.filter(ended_at__gte=before).values("round")
    for walked in over.filter(made_at__lt=before).exclude(pk__in=lately):
        RoundDoor.objects.filter(constituency=walked.constituency_id, round_id=walked.pk).exclude(
            electors=[]
        ).update(electors=[])
