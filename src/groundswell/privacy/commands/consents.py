"""Consent: somebody's own word, with its words, its time and its way."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.privacy.announcements import ConsentChanged
from groundswell.privacy.models import Channel, Consent


def record_consent(
    *,
    by: Member | None,
    person: UUID,
    channel: str,
    wording: str,
    given_at: datetime,
    how: str,
    source: str,
) -> Consent:
    """Record that a person agreed to ``channel``: to which words, when and how. Safe to repeat."""
    if channel not in Channel.values:
        raise Refused(_("There is no such channel: choose one from the list."))
    if not wording.strip() or not how.strip():
        raise Refused(_("A consent needs the words agreed to and how it was given."))
    if given_at > clock.now():
        raise Refused(_("A consent cannot be given in the future: check the date."))
    with transaction.atomic():
        consent, new = Consent.objects.get_or_create(
            person=person,
            channel=channel,
            given_at=given_at,
            withdrawn_at=None,
            defaults={
                "wording": wording.strip(),
                "how": how.strip()[:200],
                "source": source.strip()[:200],
                "recorded_by": by,
            },
        )
        if new:
            write_audit_line(
                by=by.pk if by else None,
                action="privacy.record_consent",
                subject=f"person:{person}",
                details={"channel": channel},
            )
            announce(ConsentChanged(person=person, channel=channel, given=True))
    return consent


def withdraw_consent(*, by: Member | None, consent: Consent) -> None:
    """Record that a person took a consent back: it ends at once, and the record stays."""
    with transaction.atomic():
        withdrawn = Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(
            withdrawn_at=clock.now()
        )
        if withdrawn:
            write_audit_line(
                by=by.pk if by else None,
                action="privacy.withdraw_consent",
                subject=f"person:{consent.person}",
                details={"channel": consent.channel},
            )
            announce(ConsentChanged(person=consent.person, channel=consent.channel, given=False))
