"""One-use links."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client

from groundswell.common import clock, mail
from groundswell.common.errors import Refused
from groundswell.common.models import OutgoingMail
from groundswell.members import commands, rules
from groundswell.members.models import SignInLink


def path_of(link):
    return urlsplit(link).path


def test_a_link_signs_in_once_and_leads_on(town):
    path = path_of(commands.make_sign_in_link(by=None, member=town.caller, leads_to="/members/me/"))
    answer = Client().post(path)
    assert (answer.status_code, answer["Location"]) == (302, "/members/me/")
    second = Client()
    assert second.post(path).status_code == 409
    assert second.get("/members/me/").status_code == 302


def test_looking_at_a_link_uses_nothing_up(town):
    path = path_of(commands.make_sign_in_link(by=None, member=town.caller))
    for look in ("get", "head", "get"):
        scanner = Client()
        assert getattr(scanner, look)(path).status_code == 200
        assert scanner.get("/members/me/").status_code == 302
    assert Client().post(path).status_code == 302


def test_a_link_runs_out(town):
    path = path_of(commands.make_sign_in_link(by=None, member=town.caller))
    with clock.set_to(clock.now() + rules.LINK_LASTS + timedelta(minutes=1)):
        assert Client().post(path).status_code == 409
    assert Client().post(path).status_code == 302


def test_its_owner_may_open_it_again_where_they_are_signed_in(town):
    path = path_of(commands.make_sign_in_link(by=None, member=town.caller, leads_to="/members/me/"))
    browser = Client()
    browser.post(path)
    assert browser.get(path)["Location"] == "/members/me/"
    assert town.client_for("organiser").get(path).status_code == 200


def test_only_a_hash_of_it_is_kept(town):
    link = commands.make_sign_in_link(by=None, member=town.caller)
    token = link.rsplit("/", 1)[-1]
    kept = SignInLink.objects.get(member=town.caller)
    assert token not in str(SignInLink.objects.values().get(pk=kept.pk))
    assert kept.token_hash == rules.link_hash(token)


def test_not_even_the_outbox_keeps_it_once_it_is_sent(town, mailoutbox):
    commands.send_sign_in_link(by=None, member=town.caller)
    mail.send_what_is_due()
    assert "/in/" in mailoutbox[0].body
    assert OutgoingMail.objects.get().body == ""


def test_nobody_is_shown_a_link_and_it_leads_nowhere_else(town):
    with pytest.raises(Refused):
        commands.make_sign_in_link(by=town.organiser, member=town.caller)
    for elsewhere in ("https://example.com/", "//example.com", "javascript:alert(1)"):
        with pytest.raises(Refused):
            commands.make_sign_in_link(by=None, member=town.caller, leads_to=elsewhere)
    commands.send_sign_in_link(by=town.organiser, member=town.caller)
    assert OutgoingMail.objects.get().to == town.caller.email


def test_the_mail_is_in_the_language_of_its_reader(town):
    town.caller.language = "cy"
    commands.send_sign_in_link(by=None, member=town.caller)
    commands.send_sign_in_link(by=None, member=town.vetted)
    welsh = OutgoingMail.objects.get(to=town.caller.email)
    english = OutgoingMail.objects.get(to=town.vetted.email)
    assert "Helo Bob Price" in welsh.body
    assert "Hello Vic Osei" in english.body


def test_guessing_is_slowed_down(town):
    visitor = Client()
    with clock.set_to(clock.now()):
        statuses = [visitor.post(f"/in/guess{n}").status_code for n in range(21)]
        last = visitor.post("/in/guess").content.decode()
    assert set(statuses) == {409}
    assert "too often" in last
