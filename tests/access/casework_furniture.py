"""A case and an offer in the town, for the table of who may see what."""

from uuid import uuid4

from groundswell.common import clock
from groundswell.contact.commands import Said, record_said
from groundswell.contact.models import Case, Offer
from tests.town import Town


def furnish_casework(town: Town) -> None:
    """Told to Bob on the phone; the case is Vic's to answer, the offer is nobody's."""
    record_said(
        by=town.caller,
        constituency_id=town.marshfield.pk,
        elector_id=town.called_elector,
        said=[Said(uuid4(), "issue", "The drains smell"), Said(uuid4(), "poster")],
        channel="phone",
        told_at=clock.now(),
    )
    Case.objects.update(named=town.vetted)
    town.things |= {"case": Case.objects.get(), "offer": Offer.objects.get()}
