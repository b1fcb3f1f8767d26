"""What some outcomes set off beyond contact: contact stopped."""

from django.utils.translation import gettext as _

from groundswell.contact.models import Attempt, Outcome
from groundswell.contact.rules.results import AttemptResult
from groundswell.members.models import Member
from groundswell.privacy.commands import lift_stop, stop_contact
from groundswell.privacy.queries import stops_of
from groundswell.register.models import Elector


def set_off(*, by: Member | None, result: AttemptResult) -> None:
    """Do what the outcome asks for, within the recording transaction."""
    if result.outcome == Outcome.DO_NOT_CONTACT:
        stop_contact(by=by, person=_elector(result).person, how=_how(result.channel))


def take_back(*, by: Member | None, attempt: Attempt) -> None:
    """Undo what an attempt's outcome set off, as far as nobody has decided on it since."""
    elector = Elector.objects.get(constituency=attempt.constituency_id, pk=attempt.elector_id)
    if attempt.outcome == Outcome.DO_NOT_CONTACT:
        ours = stops_of(elector.person).filter(
            lifted_at=None,
            channel="",
            recorded_by=attempt.member_id,
            asked_at__gte=attempt.recorded_at,
        )
        if ours.exists():
            lift_stop(by=by, person=elector.person, how=_("Recorded by mistake, and taken back."))


def _elector(result: AttemptResult) -> Elector:
    return Elector.objects.get(constituency=result.constituency_id, pk=result.elector_id)


def _how(channel: str) -> str:
    return _("Said so to a caller") if channel == "phone" else _("Said so to a campaigner")
