"""The organiser's pages: drawing up, running, inviting, vouching, barring."""

import pytest
from django.urls import reverse

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.common.models import OutgoingMail
from groundswell.contact.models import ScriptVersion
from groundswell.members.models import Member
from groundswell.outreach.commands import claim_batch, join_effort
from groundswell.outreach.models import Batch, Effort
from tests.canvass import open_canvass
from tests.phone_bank import open_phone_bank, people_in, script_version, universe_of


def filled_in(town, **change):
    return {
        "name": "Riverside by phone",
        "universe": universe_of(town).pk,
        "script": script_version(town).pk,
        "area": town.marshfield.pk,
        "starts_on": clock.today().isoformat(),
        "ends_on": clock.today().isoformat(),
        "joining": "members",
        "batch_size": 10,
        "cap_per_day": 100,
        "weekday_from": "09:00",
        "weekday_to": "20:00",
        "weekend_from": "10:00",
        "weekend_to": "18:00",
    } | change


def test_a_phone_bank_is_drawn_up_opened_paused_and_closed(town):
    people_in(town.riverside, town.marshfield, [1, 1])
    browser = town.client_for("organiser")
    answer = browser.post(reverse("phonebank:new"), filled_in(town), follow=True)
    effort = Effort.objects.get(name="Riverside by phone")
    assert answer.redirect_chain[-1][0] == reverse("phonebank:detail", args=[effort.pk])
    assert effort.shows == []
    leads_to = {"open": "open", "pause": "paused", "close": "closed"}
    for act in ("open", "pause", "open", "close"):
        browser.post(reverse("phonebank:state", args=[effort.pk]), {"act": act})
        effort.refresh_from_db()
        assert effort.state == leads_to[act]
    assert effort.queues.get().people == 2


def test_nothing_beside_name_area_and_number_is_ticked_beforehand(town):
    page = town.client_for("organiser").get(reverse("phonebank:new"))
    shows = page.context["form"]["shows"]
    assert [choice[0] for choice in shows.field.choices] == ["past", "address", "age", "along"]
    assert shows.value() == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"ends_on": "2020-01-01"}, "before the first"),
        ({"weekday_to": "08:00"}, "end later than they begin"),
        ({"batch_size": 400}, "ten is usual"),
        ({"name": ""}, "required"),
    ],
)
def test_what_cannot_be_is_said_beside_what_was_typed(town, change, sentence):
    answer = town.client_for("organiser").post(reverse("phonebank:new"), filled_in(town, **change))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Effort.objects.exists()


def test_a_plan_is_changed_where_it_stands(town):
    effort = open_phone_bank(town, households=[1])
    browser = town.client_for("organiser")
    address = reverse("phonebank:change", args=[effort.pk])
    assert "Riverside, first round" in browser.get(address).content.decode()
    browser.post(address, filled_in(town, name="Second round", shows=["past"]))
    effort.refresh_from_db()
    assert (effort.name, effort.shows) == ("Second round", ["past"])


def test_changing_a_plan_takes_the_newest_version_of_its_script(town):
    effort = open_phone_bank(town, households=[1])
    old = effort.script_version
    new = ScriptVersion.objects.create(
        script=old.script, number=2, introduction="Good evening!", saved_at=clock.now()
    )
    address = reverse("phonebank:change", args=[effort.pk])
    page = town.client_for("organiser").get(address).content.decode()
    assert f'<option value="{new.pk}" selected>' in page
    assert f'<option value="{effort.universe.pk}" selected>' in page


def test_a_universe_beyond_the_area_is_refused(town):
    wide = universe_of(town, town.country)
    answer = town.client_for("organiser").post(
        reverse("phonebank:new"), filled_in(town, universe=wide.pk)
    )
    assert answer.status_code == 422
    assert not Effort.objects.exists()


def test_the_page_shows_who_calls_and_what_is_out_but_nobody_called(town):
    effort = open_phone_bank(town, households=[1] * 12)
    join_effort(by=town.caller, effort=effort, agreed=True)
    batch = claim_batch(by=town.caller, effort=effort, key=uuid7())
    assert batch is not None
    browser = town.client_for("organiser")
    address = reverse("phonebank:detail", args=[effort.pk])
    words = browser.get(address).content.decode()
    assert "Take back from Bob Price" in words
    assert "Kowalska" not in words
    browser.post(reverse("phonebank:release", args=[effort.pk]), {"batch": str(batch.key)})
    assert Batch.objects.get(constituency=town.marshfield).state == "withdrawn"


def test_members_are_mailed_a_link_of_their_own_once_a_day(town):
    effort = open_phone_bank(town, households=[1])
    browser = town.client_for("organiser")
    address = reverse("phonebank:invite", args=[effort.pk])
    assert effort.join_code in browser.get(address).content.decode()
    for _again in range(2):
        browser.post(address, {"members": [town.caller.pk, town.vetted.pk]})
    mail = OutgoingMail.objects.filter(key__startswith=f"invite-{effort.pk}-")
    assert {one.to for one in mail} == {town.caller.email, town.vetted.email}
    answer = browser.post(address, {"members": []})
    assert "Choose at least one" in answer.content.decode()


def test_vouching_and_barring_in_one_click(town):
    effort = open_phone_bank(town, households=[1] * 3, joining=Effort.Joining.LINK)
    join_effort(by=town.supporter, effort=effort, agreed=True)
    join_effort(by=town.outsider, effort=effort, agreed=True)
    claim_batch(by=town.outsider, effort=effort, key=uuid7())
    browser = town.client_for("organiser")
    for member, act in ((town.supporter, "vet"), (town.outsider, "bar")):
        browser.post(reverse("phonebank:caller", args=[effort.pk, member.pk]), {"act": act})
        member.refresh_from_db()
    assert town.supporter.standing == Member.Standing.VETTED
    assert not town.outsider.is_active


def test_the_link_as_a_square(town):
    effort = open_phone_bank(town)
    answer = town.client_for("organiser").get(reverse("phonebank:code", args=[effort.pk]))
    assert answer["Content-Type"] == "image/svg+xml"


def test_pages_of_a_phone_bank_know_no_canvass_and_the_other_way_round(town):
    calls = open_phone_bank(town, households=[1])
    doors = open_canvass(town)
    browser = town.client_for("organiser")
    for page, its_own, the_other in (
        ("phonebank:detail", calls, doors),
        ("phonebank:change", calls, doors),
        ("doorstep:detail", doors, calls),
        ("doorstep:change", doors, calls),
    ):
        assert browser.get(reverse(page, args=[its_own.pk])).status_code == 200
        assert browser.get(reverse(page, args=[the_other.pk])).status_code == 404
