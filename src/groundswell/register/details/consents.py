"""Consents of a file as privacy records them."""

from collections.abc import Iterable
from datetime import datetime, time

from django.utils import timezone

from groundswell.privacy.queries.consents import NewConsent
from groundswell.register.details.plan import Planned


def consents_of(planned: Iterable[Planned]) -> list[NewConsent]:
    """Every consent of these rows; a day counts from its beginning, so a repeat is the same."""
    return [
        NewConsent(
            person=row.person,
            channel=consent.channel,
            wording=consent.wording,
            given_at=timezone.make_aware(datetime.combine(consent.given_on, time.min)),
            how=consent.how,
            source=row.source,
        )
        for row in planned
        for consent in row.consents
    ]
