"""What this part itself holds on a person, for the export and the erasure."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.privacy.models import Consent, Sighting, StopContact, SubjectRequest
from groundswell.privacy.registry import Row, register_holder


def register() -> None:
    """Plug in like every other part."""
    register_holder(
        "privacy",
        title=gettext_lazy("Consents, wishes and requests"),
        export=_export,
        erase=_erase,
    )


def _export(person: UUID) -> Iterable[Row]:
    for consent in Consent.objects.filter(person=person).order_by("given_at"):
        yield {
            _("Consent to"): consent.get_channel_display(),
            _("In these words"): consent.wording,
            _("Given"): consent.given_at,
            _("How"): consent.how,
            _("Source"): consent.source,
            _("Withdrawn"): consent.withdrawn_at,
        }
    for stop in StopContact.objects.filter(person=person).order_by("asked_at"):
        yield {
            _("No contact by"): stop.get_channel_display() or _("any channel"),
            _("Asked"): stop.asked_at,
            _("How"): stop.how,
            _("Lifted"): stop.lifted_at,
        }
    for request in SubjectRequest.objects.filter(person=person).order_by("received_on"):
        yield {
            _("Request"): request.get_kind_display(),
            _("Received"): request.received_on,
            _("Due"): request.due_on,
            _("In their words"): request.note,
            _("Answered"): request.answered_at,
            _("Outcome"): request.outcome,
        }


def _erase(person: UUID) -> int:
    """The stop stays: it is what keeps them from being contacted again."""
    consents, _tables = Consent.objects.filter(person=person).delete()
    sightings, _tables = Sighting.objects.filter(person=person).delete()
    stops = StopContact.objects.filter(person=person).update(how="")
    closed = SubjectRequest.objects.filter(person=person, answered_at__isnull=False)
    return consents + sightings + stops + closed.update(extended_because="")
