"""Signing in by code, and the second factor."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from groundswell.common.models import OutgoingMail
from groundswell.members import commands
from groundswell.members.models import Member, Role


@pytest.fixture(autouse=True)
def _no_tries_counted_yet(db):
    cache.clear()


def code_in_the_newest_mail():
    return re.findall(r"\d[\d-]{7,}", OutgoingMail.objects.latest("pk").body)[0]


def sign_in_by_code(browser, email, leads_to="/members/me/"):
    browser.post("/accounts/login/", {"login": email, "next": leads_to})
    return browser.post(
        "/accounts/login/code/confirm/", {"code": code_in_the_newest_mail(), "next": leads_to}
    )


def code_of_the_app(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_a_code_by_mail_signs_in_and_a_wrong_one_does_not(town):
    browser = Client()
    browser.post("/accounts/login/", {"login": town.caller.email})
    browser.post("/accounts/login/code/confirm/", {"code": "0000-0000"})
    assert browser.get("/members/me/").status_code == 302
    assert sign_in_by_code(Client(), town.caller.email)["Location"] == "/members/me/"


def test_an_unknown_address_gets_the_same_answer(town):
    known, unknown = Client(), Client()
    answers = [
        one.post("/accounts/login/", {"login": email})
        for one, email in [(known, town.caller.email), (unknown, "nobody@example.org")]
    ]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert answers[0].status_code == answers[1].status_code
    assert not Member.objects.filter(email="nobody@example.org").exists()


def test_codes_are_not_sent_again_and_again(town):
    for _try in range(6):
        Client().post("/accounts/login/", {"login": town.caller.email})
    assert OutgoingMail.objects.filter(to=town.caller.email).count() == 3


def test_a_barred_member_gets_no_code(town):
    Client().post("/accounts/login/", {"login": town.barred.email})
    assert not re.search(r"\d{4}-\d{4}", OutgoingMail.objects.latest("pk").body)


def test_there_is_no_password_anywhere(town):
    browser = town.client_for("caller")
    for page in ("change", "set", "reset", "reset/key/a-b"):
        assert browser.get(f"/accounts/password/{page}/").status_code == 404
    assert "password" not in Client().get("/accounts/login/").context["form"].fields
    town.caller.set_password("a password")
    assert not town.caller.check_password("a password")
    Client().post("/accounts/signup/", {"email": "new@example.org", "password1": "x"})
    assert not Member.objects.filter(email="new@example.org").exists()


def test_whoever_sees_more_than_a_batch_needs_a_second_factor(town):
    browser = town.client_for("organiser_without_second_factor")
    answer = browser.get("/members/")
    assert answer["Location"].startswith("/members/second-factor/?next=/members/")
    page = browser.get(answer["Location"]).content.decode()
    assert "Set up a passkey" in page
    assert "Set up an app" in page
    assert browser.get("/members/me/").status_code == 200
    assert town.client_for("organiser").get("/members/").status_code == 200


def test_htmx_is_sent_to_the_second_factor_as_a_whole_page(town):
    browser = town.client_for("organiser_without_second_factor")
    answer = browser.get(
        "/members/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/members/"}
    )
    assert answer.status_code == 204
    assert answer["HX-Redirect"] == "/members/second-factor/?next=%2Fmembers%2F"


def test_setting_an_app_up_counts_at_once_and_its_code_afterwards(town):
    browser = town.client_for("organiser_without_second_factor")
    browser.get(browser.get("/members/")["Location"])
    secret = browser.get("/accounts/2fa/totp/activate/").context["form"].secret
    wrong = browser.post("/accounts/2fa/totp/activate/", {"code": "000"})
    assert wrong.status_code == 200
    answer = browser.post("/accounts/2fa/totp/activate/", {"code": code_of_the_app(secret)})
    codes = browser.get(answer["Location"]).context["unused_codes"]
    assert browser.get("/members/second-factor/")["Location"] == "/members/"
    assert browser.get("/members/").status_code == 200

    later = Client()
    answer = sign_in_by_code(later, "organiser_without_second_factor@example.org", "/members/")
    assert later.get("/members/").status_code == 302
    later.post(answer["Location"], {"code": codes[0]})
    assert later.get("/members/").status_code == 200


def test_a_second_factor_is_asked_for_after_a_link_too(town):
    Authenticator.objects.create(
        user=town.organiser_without_second_factor,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Phone", "credential": {}},
    )
    browser = town.client_for("organiser_without_second_factor")
    asked = browser.get(browser.get("/members/")["Location"])
    assert asked["Location"].startswith("/accounts/2fa/webauthn/reauthenticate/?next=")


def test_the_secret_of_an_app_is_sealed_in_the_database(town):
    browser = town.client_for("caller")
    secret = browser.get("/accounts/2fa/totp/activate/").context["form"].secret
    browser.post("/accounts/2fa/totp/activate/", {"code": code_of_the_app(secret)})
    kept = Authenticator.objects.get(user=town.caller, type=Authenticator.Type.TOTP)
    assert secret not in str(kept.data)
    assert kept.wrap().validate_code(code_of_the_app(secret))


def test_signing_out_everywhere_ends_every_session(town):
    here, there = town.client_for("caller"), town.client_for("caller")
    here.post("/members/me/sign-out/")
    assert here.get("/members/me/").status_code == 302
    assert there.get("/members/me/").status_code == 302
    assert sign_in_by_code(Client(), town.caller.email).status_code == 302


def test_the_role_of_one_kind_does_not_open_the_page_of_another(town):
    assert town.client_for("data_manager").get("/members/").status_code == 403
    commands.grant_role(
        by=town.agent,
        member=town.data_manager,
        kind=Role.Kind.ORGANISER,
        area=town.marshfield,
        reason="Stands in.",
        ends_on=town.data_manager.roles.get().ends_on,
    )
    assert town.client_for("data_manager").get("/members/").status_code == 200
