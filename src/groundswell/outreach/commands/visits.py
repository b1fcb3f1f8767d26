"""What rounds on foot do to the queue: people held for a round, let go, moved on after a visit."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Case, Value, When

from groundswell.common import clock
from groundswell.outreach import rules
from groundswell.outreach.models import Assignment, HouseholdHold

_MANY = 500


def hold_people(
    *,
    constituency_id: int,
    effort_id: int,
    electors: Sequence[int],
    households: Sequence[int],
    key: UUID,
    until: datetime,
) -> set[int]:
    """Keep households for one round under ``key``: no phone bank and no other round has them.

    Answers the households that are held; one in another's hands is left to them. Holding again
    lengthens it. Those of ``electors`` who live in a household that is held are held in the queue.
    """
    with transaction.atomic():
        _hold(constituency_id, sorted(set(households)), key, until)
        held = set(
            HouseholdHold.objects.filter(constituency_id=constituency_id, batch=key).values_list(
                "household_id", flat=True
            )
        )
        waiting = Assignment.objects.filter(
            constituency_id=constituency_id,
            effort_id=effort_id,
            state__in=[Assignment.State.WAITING, Assignment.State.PROMISED],
            household_id__in=held,
        )
        for some in _in_turns(sorted(electors)):
            waiting.filter(elector_id__in=some).update(state=Assignment.State.HELD, batch=key)
    return held


def let_go(*, constituency_id: int, key: UUID) -> None:
    """The households of a round are free again, and whoever was not reached waits again."""
    with transaction.atomic():
        Assignment.objects.filter(
            constituency_id=constituency_id, batch=key, state=Assignment.State.HELD
        ).update(
            state=Case(
                When(outcome="call_back", then=Value(Assignment.State.PROMISED)),
                default=Value(Assignment.State.WAITING),
            ),
            batch=None,
            shown_at=None,
        )
        HouseholdHold.objects.filter(constituency_id=constituency_id, batch=key).delete()


def move_on_after_visit(
    *,
    constituency_id: int,
    effort_id: int,
    key: UUID,
    elector_id: int,
    outcome: str,
    call_back_at: datetime | None = None,
) -> None:
    """Put somebody where they stand after a visit, unless another holds them by now."""
    after = rules.afterwards(outcome)
    ready_at = clock.now() + timedelta(hours=settings.ENVIRONMENT.retry_hours)
    if after is rules.Afterwards.CALL_BACK and call_back_at is not None:
        ready_at = call_back_at
    place = Assignment.objects.select_for_update().filter(
        constituency_id=constituency_id, effort_id=effort_id, elector_id=elector_id
    )
    with transaction.atomic():
        row = place.first()
        if row is None or row.batch not in {None, key}:
            return
        row.state, row.outcome, row.ready_at = after.value, outcome, ready_at
        row.tries += 1
        row.save(update_fields=["state", "outcome", "ready_at", "tries"])


def stand_as_before(
    *, constituency_id: int, effort_id: int, key: UUID, elector_id: int, still_out: bool
) -> None:
    """After an undo: they wait again, in the hands of the round where it is still out."""
    row = Assignment.objects.filter(
        constituency_id=constituency_id, effort_id=effort_id, elector_id=elector_id
    ).first()
    if row is None or row.batch not in {None, key}:
        return
    row.state = Assignment.State.HELD if still_out else Assignment.State.WAITING
    row.batch = key if still_out else None
    row.outcome, row.ready_at = "", clock.now()
    row.tries = max(row.tries - 1, 0)
    row.save(update_fields=["state", "batch", "outcome", "ready_at", "tries"])


def _hold(constituency_id: int, households: list[int], key: UUID, until: datetime) -> None:
    """In the order of their ids, as claims take them, so that nobody waits for each other."""
    here = HouseholdHold.objects.filter(constituency_id=constituency_id)
    now = clock.now()
    for some in _in_turns(households):
        HouseholdHold.objects.bulk_create(
            [
                HouseholdHold(
                    constituency_id=constituency_id, household_id=one, batch=key, until=until
                )
                for one in some
            ],
            ignore_conflicts=True,
        )
        here.filter(household_id__in=some, until__lte=now).update(batch=key, until=until)
        here.filter(household_id__in=some, batch=key).update(until=until)


def _in_turns(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + _MANY] for start in range(0, len(ids), _MANY)]
