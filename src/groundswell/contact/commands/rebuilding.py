"""Rebuilding states and totals from the attempts alone."""

from django.db import transaction

from groundswell.common.audit import write_audit_line
from groundswell.contact.commands import tally_rows
from groundswell.contact.commands.keeping_states import keep_states
from groundswell.contact.commands.refolding import refold_many, wait_for_recorders
from groundswell.contact.models import Attempt, ElectorState, Tally
from groundswell.contact.queries.counting import attempts_that_count, counted
from groundswell.members.models import Member

_BLANK: dict[str, object] = {
    "attempts": 0,
    "contacts": 0,
    "conversations": 0,
    "last_attempt_at": None,
    "last_contact_at": None,
    "last_outcome": "",
    "call_back_at": None,
    "language": "",
    "language_at": None,
    "voting_intention": "",
    "canvass_code_id": None,
    "voting_intention_at": None,
    "rests_until": None,
}


def rebuild_state(*, by: Member | None = None, constituency_id: int | None = None) -> list[int]:
    """Set every elector's state and every total from the attempts; returns the constituencies.

    One transaction a constituency, during which nobody can record there. What it sets is what the
    commands had kept: it changes something only after a change of the rest periods, or damage.
    """
    rebuilt = [constituency_id] if constituency_id is not None else constituencies_with_records()
    for one in rebuilt:
        with transaction.atomic():
            wait_for_recorders()
            keep_states([one])
            refold_many(one, _whom_to_fold(one))
            Tally.objects.filter(constituency=one).delete()
            tally_rows.add(one, counted(attempts_that_count(one)))
            write_audit_line(
                by=by.pk if by else None,
                action="contact.rebuild_state",
                subject=f"constituency:{one}",
            )
    return rebuilt


def constituencies_with_records() -> list[int]:
    """Every constituency of which there is a state or an attempt."""
    of_states = ElectorState.objects.values_list("constituency_id", flat=True)
    of_attempts = Attempt.objects.values_list("constituency_id", flat=True)
    return sorted({*of_states.distinct(), *of_attempts.distinct()})


def _whom_to_fold(constituency_id: int) -> set[int]:
    """Electors of whom something is kept, or who were tried or live with one who was."""
    states = ElectorState.objects.filter(constituency=constituency_id)
    tried = Attempt.objects.filter(constituency=constituency_id)
    found = set(tried.values_list("elector_id", flat=True).distinct())
    found.update(states.exclude(**_BLANK).values_list("elector_id", flat=True))
    at_home = states.filter(household__in=tried.values("household"))
    return found | set(at_home.values_list("elector_id", flat=True))
