"""Taking people out of what telephones handed in: on request, and when it is no longer needed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.offline_app.models import Received
from groundswell.register.models import Elector
from groundswell.register.queries import electors_of
from groundswell.register.queries.seats import all_seats

KEPT_FOR = timedelta(days=30)
_KEPT_OF_A_HOUSE = ("id", "kind", "made_at", "round", "household", "elector", "outcome", "of")
_AT_ONCE = 500


def forget_person(person: UUID) -> int:
    """Take a person out of every record; how many rows were touched. Safe to repeat.

    Of a record about them nothing is left but that it came; one that was not counted yet never is.
    A record about the whole house they live in loses its words and keeps what came of the door.
    """
    electors = list(electors_of(person))
    return _forget({one.pk for one in electors}) + _without_words(
        {one.household_id for one in electors if one.household_id}
    )


def forget_the_destroyed(constituency_ids: Sequence[int]) -> None:
    """The register's hook: whoever is not held there any more is not held here either."""
    del constituency_ids  # a record does not say in which it was made
    rows = Received.objects.exclude(elector_id=None)
    named = {one for one in rows.values_list("elector_id", flat=True).distinct() if one}
    _forget(named - _there(named))


def forget_old_records() -> None:
    """Empty what was counted or set aside a month ago; that it came is kept, against repeats."""
    since = clock.now() - KEPT_FOR
    counted = Received.objects.filter(counted=True, received_at__lt=since)
    settled = Received.objects.filter(state=Received.State.SET_ASIDE, settled_at__lt=since)
    # What is counted and still to be looked at keeps its words until somebody has.
    seen = counted.exclude(state=Received.State.FLAGGED, settled_at=None)
    for rows in (seen, settled):
        rows.exclude(payload={}).update(payload={}, elector_id=None, household_id=None)


def _forget(elector_ids: Collection[int]) -> int:
    rows = Received.objects.filter(elector_id__in=elector_ids)
    with transaction.atomic():
        rows.filter(counted=False).update(
            state=Received.State.SET_ASIDE,
            settled_at=clock.now(),
            next_try=None,
            reason=_("Whom it was about has been erased."),
        )
        return rows.update(payload={}, elector_id=None, household_id=None)


def _without_words(household_ids: Collection[int]) -> int:
    touched = 0
    for row in Received.objects.filter(household_id__in=household_ids, elector_id=None):
        bare = _bare(row.payload)
        if bare != row.payload:
            row.payload = bare
            row.save(update_fields=["payload"])
            touched += 1
    return touched


def _bare(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {name: payload[name] for name in _KEPT_OF_A_HOUSE if name in payload}


def _there(elector_ids: Collection[int]) -> set[int]:
    seats, ids = all_seats(), list(elector_ids)
    found: set[int] = set()
    for start in range(0, len(ids), _AT_ONCE):
        rows = Elector.objects.filter(
            constituency_id__in=seats, pk__in=ids[start : start + _AT_ONCE]
        )
        found.update(rows.values_list("pk", flat=True))
    return found
