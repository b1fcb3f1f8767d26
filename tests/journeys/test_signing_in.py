"""Signing in as people do: by link, by code, by passkey."""

import re
from urllib.parse import urlsplit

import pytest

from groundswell.common.models import OutgoingMail
from groundswell.members.commands import make_sign_in_link
from groundswell.members.models import SignInLink
from tests.browsers import PHONE, watched_page

AT_HOME = re.compile(r":\d+/members/me/$")
AT_PEOPLE = re.compile(r":\d+/members/$")


@pytest.fixture
def by_name(browser, network):
    """A phone that reaches the site by a name: no passkey is bound to a number."""
    home = network.address.replace("127.0.0.1", "localhost")
    with watched_page(browser, home, **PHONE) as page:
        yield page


def path_of_a_link(member, leads_to="/members/me/"):
    return urlsplit(make_sign_in_link(by=None, member=member, leads_to=leads_to)).path


def test_a_link_needs_no_tap_and_a_scanner_uses_nothing_up(phone, town):
    path = path_of_a_link(town.caller)
    assert phone.request.get(path).ok
    phone.goto(path)
    phone.wait_for_url(AT_HOME)
    assert phone.get_by_label("Name").input_value() == "Bob Price"


def test_a_link_works_with_one_tap_where_scripts_do_not_run(open_page, town):
    page = open_page(java_script_enabled=False, **PHONE)
    page.goto(path_of_a_link(town.caller))
    assert SignInLink.objects.filter(member=town.caller, used_at=None).exists()
    page.get_by_role("button", name="Sign me in").click()
    page.wait_for_url(AT_HOME)


def test_a_code_from_the_mail_may_be_pasted(phone, town):
    phone.goto("/accounts/login/?next=/members/me/")
    phone.get_by_label("Your e-mail address").fill(town.caller.email)
    phone.get_by_role("button", name="Send me a code").click()
    box = phone.get_by_label("Code from the e-mail")
    box.wait_for()
    mail = OutgoingMail.objects.get(to=town.caller.email, key__startswith="account-")
    (code,) = re.findall(r"\d[\d-]{7,}", mail.body)
    box.fill(f" {code} ")
    phone.get_by_role("button", name="Sign in").click()
    phone.wait_for_url(AT_HOME)


def test_an_organiser_sets_a_passkey_up_and_is_in_with_it_alone(by_name, town):
    _give_the_device_a_lock(by_name)
    by_name.goto(path_of_a_link(town.organiser_without_second_factor, "/members/"))
    by_name.get_by_role("link", name="Set up a passkey").click()
    by_name.get_by_role("button", name="Set it up").click()
    by_name.get_by_role("link", name="I have kept them: go on").click()
    by_name.wait_for_url(AT_PEOPLE)
    assert by_name.get_by_role("heading", name="People").is_visible()

    by_name.goto("/accounts/logout/")
    by_name.get_by_role("button", name="Sign out").click()
    by_name.wait_for_url(lambda address: "logout" not in address)
    by_name.goto("/accounts/login/?next=/members/")
    by_name.get_by_role("button", name="Sign in with a passkey").click()
    by_name.wait_for_url(AT_PEOPLE)
    assert by_name.get_by_role("heading", name="People").is_visible()


def _give_the_device_a_lock(page):
    """A device whose owner always shows the right finger."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )
