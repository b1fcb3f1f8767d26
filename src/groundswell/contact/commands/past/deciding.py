"""A person decides whose row it is."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands.past.plan import Planned
from groundswell.contact.commands.recording import record_attempts
from groundswell.contact.models import CanvassDoubt
from groundswell.contact.queries.past import codes_by_id, doubts_for
from groundswell.members.models import Member

Decision = CanvassDoubt.Decision


def decide_doubt(*, by: Member, constituency_id: int, doubt_id: int, decision: str) -> CanvassDoubt:
    """Record the row on the elector ("same"), or drop it ("different"). Safe to repeat.

    What the row said of the person goes with the decision. For data managers of the council.
    """
    if decision not in {Decision.SAME, Decision.DIFFERENT}:
        raise Refused(_("Choose one of the two answers."))
    with transaction.atomic():
        doubt = (
            CanvassDoubt.objects.select_for_update()
            .filter(constituency=constituency_id, pk=doubt_id)
            .first()
        )
        if doubt is None or not (
            doubt.decided_by_id == by.pk or doubts_for(by).filter(pk=doubt.pk).exists()
        ):
            raise NotFound
        if doubt.decision == decision:
            return doubt
        if doubt.decision != Decision.OPEN:
            raise Refused(_("Somebody has decided this already."))
        if decision == Decision.SAME:
            planned = Planned(**doubt.result)
            record_attempts(by=None, results=[planned.as_result(codes_by_id())], audit=False)
        doubt.decision, doubt.decided_by, doubt.decided_at = decision, by, clock.now()
        doubt.row, doubt.result = {}, {}
        doubt.save(update_fields=["decision", "decided_by", "decided_at", "row", "result"])
        write_audit_line(
            by=by.pk,
            action="contact.decide_doubt",
            subject=f"doubt:{doubt.pk}",
            details={"decision": decision},
        )
    return doubt
