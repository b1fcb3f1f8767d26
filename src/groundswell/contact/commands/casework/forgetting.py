"""Taking people out of cases and offers: whoever asked for it, and all of long ago."""

from collections.abc import Collection
from datetime import timedelta

from django.db.models import Q

from groundswell.common import clock
from groundswell.contact.models import Case, CaseEntry, Offer
from groundswell.register.queries.seats import all_seats

KEPT_FOR = timedelta(days=365)
"""After it is over; an answered case that nobody closed counts from the day it was due."""


def forget_told(constituency_id: int, elector_ids: Collection[int]) -> int:
    """Delete what these electors told, with all that was written about it; how many rows."""
    here = {"constituency": constituency_id, "elector__in": list(elector_ids)}
    return _delete_cases(constituency_id, Q(**here)) + Offer.objects.filter(**here).delete()[0]


def forget_old_casework() -> None:
    """Delete cases and offers that were over a year ago (the worker's round)."""
    long_ago = clock.now() - KEPT_FOR
    over = Q(state=Case.State.CLOSED, closed_at__lt=long_ago) | Q(
        state=Case.State.ANSWERED, reply_by__lt=long_ago.date()
    )
    for seat in all_seats():
        _delete_cases(seat, over)
        Offer.objects.filter(constituency=seat, ended_at__lt=long_ago).delete()


def _delete_cases(constituency_id: int, which: Q) -> int:
    cases = Case.objects.filter(which, constituency=constituency_id)
    ids = list(cases.values_list("pk", flat=True))
    if not ids:
        return 0
    entries = CaseEntry.objects.filter(constituency=constituency_id, case__in=ids)
    return entries.delete()[0] + cases.delete()[0]
