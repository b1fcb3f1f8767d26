"""Mail leaves once, and waits when the server is down."""

from datetime import timedelta

import pytest
from django.core import mail as outbox

from groundswell.common import clock, mail
from groundswell.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


def _write(key: str = "hello:1") -> None:
    mail.put_in_outbox(key=key, to="bob@example.org", subject="Hello", body="Come and call.")


def test_the_same_mail_is_sent_once() -> None:
    _write()
    _write()
    mail.send_what_is_due()
    mail.send_what_is_due()
    assert [message.to for message in outbox.outbox] == [["bob@example.org"]]


def test_mail_waits_for_a_server_that_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def down(_message: object) -> None:
        raise ConnectionRefusedError("no answer")

    _write()
    with monkeypatch.context() as patch:
        patch.setattr("groundswell.common.mail.EmailMultiAlternatives.send", down)
        mail.send_what_is_due()
    waiting = OutgoingMail.objects.get()
    assert waiting.state == OutgoingMail.State.WAITING
    assert waiting.trouble == "no answer"
    with clock.set_to(waiting.next_try + timedelta(seconds=1)):
        mail.send_what_is_due()
    assert len(outbox.outbox) == 1


def test_a_sender_killed_in_mid_sending_leaves_the_mail_to_the_next() -> None:
    _write()
    OutgoingMail.objects.update(lease_until=clock.now() + timedelta(minutes=1), attempts=1)
    mail.send_what_is_due()
    assert not outbox.outbox
    with clock.set_to(clock.now() + timedelta(minutes=2)):
        mail.send_what_is_due()
    assert len(outbox.outbox) == 1
