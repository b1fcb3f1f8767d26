"""Results of one member on one effort, held out of the totals until a person decides."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands import tally_rows
from groundswell.contact.commands.refolding import refold_many, wait_for_recorders
from groundswell.contact.models import Attempt, HeldResults
from groundswell.contact.queries.counting import attempts_that_count, counted
from groundswell.contact.rules.folding import Counted
from groundswell.members.models import Member
from groundswell.register.queries.seats import all_seats


def hold_results(*, by: Member | None, member_id: int, effort_id: int, reason: str) -> HeldResults:
    """Take a member's results on an effort out of totals and states until somebody decides.

    What was decided before stays as decided; what they record from now on is held as well. Safe to
    repeat: what is held already is held once. Who may hold is asked by the effort's commands.
    """
    with transaction.atomic():
        wait_for_recorders()
        pair = HeldResults.objects.filter(member=member_id, effort_id=effort_id)
        held = pair.filter(released_at=None, rejected_at=None).first()
        if held is None:
            after = _last_decision(pair)
            moved = _counting(member_id, effort_id, after)
            held = HeldResults.objects.create(
                member_id=member_id,
                effort_id=effort_id,
                after=after,
                since=clock.now(),
                reason=reason[:300],
            )
            _move(moved, sign=-1)
            _note(by, "hold_results", held)
    return held


def release_results(*, by: Member | None, held_id: int) -> HeldResults:
    """Count held results again: somebody has looked, and they are fair. Safe to repeat."""
    with transaction.atomic():
        wait_for_recorders()
        held = _held(held_id)
        if held.rejected_at:
            raise Refused(_("These results were rejected; what was decided stays."))
        if held.released_at is None:
            held.released_at = clock.now()
            held.decided_by = by
            held.save(update_fields=["released_at", "decided_by"])
            _move(_counting(held.member_id, held.effort_id, held.after), sign=1)
            _note(by, "release_results", held)
    return held


def reject_results(*, by: Member | None, held_id: int) -> HeldResults:
    """Leave held results out of the totals for good; they stay stored. Safe to repeat."""
    with transaction.atomic():
        wait_for_recorders()
        held = _held(held_id)
        if held.released_at:
            raise Refused(_("These results count again; what was decided stays."))
        if held.rejected_at is None:
            held.rejected_at = clock.now()
            held.decided_by = by
            held.save(update_fields=["rejected_at", "decided_by"])
            _note(by, "reject_results", held)
    return held


def _held(held_id: int) -> HeldResults:
    held = HeldResults.objects.filter(pk=held_id).first()
    if held is None:
        raise NotFound
    return held


def _last_decision(pair: QuerySet[HeldResults]) -> datetime | None:
    decided = [one.released_at or one.rejected_at for one in pair]
    return max((one for one in decided if one), default=None)


def _counting(member_id: int, effort_id: int, after: datetime | None) -> dict[int, list[Counted]]:
    """The results of the member on the effort that count now, recorded later than ``after``."""
    theirs = Attempt.objects.filter(
        constituency__in=all_seats(), member=member_id, effort_id=effort_id
    )
    found = {}
    for one in theirs.values_list("constituency_id", flat=True).distinct():
        attempts = attempts_that_count(one).filter(member=member_id, effort_id=effort_id)
        if after is not None:
            attempts = attempts.filter(recorded_at__gt=after)
        found[one] = list(counted(attempts))
    return found


def _move(attempts: dict[int, list[Counted]], *, sign: int) -> None:
    for constituency_id, moved in attempts.items():
        refold_many(
            constituency_id,
            {one.elector_id for one in moved},
            {one.household_id for one in moved if one.household_id},
        )
        tally_rows.add(constituency_id, moved, sign=sign)


def _note(by: Member | None, verb: str, held: HeldResults) -> None:
    write_audit_line(
        by=by.pk if by else None,
        action=f"contact.{verb}",
        subject=f"held_results:{held.pk}",
        details={"member": held.member_id, "effort": held.effort_id, "reason": held.reason},
    )
