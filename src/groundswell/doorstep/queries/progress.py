"""How a canvass goes: doors done, contacts, conversations; by round and in all."""

from dataclasses import dataclass

from django.db.models import Count, Sum

from groundswell.contact.models import Attempt, Tally
from groundswell.contact.queries.counting import voided
from groundswell.doorstep.models import Booking, Round
from groundswell.outreach.models import Effort
from groundswell.privacy.models import Channel


@dataclass(frozen=True)
class CanvassProgress:
    """Doors in rounds, and at how many somebody has been; the words are those of ``contact``."""

    rounds: int
    rounds_free: int
    rounds_done: int
    doors: int
    doors_done: int
    attempts: int
    contacts: int
    conversations: int
    out_now: int


def canvass_progress(effort: Effort) -> CanvassProgress:
    """The figures of a canvass, from rolled-up rows and one count along an index."""
    rounds = list(
        effort.rounds.exclude(state=Round.State.WITHDRAWN).values_list(
            "constituency_id", "state", "doors"
        )
    )
    places = {place for place, _state, _doors in rounds}
    tally = Tally.objects.filter(constituency_id__in=places, effort_id=effort.pk).aggregate(
        attempts=Sum("attempts"), contacts=Sum("contacts"), conversations=Sum("conversations")
    )
    return CanvassProgress(
        rounds=len(rounds),
        rounds_free=sum(state == Round.State.OPEN for _place, state, _doors in rounds),
        rounds_done=sum(state == Round.State.DONE for _place, state, _doors in rounds),
        doors=sum(doors for _place, _state, doors in rounds),
        doors_done=sum(doors_done_by_round(effort).values()),
        attempts=tally["attempts"] or 0,
        contacts=tally["contacts"] or 0,
        conversations=tally["conversations"] or 0,
        out_now=Booking.objects.filter(round__effort=effort, state=Booking.State.HELD)
        .values("member")
        .distinct()
        .count(),
    )


def doors_done_by_round(effort: Effort) -> dict[int, int]:
    """By round id, at how many of its doors somebody has been."""
    rounds = effort.rounds.exclude(state=Round.State.WITHDRAWN)
    by_key = dict(rounds.values_list("key", "pk"))
    places = set(rounds.values_list("constituency_id", flat=True))
    visited = (
        Attempt.objects.filter(
            ~voided(), constituency_id__in=places, effort_id=effort.pk, channel=Channel.DOOR
        )
        .exclude(outcome="")
        .values_list("batch_id")
        .annotate(doors=Count("household_id", distinct=True))
    )
    return {by_key[key]: doors for key, doors in visited if key in by_key}
