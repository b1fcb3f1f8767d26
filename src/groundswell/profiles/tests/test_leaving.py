"""Export and leave: two clicks, everything of one's own, safe to repeat."""

import io
import json
import zipfile

import pytest
from django.urls import reverse

from groundswell.common.errors import Refused
from groundswell.members.commands import grant_role
from groundswell.members.models import Member, Role
from groundswell.profiles.commands import change_page, leave
from groundswell.profiles.models import Page

pytestmark = pytest.mark.django_db


def test_the_export_holds_what_is_mine_to_read_and_for_machines(town):
    change_page(by=town.supporter, visibility="public", words="I sing.", why="For the buses.")
    answer = town.client_for("supporter").get(reverse("profiles:export"))
    bundle = zipfile.ZipFile(io.BytesIO(answer.content))
    told = json.loads(bundle.read("everything.json"))
    page = told["parts"]["page"]["rows"]
    assert [row["About me, in my own words"] for row in page] == ["I sing."]
    assert told["parts"]["account"]["rows"][0]["E-mail"] == "supporter@example.org"
    readable = bundle.read("everything.html").decode()
    assert "I sing." in readable
    assert "caller@example.org" not in readable


def test_leaving_empties_the_account_at_once_and_a_repeat_changes_nothing(town):
    change_page(by=town.supporter, visibility="public", words="I sing.", why="")
    browser = town.client_for("supporter")
    other_device = town.client_for("supporter")
    page = browser.get(reverse("profiles:did")).content.decode()
    assert reverse("profiles:leave") in page
    answer = browser.post(reverse("profiles:leave"))
    assert "You have left" in answer.content.decode()
    gone = Member.objects.get(pk=town.supporter.pk)
    assert (gone.name, gone.is_active, gone.branch, gone.phone) == (
        "Somebody who left",
        False,
        None,
        "",
    )
    assert "supporter@" not in gone.email
    assert not Page.objects.exists()
    assert other_device.get(reverse("profiles:did")).status_code == 302
    leave(by=gone)
    again = Member.objects.get(pk=gone.pk)
    assert again.left_at == gone.left_at


def test_the_same_address_may_join_again_as_somebody_new(town):
    from groundswell.members.commands import open_account

    leave(by=town.supporter)
    anew = open_account(by=None, email="supporter@example.org", name="Sue again")
    assert anew.pk != town.supporter.pk


def test_the_last_at_headquarters_hands_over_first(town):
    with pytest.raises(Refused, match="United Kingdom"):
        leave(by=town.headquarters)
    grant_role(
        by=None,
        member=town.agent,
        kind=Role.Kind.HEADQUARTERS,
        area=town.country,
        reason="Takes over.",
        ends_on=town.headquarters.roles.get().ends_on,
    )
    leave(by=town.headquarters)
    assert town.headquarters.roles.get().ended_at is not None
    assert not Member.objects.get(pk=town.headquarters.pk).is_active
