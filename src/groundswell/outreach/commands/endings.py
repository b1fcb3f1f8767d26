"""How a batch ends: whoever was not reached goes back, and their households are free."""

from django.db import transaction
from django.db.models import Case, Value, When

from groundswell.common import clock
from groundswell.contact.models import Outcome
from groundswell.outreach.models import Assignment, Batch, HouseholdHold, Participation


def end_batch(batch: Batch, state: Batch.State) -> bool:
    """End a held batch; False where it had ended before.

    Whoever is still held waits again at the place in the queue that they had, a promised call back
    as a promise.
    """
    here = {"constituency_id": batch.constituency_id}
    with transaction.atomic():
        ended = Batch.objects.filter(**here, key=batch.key, state=Batch.State.HELD).update(
            state=state, ended_at=clock.now()
        )
        if not ended:
            return False
        back = Case(
            When(outcome=Outcome.CALL_BACK, then=Value(Assignment.State.PROMISED)),
            default=Value(Assignment.State.WAITING),
        )
        Assignment.objects.filter(**here, batch=batch.key, state=Assignment.State.HELD).update(
            state=back, batch=None, shown_at=None
        )
        Participation.objects.filter(batch=batch.key).update(held_until=None)
        free_homes(batch)
    return True


def free_homes(batch: Batch) -> None:
    """Let go of the batch's households, in the order in which claims take them."""
    mine = HouseholdHold.objects.filter(constituency_id=batch.constituency_id, batch=batch.key)
    locked = mine.select_for_update().order_by("household_id").values_list("pk", flat=True)
    HouseholdHold.objects.filter(
        constituency_id=batch.constituency_id, batch=batch.key, pk__in=list(locked)
    ).delete()
