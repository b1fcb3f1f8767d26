"""The pages of the doorstep: for organisers, for members, and for nobody else."""

import json

import pytest

from groundswell.common.ids import uuid7
from groundswell.doorstep.commands import book_round, cut_by_size
from groundswell.doorstep.models import Round, StreetOrder
from groundswell.outreach.models import Effort
from tests.canvass import doors_in, open_canvass
from tests.phone_bank import script_version, universe_of


@pytest.fixture
def rounds(town):
    return cut_by_size(by=town.organiser, effort=open_canvass(town, doors=40, streets=2), doors=10)


def test_an_organiser_draws_up_a_canvass_cuts_and_opens_it(town):
    doors_in(town, 30)
    alice = town.client_for("organiser")
    plan = {
        "name": "Riverside on foot",
        "universe": universe_of(town).pk,
        "script": script_version(town).pk,
        "area": town.marshfield.pk,
        "starts_on": "2026-11-23",
        "ends_on": "2099-11-23",
        "joining": "members",
        "weekday_from": "10:00",
        "weekday_to": "20:00",
        "weekend_from": "10:00",
        "weekend_to": "18:00",
    }
    assert alice.post("/doorstep/new/", plan).status_code == 302
    effort = Effort.objects.get(channel="door")
    here = f"/doorstep/{effort.pk}/"
    assert b"30 doors are in no round yet" in alice.get(f"{here}cut/").content
    how = {"sides": "both", "lock_days": 3}
    wrong = alice.post(f"{here}cut/", {"way": "doors", "doors": 2, **how})
    assert b"A round has 5 to 500 doors" in wrong.content
    streets = {"way": "streets", "streets": ["Mill Lane"], **how}
    assert alice.post(f"{here}cut/", streets).status_code == 302
    around = [[0.44, 51.5], [0.5, 51.5], [0.5, 51.6], [0.44, 51.6]]
    drawn = {"way": "drawn", "outline": json.dumps(around), **how}
    assert alice.post(f"{here}cut/", drawn).status_code == 302
    assert alice.post(f"{here}cut/", {"way": "drawn", "outline": "{", **how}).status_code == 422
    assert [one.doors for one in Round.objects.order_by("number")] == [15, 15]
    alice.post(f"{here}state/", {"act": "open"})
    page = alice.get(here).content.decode()
    assert "0 of 30 doors done" in page
    assert "Long Riding" in page
    drawn_map = alice.get(f"{here}map.json").json()
    assert len(drawn_map["doors"]["features"]) == 30
    assert [one["properties"]["number"] for one in drawn_map["rounds"]["features"]] == [1, 2]
    assert "Jones" not in json.dumps(drawn_map)
    for role in ("caller", "organiser_elsewhere"):
        assert town.client_for(role).get(here).status_code in {403, 404}


def test_an_organiser_cuts_and_keys_in_from_the_list_and_nobody_else(town, rounds):
    effort = rounds[0].effort
    its_own = (f"/doorstep/{effort.pk}/cut/", f"/paper/canvasses/{effort.pk}/")
    listed = town.client_for("organiser").get("/doorstep/").text
    assert all(address in listed for address in its_own)
    watched = town.client_for("agent").get("/doorstep/").text
    assert effort.name in watched
    assert not any(address in watched for address in its_own)


def test_a_member_takes_a_round_walks_it_and_gives_it_back(town, rounds):
    bob = town.client_for("caller")
    page = bob.get("/doorstep/rounds/?postcode=").content.decode()
    assert page.count("Take this round") == 4
    first = rounds[0]
    here = f"/doorstep/rounds/{first.code}/"
    assert bob.get(here).status_code == 404
    assert bob.post(f"{here}book/", {"key": str(uuid7())}).status_code == 302
    walked = bob.get(here).content.decode()
    assert "Doors in walking order" in walked
    assert first.code in walked
    assert b"<svg" in bob.get(f"{here}code.svg").content
    bob.post(f"{here}end/", {"act": "return"})
    assert Round.objects.get(pk=first.pk).state == Round.State.OPEN
    assert "Doors in walking order" not in bob.get(here).content.decode()
    olive = town.client_for("outsider")
    assert "Take this round" not in olive.get("/doorstep/rounds/").content.decode()
    assert olive.post(f"{here}book/", {"key": str(uuid7())}).status_code == 404


def test_a_code_leads_to_the_round_and_into_the_app(town, rounds):
    book_round(by=town.agent, walked=rounds[0], key=uuid7())
    bob = town.client_for("caller")
    here = f"/d/{rounds[0].code}/"
    assert b"Agree and join" in bob.get(here).content
    assert bob.post(here)["Location"] == f"/app/#/round/{rounds[0].code}"
    assert bob.get(here)["Location"] == f"/app/#/round/{rounds[0].code}"
    assert town.client_for("anonymous").get(here).status_code == 302
    assert bob.get("/d/AAAAAAAA/").status_code == 404


def test_an_organiser_hands_out_and_withdraws(town, rounds):
    alice = town.client_for("organiser")
    here = f"/doorstep/rounds/{rounds[0].code}/"
    alice.post(f"{here}hand-out/", {"member": town.caller.pk})
    assert b"Bob Price" in alice.get(here).content
    assert town.client_for("caller").post(f"{here}withdraw/").status_code == 403
    alice.post(f"{here}withdraw/")
    assert Round.objects.get(pk=rounds[0].pk).state == Round.State.WITHDRAWN


def test_the_order_of_a_street_is_moved_and_kept(town, rounds):
    alice = town.client_for("organiser")
    effort = rounds[0].effort
    here = f"/doorstep/{effort.pk}/street/"
    assert b"Mill Lane" in alice.get(f"/doorstep/{effort.pk}/streets/").content
    (_key, district), *_none = alice.get(here, {"name": "Mill Lane"}).context["districts"]
    homes = [home.pk for home in district.homes]
    sent = {"name": "Mill Lane", "district": _key, "home": homes}
    moved = alice.post(here, sent | {"move": f"{homes[2]}:up"}).context["districts"][0][1]
    order = [homes[0], homes[2], homes[1], *homes[3:]]
    assert [home.pk for home in moved.homes] == order
    assert not StreetOrder.objects.exists()
    alice.post(here, sent | {"home": order})
    assert StreetOrder.objects.get().households == order
    assert alice.get(here, {"name": "No Such Street"}).status_code == 404
