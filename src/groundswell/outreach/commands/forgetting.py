"""Forgetting people: one who asked for it, and whoever was in batches of long ago."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from groundswell.common import clock
from groundswell.outreach.models import Assignment, Batch, EffortQueue
from groundswell.register.queries import electors_of

# A result may come late for a week (contact.rules.outcomes); after that nobody needs the list.
KEPT_FOR = timedelta(days=8)


def forget_person(person: UUID) -> int:
    """Erase them from every queue and batch; answers how many rows it touched. Safe to repeat."""
    touched = 0
    with transaction.atomic():
        for elector in electors_of(person):
            here = {"constituency_id": elector.constituency_id}
            touched += Assignment.objects.filter(**here, elector=elector).delete()[0]
            lately = Batch.objects.filter(**here, expires_at__gte=clock.now() - KEPT_FOR)
            for batch in lately.iterator():
                if elector.pk in batch.electors:
                    batch.electors = [one for one in batch.electors if one != elector.pk]
                    batch.save(update_fields=["electors"])
                    touched += 1
    return touched


def forget_old_batches() -> None:
    """Empty the lists of who was in batches of long ago (run by the worker)."""
    for constituency_id in set(EffortQueue.objects.values_list("constituency_id", flat=True)):
        Batch.objects.filter(
            constituency_id=constituency_id, expires_at__lt=clock.now() - KEPT_FOR
        ).exclude(electors=[]).update(electors=[])
