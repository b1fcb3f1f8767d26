"""The builder works without script, keeps what was typed, and shows people only on demand."""

import pytest

from groundswell.common import clock
from groundswell.privacy.models import Sighting
from groundswell.targeting.models import Universe
from tests.phone_bank import people_in

NEW = "/universes/new/"


@pytest.fixture
def browser(town):
    people_in(town.riverside, town.marshfield, [2, 1, 1])
    return town.client_for("organiser")


def sent(town, *rows, **more):
    return {"area": town.marshfield.pk, "0-match": "all", "row": list(rows), **more}


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_universe_is_built_row_by_row_and_saved(town, browser):
    page = text(browser.post(NEW, sent(town, name="Ours", add="0:attempts")))
    assert 'name="0-0-fewer_than" value="3"' in page
    assert 'value="Ours"' in page
    rows = sent(town, "0-0-attempts", **{"0-0-fewer_than": "2"})
    page = text(browser.post(NEW, rows | {"name": "Ours", "add_group": "none"}))
    assert 'name="group" value="1"' in page
    assert 'name="0-0-fewer_than" value="2"' in page
    rows["row"].append("1-0-postal_voter")
    rows |= {"group": "1", "1-match": "none", "shared": "on"}
    answer = browser.post(NEW, rows | {"name": "Ours", "save": "1"})
    universe = Universe.objects.get()
    assert answer.url == f"/universes/{universe.pk}/"
    assert universe.rule == {
        "match": "all",
        "conditions": [
            {"kind": "attempts", "fewer_than": 2},
            {"match": "none", "conditions": [{"kind": "postal_voter"}]},
        ],
    }
    page = text(browser.get(f"/universes/{universe.pk}/change/"))
    assert 'name="0-0-fewer_than" value="2"' in page
    assert 'value="1-0-postal_voter"' in page


def test_what_cannot_be_used_stays_on_the_page_with_its_reason(town, browser):
    rows = sent(town, "0-0-age", **{"0-0-from": "70", "0-0-to": "60", "name": "Old", "save": "1"})
    page = text(browser.post(NEW, rows))
    assert "the first must be smaller" in page
    assert 'name="0-0-from" value="70"' in page
    assert 'value="Old"' in page
    assert not Universe.objects.exists()


def test_a_street_is_taken_in_as_the_register_spells_it(town, browser):
    rows = sent(town, "0-0-street", **{"0-0-another": "mill LANE", "again": "1"})
    page = text(browser.post(NEW, rows))
    assert 'value="Mill Lane"' in page
    assert "<strong>4</strong> people" in page
    page = text(browser.post(NEW, rows | {"0-0-another": "Nowhere", "save": "1", "name": "x"}))
    assert "no street of this name" in page
    offered = browser.get("/universes/streets/", {"area": town.marshfield.pk, "0-0-another": "mi"})
    assert "Mill Lane" in text(offered)


def test_counts_follow_what_is_typed_and_pass_over_what_is_not_finished(town, browser):
    rows = sent(town, "0-0-attempts", "0-1-age", **{"0-0-fewer_than": "2"})
    piece = text(browser.post("/universes/counts/", rows))
    assert "<strong>4</strong> people" in piece
    assert "<strong>3</strong> households" in piece
    assert "1 condition is not filled in yet" in piece


def test_another_areas_people_are_not_counted(town, browser):
    people_in(town.hillbury, town.hillbury, [3])
    piece = text(browser.post("/universes/counts/", sent(town) | {"area": town.hillbury.pk}))
    assert "Choose an area of yours" in piece
    answer = browser.post(NEW, sent(town) | {"area": town.hillbury.pk, "name": "x", "save": "1"})
    assert answer.status_code == 200
    assert not Universe.objects.exists()


def test_people_are_shown_on_demand_and_that_is_noted(town, browser):
    assert "Mill Lane" not in text(browser.post(NEW, sent(town)))
    assert not Sighting.objects.exists()
    page = text(browser.post(NEW, sent(town) | {"show": "1"}))
    assert page.count("Mill Lane") == 4
    assert Sighting.objects.filter(member=town.organiser, purpose="universe").count() == 4


def test_lists_of_people_are_shown_only_so_often(town, browser):
    with clock.set_to(clock.now()):
        pages = [text(browser.post(NEW, sent(town) | {"show": "1"})) for _time in range(11)]
    assert ["Mill Lane" in page for page in pages] == [True] * 10 + [False]
    assert "too often" in pages[-1]


def test_the_list_shows_shared_universes_with_their_sentence(town, browser):
    browser.post(NEW, sent(town) | {"name": "The whole town", "save": "1"})
    page = text(browser.get("/universes/"))
    assert "The whole town" in page
    assert "Everybody in the area." in page
    other = town.client_for("organiser_elsewhere")
    assert "The whole town" not in text(other.get("/universes/"))
