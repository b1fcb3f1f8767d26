"""Bringing what is kept beside the inbox in line with it."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from groundswell.offline_app.commands.settling import MOST_AT_ONCE, try_again_due
from groundswell.offline_app.models import Received, RoundFeed


@dataclass(frozen=True)
class Recounted:
    """How many rounds have a counter, and how many records are counted that were not."""

    rounds: int
    records: int


def recount_inbox() -> Recounted:
    """Make every round's counter anew from its records, and try again all that waits."""
    with transaction.atomic():
        RoundFeed.objects.all().delete()
        last = Received.objects.exclude(place=None).values("round_code").annotate(last=Max("place"))
        RoundFeed.objects.bulk_create(
            RoundFeed(round_code=row["round_code"], last=row["last"]) for row in last
        )
    records = newly = try_again_due()
    while newly >= MOST_AT_ONCE:
        newly = try_again_due()
        records += newly
    return Recounted(RoundFeed.objects.count(), records)
