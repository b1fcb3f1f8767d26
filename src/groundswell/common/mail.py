"""Mail: written as rows within a command, sent by the worker over one connection, none lost."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.db.models import Q

from groundswell.common import clock
from groundswell.common.models import OutgoingMail

LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 8
RECONCILER = "common.mail"
_AT_ONCE = 500


@dataclass(frozen=True)
class Mail:
    """One e-mail to one person; one with the same ``key`` is the same mail, however often put."""

    key: str
    to: str
    subject: str
    body: str
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    not_before: datetime | None = None


def put_in_outbox(
    *,
    key: str,
    to: str,
    subject: str,
    body: str,
    html: str = "",
    headers: Mapping[str, str] | None = None,
    not_before: datetime | None = None,
) -> None:
    """Write a mail to be sent, at once or ``not_before``, in the caller's transaction."""
    put_all_in_outbox([Mail(key, to, subject, body, html, headers or {}, not_before)])


def put_all_in_outbox(mails: Iterable[Mail]) -> None:
    """Write many mails at once; those whose keys are there already are left as they are."""
    now = clock.now()
    OutgoingMail.objects.bulk_create(
        [
            OutgoingMail(
                key=mail.key,
                to=mail.to,
                subject=" ".join(mail.subject.split())[:200],
                body=mail.body,
                html=mail.html,
                headers=dict(mail.headers),
                next_try=mail.not_before or now,
            )
            for mail in mails
        ],
        batch_size=_AT_ONCE,
        ignore_conflicts=True,
    )


def take_back(keys: Collection[str]) -> int:
    """Forget mails that have not gone, so that they can be put again; how many there were.

    One that is being sent in this moment goes.
    """
    resting = Q(lease_until=None) | Q(lease_until__lt=clock.now())
    waiting = OutgoingMail.objects.filter(resting, state=OutgoingMail.State.WAITING)
    return waiting.filter(key__in=keys).delete()[0]


def forget(keys: Collection[str]) -> int:
    """Forget mails altogether, gone or not; how many there were."""
    return OutgoingMail.objects.filter(key__in=keys).delete()[0]


def there(keys: Collection[str]) -> set[str]:
    """Those of the keys under which a mail waits or has gone."""
    return set(OutgoingMail.objects.filter(key__in=keys).values_list("key", flat=True))


def send_what_is_due() -> None:
    """Send every mail that is due, one after the other, over one connection."""
    line = get_connection()
    try:
        while (mail := _lease_one()) is not None:
            _send(mail, line)
    finally:
        line.close()


def _lease_one() -> OutgoingMail | None:
    now = clock.now()
    with transaction.atomic():
        due = (
            OutgoingMail.objects.select_for_update(
                skip_locked=connection.features.has_select_for_update_skip_locked
            )
            .filter(state=OutgoingMail.State.WAITING, next_try__lte=now)
            .filter(Q(lease_until=None) | Q(lease_until__lt=now))
            .order_by("next_try")
            .first()
        )
        if due is not None:
            due.lease_until = now + LEASE
            due.attempts += 1
            due.save(update_fields=["lease_until", "attempts"])
    return due


def _send(mail: OutgoingMail, line: BaseEmailBackend) -> None:
    message = EmailMultiAlternatives(
        mail.subject,
        mail.body,
        to=[mail.to],
        headers={"Message-ID": f"<{mail.key}@groundswell>", **mail.headers},
        connection=line,
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    try:
        line.open()  # kept open from mail to mail; the backend does not open it twice
        message.send()
    except OSError as trouble:
        line.close()
        _put_off(mail, str(trouble))
        return
    mail.state = OutgoingMail.State.SENT
    mail.sent_at = clock.now()
    mail.lease_until = None
    mail.body = mail.html = ""  # it may have held a code or a link that signs somebody in
    mail.save(update_fields=["state", "sent_at", "lease_until", "body", "html"])


def _put_off(mail: OutgoingMail, trouble: str) -> None:
    mail.trouble = trouble[:200]
    mail.lease_until = None
    mail.next_try = clock.now() + timedelta(minutes=2**mail.attempts)
    if mail.attempts >= MOST_ATTEMPTS:
        mail.state = OutgoingMail.State.FAILED
    mail.save(update_fields=["trouble", "lease_until", "next_try", "state"])
