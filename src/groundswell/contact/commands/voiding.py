"""One row voids another: the old one no longer counts, the new one does unless it is empty."""

from datetime import datetime
from uuid import UUID

from groundswell.contact.commands import tally_rows
from groundswell.contact.commands.refolding import refold
from groundswell.contact.models import Attempt
from groundswell.contact.queries.counting import counted, held

_COPIED = (
    "elector_id",
    "household_id",
    "ward_id",
    "polling_district_id",
    "member_id",
    "branch_id",
    "channel",
    "effort_id",
    "batch_id",
    "script_version_id",
    "seconds",
    "made_at",
    "source",
)


def store_voiding(
    old: Attempt,
    *,
    id_on_device: UUID,
    recorded_at: datetime,
    outcome: str = "",
    detail: str = "",
    call_back_at: datetime | None = None,
    corrected_by_id: int | None = None,
    reason: str = "",
) -> tuple[Attempt, bool]:
    """Append a row that voids ``old``, its like in all but what is told here.

    Returns it and True; or the row that voids it already and False.
    """
    return Attempt.objects.get_or_create(
        constituency_id=old.constituency_id,
        voids=old.id_on_device,
        defaults={name: getattr(old, name) for name in _COPIED}
        | {
            "id_on_device": id_on_device,
            "recorded_at": recorded_at,
            "outcome": outcome,
            "detail": detail,
            "call_back_at": call_back_at,
            "corrected_by_id": corrected_by_id,
            "reason": reason,
        },
    )


def count_instead(old: Attempt, new: Attempt) -> None:
    """Take the voided attempt out of totals and states, and put in the row that voids it.

    Whether they are held is asked after ``new`` is stored: see ``attempt_rows.insert``.
    """
    free = Attempt.objects.filter(~held(), constituency=old.constituency_id).exclude(outcome="")
    tally_rows.add(old.constituency_id, counted(free.filter(pk=old.pk)), sign=-1)
    tally_rows.add(old.constituency_id, counted(free.filter(pk=new.pk)))
    refold(old.constituency_id, [old.elector_id], [old.household_id] if old.household_id else [])
