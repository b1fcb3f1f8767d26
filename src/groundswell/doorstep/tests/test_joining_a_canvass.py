"""A canvass's own link: for whoever has it where the organiser says so, for members elsewhere."""

import pytest
from django.test import Client
from django.urls import reverse

from groundswell.members.models import Member
from groundswell.outreach.models import Effort, Participation
from groundswell.sharing.commands import share
from groundswell.sharing.queries import set_going
from tests.canvass import open_canvass


@pytest.fixture
def canvass(town):
    effort = open_canvass(town, doors=20, streets=2, name="Riverside, door to door")
    Effort.objects.filter(pk=effort.pk).update(joining=Effort.Joining.LINK)
    return Effort.objects.get(pk=effort.pk)


def address(canvass):
    return reverse("doorstep:join_canvass", args=[canvass.join_code])


def test_a_newcomer_joins_through_somebodys_link_and_sees_the_rounds(town, canvass):
    link = share(by=town.caller, kind="canvass", id=canvass.pk)
    browser = Client()
    page = browser.get(reverse("sharing:follow", args=[link.code]), follow=True)
    assert set(page.cookies) <= {"csrftoken"}
    told = {"name": "Nia", "email": "nia@example.org", "agree": "on", "via": link.code}
    answer = browser.post(address(canvass), told, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("doorstep:rounds")
    nia = Member.objects.get(email="nia@example.org")
    assert Participation.objects.filter(member=nia, effort=canvass).exists()
    assert set_going(town.caller).people == 1


def test_where_it_is_for_members_a_stranger_signs_in_and_a_supporter_is_told(town, canvass):
    Effort.objects.filter(pk=canvass.pk).update(joining=Effort.Joining.MEMBERS)
    assert Client().get(address(canvass)).status_code == 302
    assert town.client_for("supporter").get(address(canvass)).status_code == 409
    assert town.client_for("caller").get(address(canvass)).status_code == 200


def test_a_phone_banks_code_is_no_canvasss(town, canvass):
    Effort.objects.filter(pk=canvass.pk).update(channel="phone")
    assert Client().get(address(canvass)).status_code == 404
