"""Mails to members carry their own end, and obey what members chose."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.core import mail as outbox
from django.test import Client

from groundswell.common import clock, mail
from groundswell.mailings.commands import choose, stop_address, withdraw, write_to
from groundswell.mailings.models import Agreement
from groundswell.mailings.queries import wants
from groundswell.mailings.registry import register_kind

pytestmark = pytest.mark.django_db
KIND = "test_reminders"
register_kind(KIND, "Reminders", usual_on=True)


def _write(town, key="remind:1", **more):
    return write_to(
        member=town.caller, kind=KIND, key=key, subject="Tomorrow", body="At six.", **more
    )


def _sent():
    mail.send_what_is_due()
    return outbox.outbox


def test_a_mail_carries_the_header_and_the_link_that_stop_it(town):
    assert _write(town, html="<p>At <b onclick='x()'>six</b>.</p>")
    (sent,) = _sent()
    address = sent.extra_headers["List-Unsubscribe"].strip("<>")
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address in sent.body
    html = sent.alternatives[0][0]
    assert address in html
    assert "onclick" not in html
    program = Client(enforce_csrf_checks=True)
    assert program.get(urlsplit(address).path).status_code == 200
    assert wants(town.caller, KIND)
    answer = program.post(urlsplit(address).path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not answer.cookies
    assert not wants(town.caller, KIND)
    assert not _write(town, "remind:2")
    assert len(_sent()) == 1


def test_a_link_that_was_changed_stops_nothing(town):
    assert Client().post("/m/off/1-mailing.made-up/").status_code == 404


def test_what_waits_is_taken_back_by_whoever_stops_it_or_by_its_writer(town):
    later = clock.now() + timedelta(days=1)
    _write(town, not_before=later)
    _write(town, "remind:2", not_before=later)
    assert withdraw("remind:1") == 1
    assert withdraw("remind:1") == 0
    assert _write(town, not_before=later)
    choose(by=town.caller, member=town.caller, kind=KIND, wanted=False, how="My page")
    with clock.set_to(later + timedelta(minutes=1)):
        assert not _sent()


def test_campaigning_waits_for_a_consent_and_a_proven_address(town):
    def news(key):
        return write_to(member=town.caller, kind="mailing", key=key, subject="News", body="Hello")

    assert not news("news:1")
    EmailAddress.objects.filter(user=town.caller).update(verified=True)
    choose(
        by=town.caller,
        member=town.caller,
        kind="mailing",
        wanted=True,
        how="My page",
        wording="Yes",
    )
    assert news("news:2")
    kept = Agreement.objects.get(member=town.caller)
    assert (kept.wording, kept.how, kept.wanted) == ("Yes", "My page", True)
    stop_address(email=town.caller.email.upper(), reason="bounced")
    assert not news("news:3")
