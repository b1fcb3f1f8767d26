"""The suppression list: salted hashes of those who asked to be left alone."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.privacy import rules
from groundswell.privacy.announcements import Suppressed
from groundswell.privacy.models import Suppression, SuppressionKeyMark
from groundswell.privacy.providers.suppression_key import key_mark, keyed_hash


def suppress(*, by: Member | None, kind: str, value: str, channel: str = "") -> Suppression:
    """Put a value on the list, wholly or for one channel; what is kept is its hash alone."""
    if kind not in Suppression.Kind.values or not value.strip(" |"):
        raise Refused(_("Give a telephone number, an e-mail address, or a name and address."))
    with transaction.atomic():
        _mark_the_key()
        row, _new = Suppression.objects.update_or_create(
            kind=kind,
            hash=keyed_hash(rules.as_hashed(kind, value)),
            channel=channel,
            defaults={"lifted_at": None},
            create_defaults={"since": clock.now()},
        )
        write_audit_line(
            by=by.pk if by else None, action="privacy.suppress", subject=f"suppression:{row.pk}"
        )
        announce(Suppressed(kind=kind, value=rules.as_hashed(kind, value), channel=channel))
    return row


def lift_suppression(*, by: Member, kind: str, value: str, channel: str = "") -> None:
    """Take a value off the list, because its owner asked to hear from us again."""
    with transaction.atomic():
        Suppression.objects.filter(
            kind=kind,
            hash=keyed_hash(rules.as_hashed(kind, value)),
            channel=channel,
            lifted_at=None,
        ).update(lifted_at=clock.now())
        write_audit_line(
            by=by.pk, action="privacy.lift_suppression", details={"kind": kind, "channel": channel}
        )


def _mark_the_key() -> None:
    """Remember which key the hashes are made with, and make none with another."""
    known = SuppressionKeyMark.objects.first()
    if known is None:
        SuppressionKeyMark.objects.create(mark=key_mark())
    elif known.mark != key_mark():
        raise Refused(
            _(
                "The suppression key in the home folder is not the one in use so far: put the "
                "file back from the backup."
            )
        )
