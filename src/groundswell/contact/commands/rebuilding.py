"""Rebuilding states and totals from the attempts alone."""

from django.db import transaction

from groundswell.common.audit import write_audit_line
from groundswell.contact.commands import tally_rows
from groundswell.contact.commands.keeping_states import keep_states
from groundswell.contact.commands.refolding import refold_many, wait_for_recorders
from groundswell.contact.models import Attempt, ElectorState, Tally
from groundswell.contact.queries.counting import attempts_that_count, counted
from groundswell.members.models import Member


def rebuild_state(*, by: Member | None = None, constituency_id: int | None = None) -> list[int]:
    """Set every elector's state and every total from the attempts; returns the constituencies.

    One transaction a constituency, during which nobody can record there. What it sets is what the
    commands had kept: it changes something only after a change of the rest periods, or damage.
    """
    rebuilt = [constituency_id] if constituency_id is not None else _constituencies()
    for one in rebuilt:
        with transaction.atomic():
            wait_for_recorders()
            keep_states([one])
            refold_many(one, _electors(one))
            Tally.objects.filter(constituency=one).delete()
            tally_rows.add(one, counted(attempts_that_count(one)))
            write_audit_line(
                by=by.pk if by else None,
                action="contact.rebuild_state",
                subject=f"constituency:{one}",
            )
    return rebuilt


def _constituencies() -> list[int]:
    of_states = ElectorState.objects.values_list("constituency_id", flat=True)
    of_attempts = Attempt.objects.values_list("constituency_id", flat=True)
    return sorted({*of_states.distinct(), *of_attempts.distinct()})


def _electors(constituency_id: int) -> list[int]:
    states = ElectorState.objects.filter(constituency=constituency_id).order_by("elector")
    return list(states.values_list("elector_id", flat=True))
