"""Working out afresh what we know of some electors, from the attempts that count."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db import connection
from django.db.models import Q

from groundswell.contact.commands import state_rows
from groundswell.contact.models import ElectorState
from groundswell.contact.queries.counting import attempts_on, counted
from groundswell.contact.rules.folding import Counted, WhatWeKnow, fold, with_household

AT_A_TIME = 2000


def refold(
    constituency_id: int, elector_ids: Collection[int], household_ids: Collection[int] = ()
) -> None:
    """Set what we know of these electors, and of all at these households, from the attempts.

    Their rows are locked first: whoever records meanwhile either is seen here or adds afterwards.
    Runs within the caller's transaction.
    """
    where = Q(elector__in=elector_ids) | Q(household__in=household_ids)
    states = ElectorState.objects.filter(where, constituency=constituency_id).order_by("elector")
    homes: dict[int, int | None] = dict(
        states.select_for_update().values_list("elector_id", "household_id")
    )
    addresses = {household for household in homes.values() if household is not None}
    on_elector: dict[int, list[Counted]] = defaultdict(list)
    at_address: dict[int, list[Counted]] = defaultdict(list)
    for attempt in counted(attempts_on(constituency_id, list(homes), addresses)):
        on_elector[attempt.elector_id].append(attempt)
        at_address[attempt.household_id or 0].append(attempt)
    periods = state_rows.rest_periods()
    known: dict[int, WhatWeKnow] = {}
    for elector_id, household_id in homes.items():
        own = fold(on_elector[elector_id], periods)
        neighbours = at_address[household_id] if household_id else []
        known[elector_id] = with_household(own, neighbours, periods)
    state_rows.put(constituency_id, known)


def refold_many(
    constituency_id: int, elector_ids: Collection[int], household_ids: Collection[int] = ()
) -> None:
    """The same for any number of them, some at a time."""
    for some in _parts(elector_ids):
        refold(constituency_id, some)
    for some in _parts(household_ids):
        refold(constituency_id, [], some)


def wait_for_recorders() -> None:
    """Let nobody append an attempt until this transaction ends, and wait for those who are.

    Totals change by differences: what is taken out must not be moving meanwhile. SQLite has one
    writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE contact_attempt IN SHARE MODE")


def _parts(ids: Collection[int]) -> Iterator[list[int]]:
    in_order = sorted(ids)
    return (in_order[start : start + AT_A_TIME] for start in range(0, len(in_order), AT_A_TIME))
