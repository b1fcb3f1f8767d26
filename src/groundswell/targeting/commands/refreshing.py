"""Keeping the counts of saved universes fresh."""

from datetime import timedelta

from django.db.models import F, Q

from groundswell.common import clock
from groundswell.targeting.models import Universe
from groundswell.targeting.queries.counting import counted

FRESH_FOR = timedelta(minutes=10)
AT_ONCE = 20


def refresh_counts(*, universe: Universe) -> Universe:
    """Count a universe again and keep the result with its moment. The system's own work."""
    universe.counts = counted(universe.area, universe.rule).as_json()
    universe.counted_at = clock.now()
    Universe.objects.filter(pk=universe.pk).update(
        counts=universe.counts, counted_at=universe.counted_at
    )
    return universe


def refresh_what_is_due() -> None:
    """Count again those not counted for ten minutes, the longest uncounted first."""
    due = Q(counted_at=None) | Q(counted_at__lt=clock.now() - FRESH_FOR)
    waiting = Universe.objects.filter(due, retired_at=None).select_related("area")
    for universe in waiting.order_by(F("counted_at").asc(nulls_first=True))[:AT_ONCE]:
        refresh_counts(universe=universe)
