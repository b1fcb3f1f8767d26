"""What some outcomes set off beyond contact: numbers retired, reviews raised, contact stopped."""

from django.utils.translation import gettext as _

from groundswell.contact.models import Attempt, Outcome
from groundswell.contact.rules.outcomes import RETIRE_THE_NUMBER
from groundswell.contact.rules.results import AttemptResult
from groundswell.members.models import Member
from groundswell.privacy.commands import lift_stop, stop_contact
from groundswell.privacy.models import Channel
from groundswell.privacy.queries import stops_of
from groundswell.register.commands import (
    raise_review,
    restore_contact_detail,
    retire_contact_detail,
    withdraw_review,
)
from groundswell.register.models import Elector
from groundswell.register.queries import details_of


def set_off(*, by: Member | None, result: AttemptResult) -> None:
    """Do what the outcome asks for, within the recording transaction.

    Moved, deceased and wrong number go to the register's review queue, and the number rung (all of
    the elector's where it is not known) is retired. Who asks not to be contacted is not, on any
    channel; at a door it means "do not knock", and stops visits alone. What a file of past
    canvassing tells of somebody who is on the register today sets off nothing but the last.
    """
    if result.outcome == Outcome.DO_NOT_CONTACT:
        stop_contact(
            by=by,
            person=_elector(result).person,
            how=_how(result.channel),
            channel=_stopped_by(result.channel, result.source),
        )
    if result.outcome in RETIRE_THE_NUMBER and not result.source:
        elector = _elector(result)
        raise_review(
            by=by,
            kind=result.outcome,
            elector=elector,
            key=str(result.id_on_device),
            left={"name": str(elector), "said": result.outcome, "detail": result.detail},
            right={},
        )
        retire_contact_detail(by=by, elector=elector, value=result.number, because=result.outcome)


def take_back(*, by: Member | None, attempt: Attempt) -> None:
    """Undo what an attempt's outcome set off, as far as nobody has decided on it since."""
    elector = Elector.objects.get(constituency=attempt.constituency_id, pk=attempt.elector_id)
    if attempt.outcome == Outcome.DO_NOT_CONTACT:
        channel = _stopped_by(attempt.channel, attempt.source)
        ours = stops_of(elector.person).filter(
            lifted_at=None,
            channel=channel,
            recorded_by=attempt.member_id,
            asked_at__gte=attempt.recorded_at,
        )
        if ours.exists():
            lift_stop(
                by=by,
                person=elector.person,
                how=_("Recorded by mistake, and taken back."),
                channel=channel,
            )
    if attempt.outcome in RETIRE_THE_NUMBER:
        key = str(attempt.id_on_device)
        withdraw_review(by=by, kind=attempt.outcome, elector=elector, key=key)
        since = details_of(elector).filter(
            retired_because=attempt.outcome, retired_at__gte=attempt.recorded_at
        )
        for number in since.values_list("value", flat=True):
            restore_contact_detail(by=by, elector=elector, value=number)


def _elector(result: AttemptResult) -> Elector:
    return Elector.objects.get(constituency=result.constituency_id, pk=result.elector_id)


def _stopped_by(channel: str, source: str) -> str:
    """The channel that "do not contact" stops; empty: all. A file does not say which it meant."""
    return Channel.DOOR if channel == Channel.DOOR and not source else ""


def _how(channel: str) -> str:
    return _("Said so to a caller") if channel == "phone" else _("Said so to a campaigner")
