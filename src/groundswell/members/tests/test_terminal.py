"""What the server's own terminal can do."""

from io import StringIO
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import Client

from groundswell.members.models import Member


def said(*words, **options):
    out = StringIO()
    call_command(*words, stdout=out, **options)
    return out.getvalue().strip()


def test_the_first_administrator_is_in_with_one_command(town):
    link = said("add_member", "first@example.org", "Fay First", role="headquarters")
    browser = Client()
    browser.post(urlsplit(link).path)
    assert browser.get("/members/").status_code == 200
    role = Member.objects.get(email="first@example.org").roles.get()
    assert (role.kind, role.area) == ("headquarters", town.country)


def test_a_role_for_an_area_that_is_not_there_adds_nobody(town):
    with pytest.raises(CommandError, match="no area"):
        said("add_member", "x@example.org", "X", role="agent", area="E00")
    assert not Member.objects.filter(email="x@example.org").exists()


def test_a_link_from_the_terminal_helps_whoever_lost_their_second_factor(town):
    Authenticator.objects.create(
        user=town.organiser, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )
    link = said("sign_in_link", "ORGANISER@example.org", "--forget-second-factor")
    assert not Authenticator.objects.exists()
    browser = Client()
    browser.post(urlsplit(link).path)
    assert browser.get("/members/").status_code == 200
    with pytest.raises(CommandError):
        said("sign_in_link", "nobody@example.org")
