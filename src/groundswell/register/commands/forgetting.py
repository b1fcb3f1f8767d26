"""Taking out of the register what we need not keep of somebody who asked to be erased."""

from uuid import UUID

from django.db import transaction

from groundswell.register.after_apply import tell_destroyed, tell_details_changed
from groundswell.register.models import Elector
from groundswell.register.queries.electors import details_of
from groundswell.register.queries.held import entries_of, past_votes_of, reviews_of, tags_of
from groundswell.register.queries.people import electors_of


def forget_person(person: UUID) -> int:
    """Erase numbers, addresses, tags and what waits for review; how many rows. Safe to repeat.

    An entry in force stays with its row as supplied: the register is the council's, and we hold it
    as the law lets us. A closed entry goes altogether. Runs within the erasure's transaction.
    """
    touched = 0
    seats: set[int] = set()
    with transaction.atomic():
        for elector in electors_of(person):
            touched += _forget(elector)
            if elector.gone_at is not None:
                seats.add(elector.constituency_id)
        for seat in sorted(seats):
            tell_destroyed([seat])
    return touched


def _forget(elector: Elector) -> int:
    gone = elector.gone_at is not None
    touched = int(details_of(elector).delete()[0]) + int(tags_of(elector).delete()[0])
    for review in reviews_of(elector):
        if review.left or review.right or review.decision == review.Decision.OPEN:
            review.left, review.right = {}, {}
            if review.decision == review.Decision.OPEN:
                review.decision = review.Decision.DISMISSED
            review.save(update_fields=["left", "right", "decision"])
            touched += 1
    if not gone:
        tell_details_changed(elector.constituency_id, [elector.pk])
        return touched
    touched += int(past_votes_of(elector).delete()[0]) + int(entries_of(elector).delete()[0])
    return touched + int(
        Elector.objects.filter(constituency_id=elector.constituency_id, pk=elector.pk).delete()[0]
    )
