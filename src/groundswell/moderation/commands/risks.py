"""Writing down what is known of a risk."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.moderation.models import RiskNote
from groundswell.moderation.queries.reports import law_desk
from groundswell.moderation.rules.harms import HARMS


@transaction.atomic
def write_risk_note(*, by: Member, harm: str, level: str, words: str) -> RiskNote:
    """Append how headquarters sees one risk today, and what is done against it."""
    if not law_desk().filter(pk=by.pk).exists():
        raise Refused(_("Headquarters keeps the risk assessment: ask there."))
    if harm not in HARMS or level not in RiskNote.Level.values or not words.strip():
        raise Refused(_("Choose the harm and how high the risk is, and say why."))
    made = RiskNote.objects.create(
        harm=harm, level=level, words=words.strip()[:2000], by=by, at=clock.now()
    )
    write_audit_line(by=by.pk, action="moderation.risk_note", subject=f"risk:{harm}")
    return made
