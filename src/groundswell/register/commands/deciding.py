"""A person decides on what waits in the review queue."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.privacy.queries import stopped_channels, suppressed_among
from groundswell.register.after_apply import tell_details_changed
from groundswell.register.commands.closing import close_elector
from groundswell.register.commands.contact_details import (
    restore_contact_detail,
    retire_contact_detail,
)
from groundswell.register.commands.linking import decide_link
from groundswell.register.details.applying import write_planned
from groundswell.register.details.plan import Planned
from groundswell.register.models import Elector, Review
from groundswell.register.queries.electors import details_of
from groundswell.register.queries.reviewing import review_for
from groundswell.register.rules.retiring import Because, Closed

Decision, Kind = Review.Decision, Review.Kind
DECISIONS = {
    Kind.ROLLOVER: (Decision.SAME, Decision.DIFFERENT),
    Kind.MOVE: (Decision.SAME, Decision.DIFFERENT),
    Kind.DETAILS: (Decision.SAME, Decision.DIFFERENT),
    Kind.MOVED: (Decision.CONFIRMED, Decision.DISMISSED),
    Kind.DECEASED: (Decision.CONFIRMED, Decision.DISMISSED),
    Kind.WRONG_NUMBER: (Decision.CONFIRMED, Decision.DISMISSED),
}
_BECAUSE = {
    Kind.MOVED: Because.MOVED,
    Kind.DECEASED: Because.DECEASED,
    Kind.WRONG_NUMBER: Because.WRONG_NUMBER,
}
_CLOSED = {Kind.MOVED: Closed.TOLD_MOVED, Kind.DECEASED: Closed.DECEASED}


def decide_review(
    *, by: Member | None, constituency_id: int, review_id: int, decision: str
) -> Review:
    """Settle what waits: same or different for two rows, confirmed or dismissed for what was told.

    Same: the elector's history goes on in one row, or the details become theirs. Confirmed: who
    has moved or died is closed, a wrong number stays retired. Dismissed: their numbers are used
    again. Deciding the same again changes nothing; data managers of the council only.
    """
    review = review_for(by, constituency_id, review_id)
    kind = Kind(review.kind)
    if decision not in DECISIONS[kind]:
        raise Refused(_("Choose one of the two answers below the rows."))
    if kind in {Kind.ROLLOVER, Kind.MOVE}:
        return decide_link(
            by=by,
            constituency_id=constituency_id,
            review_id=review_id,
            same=decision == Decision.SAME,
        )
    with transaction.atomic():
        waiting = Review.objects.select_for_update().get(
            constituency_id=constituency_id, pk=review_id
        )
        if waiting.decision == decision:
            return waiting
        if waiting.decision != Decision.OPEN:
            raise Refused(_("Somebody has decided this already."))
        _carry_out(by, waiting, decision)
        waiting.decision = decision
        waiting.decided_by, waiting.decided_at = by, clock.now()
        waiting.left = {key: kept for key, kept in waiting.left.items() if key not in _GIVEN}
        waiting.save(update_fields=["decision", "decided_by", "decided_at", "left"])
        write_audit_line(
            by=by.pk if by else None,
            action="register.decide_review",
            subject=f"review:{waiting.pk}",
            details={"kind": waiting.kind, "decision": str(decision)},
        )
    return waiting


# What a row gave goes with the decision: it is the elector's now, or nobody's.
_GIVEN = frozenset({"gives", "phones", "emails", "tags"})


def _carry_out(by: Member | None, review: Review, decision: str) -> None:
    elector = Elector.objects.filter(
        constituency_id=review.constituency_id, pk=review.elector_id or 0
    ).first()
    if elector is None:
        raise Refused(_("This person is no longer held, so there is nothing to decide."))
    kind = Kind(review.kind)
    if kind == Kind.DETAILS:
        if decision == Decision.SAME:
            _take_details(by, elector, review.left["gives"])
        return
    because = _BECAUSE[kind]
    if decision == Decision.DISMISSED:
        for number in details_of(elector).filter(retired_because=because):
            restore_contact_detail(by=by, elector=elector, value=number.value)
    elif kind in _CLOSED:
        retire_contact_detail(by=by, elector=elector, because=because)
        close_elector(elector, _CLOSED[kind])


def _take_details(by: Member | None, elector: Elector, kept: dict[str, Any]) -> None:
    """The details of a file become the elector's, as far as wishes that came since allow it."""
    planned = Planned.from_json(kept)
    planned.person = elector.person
    stopped = stopped_channels([elector.person]).get(elector.person, set())
    if "" in stopped or elector.kind == Elector.Kind.ANONYMOUS:
        raise Refused(_("This person has asked not to be contacted: answer “not the same”."))
    if elector.gone_at is not None:
        raise Refused(_("This person is no longer on the register: answer “not the same”."))
    phones = suppressed_among("phone", planned.phones, "phone")
    emails = suppressed_among("email", planned.emails, "email")
    planned.phones = [] if "phone" in stopped else [n for n in planned.phones if n not in phones]
    planned.emails = [] if "email" in stopped else [a for a in planned.emails if a not in emails]
    planned.consents = [one for one in planned.consents if one.channel not in stopped]
    write_planned([planned], by=by)
    tell_details_changed(elector.constituency_id, [elector.pk])
