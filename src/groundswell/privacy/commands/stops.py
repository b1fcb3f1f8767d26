"""Stop contact: per channel or wholly, for somebody we hold."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.privacy.announcements import ContactStopped, StopLifted
from groundswell.privacy.models import Channel, Consent, StopContact


def stop_contact(*, by: Member | None, person: UUID, how: str, channel: str = "") -> StopContact:
    """Stop contact on ``channel``, or wholly where it is empty; consents it contradicts end too."""
    if channel and channel not in Channel.values:
        raise Refused(_("There is no such channel: choose one from the list."))
    with transaction.atomic():
        stop, new = StopContact.objects.get_or_create(
            person=person,
            channel=channel,
            lifted_at=None,
            defaults={"asked_at": clock.now(), "how": how.strip()[:200], "recorded_by": by},
        )
        if new:
            consents = Consent.objects.filter(person=person, withdrawn_at=None)
            (consents.filter(channel=channel) if channel else consents).update(
                withdrawn_at=clock.now()
            )
            write_audit_line(
                by=by.pk if by else None,
                action="privacy.stop_contact",
                subject=f"person:{person}",
                details={"channel": channel},
            )
            announce(ContactStopped(person=person, channel=channel))
    return stop


def lift_stop(*, by: Member | None, person: UUID, how: str, channel: str = "") -> None:
    """Record that a person wants to hear from us again; consents that ended stay ended."""
    if not how.strip():
        raise Refused(_("Say how they told you that they want to hear from us again."))
    with transaction.atomic():
        lifted = StopContact.objects.filter(person=person, channel=channel, lifted_at=None).update(
            lifted_at=clock.now()
        )
        if lifted:
            write_audit_line(
                by=by.pk if by else None,
                action="privacy.lift_stop",
                subject=f"person:{person}",
                details={"channel": channel, "how": how.strip()[:200]},
            )
            announce(StopLifted(person=person, channel=channel))
