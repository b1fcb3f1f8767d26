"""What could not be counted: tried again by the worker, applied again or set aside by a person."""

from datetime import timedelta

from django.db import DatabaseError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.offline_app.commands.effects import EFFECTS, UNDOES
from groundswell.offline_app.commands.one_record import carry_out
from groundswell.offline_app.commands.troubles import is_passing
from groundswell.offline_app.models import Received
from groundswell.offline_app.queries.inbox import one_to_look_at

MOST_AT_ONCE = 200
DECIDED_FOR_AFTER = timedelta(days=365)


def apply_again(*, by: Member, record_id: int) -> Received:
    """Try once more to count a record, for its maker; how it stands now. Safe to repeat."""
    one_to_look_at(by, record_id)
    with transaction.atomic():
        row = _locked(record_id)
        if not row.counted and row.state != Received.State.SET_ASIDE:
            _empty_is_nothing(row)
            carry_out(row, by=row.member)
            _line(by, "apply_again", row)
    return row


def set_aside(*, by: Member, record_id: int, reason: str) -> Received:
    """Take a record off the list: it stays uncounted, or counted where it is. Safe to repeat."""
    one_to_look_at(by, record_id)
    if not reason.strip():
        raise Refused(_("Say in a sentence why: whoever made it may ask you."))
    with transaction.atomic():
        row = _locked(record_id)
        if row.settled_at is None:
            row.settled_by, row.settled_at = by, clock.now()
            row.reason = reason.strip()[:300]
            row.next_try = None
            if not row.counted:
                row.state = Received.State.SET_ASIDE
            row.save()
            _line(by, "set_aside", row)
    return row


def try_again_what_waits() -> None:
    """The worker's turn of ``try_again_due``."""
    try_again_due()


def try_again_due() -> int:
    """Carry out what waits and can be by now: broken effects, lone undos, kinds once unknown.

    Answers how many are counted that were not.
    """
    result = Received.objects.filter(id_on_device=OuterRef("of"))
    due = Q(next_try__lte=clock.now()) | (
        Q(state=Received.State.WAITING)
        & (Q(kind__in=EFFECTS) | (Q(kind__in=UNDOES) & Exists(result)))
    )
    rows = Received.objects.filter(due, counted=False).exclude(state=Received.State.SET_ASIDE)
    ids = list(rows.order_by("received_at").values_list("pk", flat=True)[:MOST_AT_ONCE])
    return sum(_try_again(record_id) for record_id in ids)


def settle_the_forgotten() -> None:
    """Set aside what nobody decided on within a year (run by the worker)."""
    since = clock.now() - DECIDED_FOR_AFTER
    Received.objects.filter(settled_at=None, received_at__lt=since, counted=False).update(
        state=Received.State.SET_ASIDE,
        settled_at=clock.now(),
        next_try=None,
        reason=_("Nobody decided within a year."),
    )


def _try_again(record_id: int) -> bool:
    try:
        with transaction.atomic():
            row = _locked(record_id)
            if row.counted:
                return False
            carry_out(row, by=row.member)
            return row.counted
    except DatabaseError as trouble:
        if is_passing(trouble):
            return False
        raise


def _locked(record_id: int) -> Received:
    return (
        Received.objects.select_for_update(of=("self",)).select_related("member").get(pk=record_id)
    )


def _empty_is_nothing(row: Received) -> None:
    if not row.payload:
        raise Refused(_("What it said has been erased: it can only be set aside."))


def _line(by: Member, verb: str, row: Received) -> None:
    write_audit_line(
        by=by.pk,
        action=f"offline_app.{verb}",
        subject=f"record:{row.id_on_device}",
        details={"state": row.state, "counted": row.counted},
    )
