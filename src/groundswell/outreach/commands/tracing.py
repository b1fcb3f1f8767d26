"""Noting that a result was tapped at a door, for the rules on time and distance alone."""

from datetime import datetime, timedelta
from uuid import UUID

from groundswell.common import clock
from groundswell.contact.rules.outcomes import is_contact
from groundswell.members.models import Member
from groundswell.outreach.models import EffortQueue, VisitTrace
from groundswell.outreach.rules.distance import metres_between
from groundswell.register.models import Household

KEPT_FOR = timedelta(days=31)


def note_visit(
    *,
    by: Member,
    constituency_id: int,
    effort_id: int,
    household_id: int,
    result_id: UUID,
    outcome: str,
    made_at: datetime,
    answers: int = 0,
    where: tuple[float, float, float | None] | None = None,
) -> None:
    """Note one result that ``by`` tapped themself, on their own telephone; safe to repeat.

    ``where`` is their place if they allow it to be known: latitude, longitude, metres of doubt. It
    is turned into a distance from the door and not kept. Joins the caller's transaction.
    """
    now = clock.now()
    VisitTrace.objects.get_or_create(
        constituency_id=constituency_id,
        result_id=result_id,
        defaults={
            "effort_id": effort_id,
            "member": by,
            "household_id": household_id,
            "made_at": min(made_at, now),
            "recorded_at": now,
            "contact": is_contact(outcome),
            "answers": answers,
            "metres": _distance(constituency_id, household_id, where) if where else None,
        },
    )


def forget_old_visits() -> None:
    """Forget visits of more than a month ago (the worker's round)."""
    for constituency_id in set(EffortQueue.objects.values_list("constituency_id", flat=True)):
        VisitTrace.objects.filter(
            constituency_id=constituency_id, recorded_at__lt=clock.now() - KEPT_FOR
        ).delete()


def _distance(
    constituency_id: int, household_id: int, where: tuple[float, float, float | None]
) -> int | None:
    """Metres from the door at least; None where we do not know where the door is."""
    home = Household.objects.filter(constituency=constituency_id, pk=household_id).first()
    if home is None or home.latitude is None or home.longitude is None:
        return None
    latitude, longitude, doubt = where
    away = metres_between(latitude, longitude, home.latitude, home.longitude)
    return max(0, round(away - (doubt or 0)))
