"""The box on joining: never ticked beforehand, and kept with its words."""

import pytest
from django.test import Client
from django.urls import reverse

from groundswell.common import mail
from groundswell.common.models import OutgoingMail
from groundswell.mailings.commands import agree_if_ticked
from groundswell.mailings.models import Agreement
from groundswell.mailings.queries import wants
from groundswell.mailings.queries.segments import who_agreed
from groundswell.mailings.wording import AGREE_BOX, consent_wording
from groundswell.members.commands import open_account

pytestmark = pytest.mark.django_db


def _newcomer(area):
    return open_account(by=None, email="new@example.org", name="Nia New", branch=area)


def test_who_ticks_the_box_agrees_to_its_words_and_says_so_from_their_mailbox(town):
    newcomer = _newcomer(town.marshfield)
    agree_if_ticked(member=newcomer, sent={AGREE_BOX: "yes"}, how="Joining a group")
    kept = Agreement.objects.get(member=newcomer)
    assert (kept.wording, kept.how) == (consent_wording(), "Joining a group")
    assert newcomer not in who_agreed(town.marshfield)
    (asked,) = OutgoingMail.objects.filter(to=newcomer.email)
    path = "/in/" + asked.body.split("/in/")[1].split()[0]
    browser = Client()
    browser.post(path)
    assert browser.get(reverse("mailings:choices")).status_code == 200
    assert newcomer in who_agreed(town.marshfield)
    mail.send_what_is_due()


def test_who_does_not_tick_it_agrees_to_nothing(town):
    newcomer = _newcomer(town.marshfield)
    agree_if_ticked(member=newcomer, sent={}, how="Joining a group")
    assert not wants(newcomer, "mailing")
    assert not OutgoingMail.objects.exists()


def test_the_account_page_shows_and_changes_what_holds(town):
    browser = town.client_for("caller")
    page = reverse("mailings:choices")
    assert browser.get(page).context["form"]["mailing"].initial is False
    browser.post(page, {"mailing": "on"})
    assert wants(town.caller, "mailing")
    browser.post(page, {})
    assert not wants(town.caller, "mailing")
    said = Agreement.objects.filter(member=town.caller, kind="mailing").order_by("said_at")
    assert [one.wanted for one in said] == [True, False]
