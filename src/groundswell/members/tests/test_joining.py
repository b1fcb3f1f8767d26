"""Joining by a link, as somebody nobody knows yet."""

from datetime import timedelta

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory

from groundswell.common import clock
from groundswell.common.models import OutgoingMail
from groundswell.members import commands
from groundswell.members.access import join_as_newcomer
from groundswell.members.models import Member, Role


@pytest.fixture
def request_of_a_stranger(db):
    request = RequestFactory().post("/p/abc/")
    request.session = SessionStore()
    setattr(request, "_messages", FallbackStorage(request))  # noqa: B010 - what its middleware sets
    return request


def browser_of(request):
    request.session.save()
    browser = Client()
    browser.cookies["sessionid"] = request.session.session_key
    return browser


def join(request, town, email):
    return join_as_newcomer(
        request, email=email, name="Nia", branch=town.marshfield, leads_to="/members/me/"
    )


def test_a_newcomer_is_in_at_once_as_a_supporter(town, request_of_a_stranger):
    member = join(request_of_a_stranger, town, "Nia@Example.org ")
    assert member.standing == Member.Standing.SUPPORTER
    assert member.email == "nia@example.org"
    assert browser_of(request_of_a_stranger).get("/members/me/").status_code == 200


def test_typing_somebody_elses_address_signs_nobody_in(town, request_of_a_stranger):
    assert join(request_of_a_stranger, town, "CALLER@example.org") is None
    assert browser_of(request_of_a_stranger).get("/members/me/").status_code == 302
    assert OutgoingMail.objects.get().to == town.caller.email
    assert join(request_of_a_stranger, town, town.barred.email) is None
    assert OutgoingMail.objects.count() == 1


def test_an_address_only_typed_never_comes_to_see_more(town, request_of_a_stranger):
    member = join(request_of_a_stranger, town, "nia@example.org")
    browser = browser_of(request_of_a_stranger)
    commands.grant_role(
        by=town.agent,
        member=member,
        kind=Role.Kind.ORGANISER,
        area=town.marshfield,
        reason="Organises.",
        ends_on=clock.today() + timedelta(days=9),
    )
    gate = browser.get("/members/")["Location"]
    assert browser.get(gate)["Location"].startswith("/accounts/login/?next=")
    assert browser.get("/members/me/").status_code == 302


def test_an_address_only_typed_cannot_be_given_a_second_factor(town, request_of_a_stranger):
    join(request_of_a_stranger, town, "nia@example.org")
    browser = browser_of(request_of_a_stranger)
    answer = browser.get("/accounts/2fa/totp/activate/")
    assert answer["Location"].startswith("/accounts/login/?next=")
