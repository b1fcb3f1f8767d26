"""Taking people out of what was recorded, and leaving the totals as they were."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Min, OuterRef

from groundswell.contact.commands.casework.forgetting import forget_told
from groundswell.contact.commands.refolding import refold_many
from groundswell.contact.models import Answer, Attempt, CanvassDoubt, ElectorState
from groundswell.register.models import Elector
from groundswell.register.queries import electors_of

NOBODY = 0


def forget_person(person: UUID) -> int:
    """Take a person out of attempts and answers; how many rows were touched. Safe to repeat.

    An attempt stays as one that was made somewhere in the polling district: whom it reached, what
    was said in words and when to call back are gone. Of the answers the voting intention's meaning
    stays, which the totals are sums of. What they told beside results is deleted. Runs within the
    erasure's transaction.
    """
    entries: dict[int, list[int]] = {}
    for elector in electors_of(person):
        entries.setdefault(elector.constituency_id, []).append(elector.pk)
    return sum(_forget(constituency_id, ids) for constituency_id, ids in entries.items())


def forget_the_destroyed(constituency_ids: Sequence[int]) -> None:
    """The register's hook: whoever is not held there any more is not held here either."""
    for one in constituency_ids:
        there = Elector.objects.filter(constituency=one, pk=OuterRef("elector_id"))
        gone = ElectorState.objects.filter(~Exists(there), constituency=one)
        _forget(one, list(gone.values_list("elector_id", flat=True)))
        gone.delete()
        CanvassDoubt.objects.filter(~Exists(there), constituency=one).delete()


def _forget(constituency_id: int, elector_ids: Collection[int]) -> int:
    answers = Answer.objects.filter(constituency=constituency_id, elector__in=elector_ids)
    attempts = Attempt.objects.filter(constituency=constituency_id, elector__in=elector_ids)
    with transaction.atomic():
        households = set(attempts.values_list("household_id", flat=True)) - {None}
        kept = answers.values("attempt_id_on_device", "question").annotate(first=Min("pk"))
        touched, _by_table = answers.exclude(pk__in=[row["first"] for row in kept]).delete()
        touched += answers.update(elector_id=NOBODY, value="", canvass_code_id=None)
        touched += attempts.update(
            elector_id=NOBODY, household_id=None, detail="", call_back_at=None, reason=""
        )
        doubts = CanvassDoubt.objects.filter(constituency=constituency_id, elector__in=elector_ids)
        touched += doubts.delete()[0] + forget_told(constituency_id, elector_ids)
        refold_many(constituency_id, elector_ids, [one for one in households if one])
    return touched
