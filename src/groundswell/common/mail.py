"""Mail: written as rows within a command, sent by the worker, never twice and never lost."""

from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.db.models import Q

from groundswell.common import clock
from groundswell.common.models import OutgoingMail

LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 8
RECONCILER = "common.mail"


def put_in_outbox(*, key: str, to: str, subject: str, body: str) -> None:
    """Write a mail to be sent; a second one with the same ``key`` is the same mail."""
    OutgoingMail.objects.get_or_create(
        key=key,
        defaults={"to": to, "subject": subject, "body": body, "next_try": clock.now()},
    )


def send_what_is_due() -> None:
    """Send every mail that is due, one after the other."""
    while (mail := _lease_one()) is not None:
        _send(mail)


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


def _send(mail: OutgoingMail) -> None:
    message = EmailMessage(
        mail.subject, mail.body, to=[mail.to], headers={"Message-ID": f"<{mail.key}@groundswell>"}
    )
    try:
        message.send()
    except OSError as trouble:
        _put_off(mail, str(trouble))
        return
    mail.state = OutgoingMail.State.SENT
    mail.sent_at = clock.now()
    mail.lease_until = None
    mail.body = ""  # it may have held a code or a link that signs somebody in
    mail.save(update_fields=["state", "sent_at", "lease_until", "body"])


def _put_off(mail: OutgoingMail, trouble: str) -> None:
    mail.trouble = trouble[:200]
    mail.lease_until = None
    mail.next_try = clock.now() + timedelta(minutes=2**mail.attempts)
    if mail.attempts >= MOST_ATTEMPTS:
        mail.state = OutgoingMail.State.FAILED
    mail.save(update_fields=["trouble", "lease_until", "next_try", "state"])
