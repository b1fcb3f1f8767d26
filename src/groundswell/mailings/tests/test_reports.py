"""Bounces stop an address, complaints unsubscribe; only services that know the secret are heard."""

import json

import pytest
from django.test import Client

from groundswell.mailings.commands import choose, write_to
from groundswell.mailings.models import Mailing, Recipient, StoppedAddress
from groundswell.mailings.providers import services
from groundswell.mailings.queries import wants
from groundswell.mailings.queries.links import message_id_of
from groundswell.mailings.registry import register_kind
from groundswell.mailings.tests.making import many_who_agreed

KIND = "test_digest"
register_kind(KIND, "Digest", usual_on=True)

_SES = {"notificationType": "Bounce", "mail": {"commonHeaders": {"messageId": "<x@y>"}}}
_HEADERS = {"headers": {"message-id": "x@y"}}
SAID = {
    "own": {"events": [{"kind": "bounced", "email": "m0@example.org"}, {"kind": "soft"}]},
    "postmark": {"RecordType": "Bounce", "Type": "HardBounce", "Email": "m0@example.org"},
    "mailgun": {
        "event-data": {
            "event": "failed",
            "severity": "permanent",
            "recipient": "m0@example.org",
            "message": _HEADERS,
        }
    },
    "sendgrid": [{"event": "bounce", "type": "bounce", "email": "m0@example.org"}],
    "ses": {
        "Type": "Notification",
        "Message": json.dumps(
            _SES
            | {
                "bounce": {
                    "bounceType": "Permanent",
                    "bouncedRecipients": [{"emailAddress": "m0@example.org"}],
                }
            }
        ),
    },
}
PASSING = {
    "postmark": {"RecordType": "Bounce", "Type": "SoftBounce", "Email": "m0@example.org"},
    "mailgun": {"event-data": {"event": "failed", "severity": "temporary", "recipient": "m0@x.y"}},
    "sendgrid": [{"event": "bounce", "type": "blocked", "email": "m0@example.org"}],
    "ses": {"notificationType": "Bounce", "bounce": {"bounceType": "Transient"}},
}


def _call(service, told, secret=None):
    secret = services()[service].secret if secret is None else secret
    return Client(enforce_csrf_checks=True).post(
        f"/m/reports/{service}/{secret}/", json.dumps(told), content_type="application/json"
    )


@pytest.mark.parametrize("service", SAID)
@pytest.mark.django_db
def test_a_hard_bounce_stops_the_address_however_often_it_is_told(service):
    for _time in range(2):
        assert _call(service, SAID[service]).status_code == 204
    assert StoppedAddress.objects.get().email == "m0@example.org"


@pytest.mark.parametrize("service", PASSING)
@pytest.mark.django_db
def test_what_may_pass_stops_nothing(service):
    assert _call(service, PASSING[service]).status_code == 204
    assert not StoppedAddress.objects.exists()


@pytest.mark.django_db
def test_only_who_knows_the_secret_is_heard():
    assert _call("own", SAID["own"], "guessed").status_code == 404
    assert _call("own", SAID["own"], services()["ses"].secret).status_code == 404
    assert _call("own", "nonsense").status_code == 400
    assert not StoppedAddress.objects.exists()


@pytest.mark.django_db
def test_a_complaint_unsubscribes_from_everything_and_settles_the_copy(town):
    (member,) = many_who_agreed(town.marshfield, 1)
    mailing = Mailing.objects.create(
        area=town.marshfield, written_by=town.organiser, made_at=member.joined_at
    )
    copy = Recipient.objects.create(
        mailing=mailing, member=member, letter="A", lot=0.5, state="unknown"
    )
    _call("own", {"events": [{"kind": "arrived", "message_id": message_id_of(copy.pk)}]})
    copy.refresh_from_db()
    assert copy.state == "sent"
    forged = message_id_of(copy.pk).replace("copy-", "copy-9")
    _call("own", {"events": [{"kind": "complained", "message_id": forged}]})
    assert wants(member, "mailing")
    _call("own", {"events": [{"kind": "complained", "message_id": message_id_of(copy.pk)}]})
    copy.refresh_from_db()
    assert copy.came_back == "complained"
    assert not wants(member, "mailing")
    assert not wants(member, KIND)
    choose(by=member, member=member, kind=KIND, wanted=True, how="My mail")
    assert not write_to(member=member, kind=KIND, key="k", subject="Digest", body="News")
