"""Telephone numbers and e-mail addresses of one elector: added, retired, taken up again."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.common.phone import to_e164
from groundswell.members.models import Member
from groundswell.privacy.models import Channel
from groundswell.privacy.queries import stopped_channels, suppressed_among
from groundswell.register.after_apply import tell_details_changed
from groundswell.register.commands.consenting import refresh_consented
from groundswell.register.models import ContactDetail, Elector
from groundswell.register.queries.electors import elector_seen_by
from groundswell.register.rules.retiring import HEARD, Because

_CHANNEL = {ContactDetail.Kind.PHONE: Channel.PHONE, ContactDetail.Kind.EMAIL: Channel.EMAIL}


def add_contact_detail(
    *,
    by: Member | None,
    elector: Elector,
    kind: str,
    value: str,
    source: str,
    obtained_on: date,
) -> ContactDetail:
    """Add a number (any way of writing it) or an address; one that was retired is used again.

    Nothing is added to an anonymous entry, to somebody who wants no contact on this channel, or
    that is on the suppression list. A new number waits for the next TPS list unless its owner's
    consent is on record.
    """
    if by is not None:
        elector_seen_by(by, elector.constituency_id, elector.pk)
    kept = _tidied(kind, value)
    _refuse_unwanted(elector, kind, kept)
    if not source.strip():
        raise Refused(_("Say where the number or address comes from."))
    if obtained_on > clock.today():
        raise Refused(_("The day on which we got it cannot lie in the future."))
    with transaction.atomic():
        detail, new = ContactDetail.objects.get_or_create(
            constituency_id=elector.constituency_id,
            elector=elector,
            kind=kind,
            value=kept,
            defaults={"source": source.strip()[:200], "obtained_on": obtained_on},
        )
        if new or detail.retired_at is not None:
            _set_retired(detail, because="")
            refresh_consented(elector.constituency_id, [elector.pk])
            tell_details_changed(elector.constituency_id, [elector.pk])
            _tell(by, "add_contact_detail", elector, kind)
    detail.refresh_from_db()
    return detail


def retire_contact_detail(
    *, by: Member | None, elector: Elector, value: str = "", because: str
) -> int:
    """Use a number or address no more (empty: every number of theirs); how many were retired.

    ``because`` is one of rules.retiring.Because. Asks for no role: a caller who hears that a number
    is wrong retires it through contact's command, which knows whom they may call.
    """
    return _retire_or_restore(by, elector, value, Because(because))


def restore_contact_detail(*, by: Member | None, elector: Elector, value: str = "") -> int:
    """Take up again what was retired for something a caller heard; how many. The way back."""
    return _retire_or_restore(by, elector, value, None)


def _retire_or_restore(
    by: Member | None, elector: Elector, value: str, because: Because | None
) -> int:
    details = ContactDetail.objects.filter(
        constituency_id=elector.constituency_id, elector_id=elector.pk
    )
    if value:
        details = details.filter(value=value)
    else:
        details = details.filter(kind=ContactDetail.Kind.PHONE)
    if because is None:
        details = details.filter(retired_at__isnull=False, retired_because__in=HEARD)
    else:
        details = details.filter(retired_at=None)
    with transaction.atomic():
        count = details.update(
            retired_at=None if because is None else clock.now(), retired_because=because or ""
        )
        if count:
            tell_details_changed(elector.constituency_id, [elector.pk])
            action = "restore_contact_detail" if because is None else "retire_contact_detail"
            _tell(by, action, elector, because or "")
    return count


def _tidied(kind: str, value: str) -> str:
    if kind == ContactDetail.Kind.PHONE:
        return to_e164(value)
    try:
        validate_email(value.strip())
    except ValidationError:
        raise Refused(
            _("“%(address)s” is not an e-mail address: check it and try again.")
            % {"address": value.strip()}
        ) from None
    return value.strip().lower()


def _refuse_unwanted(elector: Elector, kind: str, value: str) -> None:
    if elector.kind == Elector.Kind.ANONYMOUS:
        raise Refused(_("This entry is anonymous: nothing may be added to it."))
    if elector.gone_at is not None:
        raise Refused(_("This person is no longer on the register here: nothing is added."))
    channel = _CHANNEL[ContactDetail.Kind(kind)]
    if suppressed_among(kind, [value], channel):
        raise Refused(
            _("This number or address is on the suppression list: its owner wants no contact.")
        )
    stopped = stopped_channels([elector.person]).get(elector.person, set())
    if stopped & {"", channel}:
        raise Refused(_("This person has asked not to be contacted in this way."))


def _set_retired(detail: ContactDetail, because: str) -> None:
    detail.retired_at = clock.now() if because else None
    detail.retired_because = because
    detail.save(update_fields=["retired_at", "retired_because"])


def _tell(by: Member | None, action: str, elector: Elector, what: str) -> None:
    write_audit_line(
        by=by.pk if by else None,
        action=f"register.{action}",
        subject=f"elector:{elector.pk}",
        details={"what": str(what)},
    )
