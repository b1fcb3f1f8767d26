"""Consents that come many at a time, as with a file of a petition's signatures."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.privacy.models import Channel, Consent
from groundswell.privacy.queries.consents import NewConsent, sort_consents


def record_consents(*, by: Member | None, consents: Sequence[NewConsent]) -> list[NewConsent]:
    """Record those that are new, in bulk; gives them. Safe to repeat; one audit line for all.

    Nothing is announced for each: whoever calls it brings what follows from a consent up to date.
    """
    now = clock.now()
    for consent in consents:
        if consent.channel not in Channel.values or consent.given_at > now:
            raise Refused(_("A consent names a channel that there is, and a day that has been."))
        if not consent.wording.strip() or not consent.how.strip():
            raise Refused(_("A consent needs the words agreed to and how it was given."))
    with transaction.atomic():
        new = sort_consents(consents).new
        Consent.objects.bulk_create(
            (
                Consent(
                    person=one.person,
                    channel=one.channel,
                    wording=one.wording.strip(),
                    given_at=one.given_at,
                    how=one.how.strip()[:200],
                    source=one.source.strip()[:200],
                    recorded_by=by,
                )
                for one in new
            ),
            batch_size=500,
        )
        if new:
            write_audit_line(
                by=by.pk if by else None,
                action="privacy.record_consents",
                details={"consents": len(new)},
            )
    return new
