"""An organiser says whom to contact: counts follow, few taps, by keyboard, and without script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsers import DESK, PHONE, accessibility_violations, taps
from tests.phone_bank import people_in
from tests.town import Town, build_town

NEW = "/universes/new/"


@pytest.fixture
def town(site) -> Town:
    town = build_town()
    people_in(town.riverside, town.marshfield, [2, 1, 1])
    people_in(town.hillbury, town.marshfield, [3])
    return town


def add(page: Page, name: str) -> None:
    rows = page.locator("fieldset.condition")
    before = rows.count()
    page.get_by_role("group", name="Add a condition", exact=True).get_by_role(
        "button", name=name, exact=True
    ).click()
    expect(rows).to_have_count(before + 1)


def people(page: Page) -> Locator:
    return page.locator(".count-line")


def test_three_conditions_in_seven_taps_with_counts_at_every_step(desk, town, signed_in_as):
    signed_in_as(desk, town.organiser)
    desk.goto(NEW)
    expect(people(desk)).to_contain_text("7 people, 4 households, 7 numbers to call")
    add(desk, "Place")
    desk.get_by_label("Riverside").check()
    expect(people(desk)).to_contain_text("4 people, 3 households")
    add(desk, "Household size")
    expect(desk.get_by_label("Fewest people")).to_be_focused()
    desk.keyboard.type("2")
    expect(people(desk)).to_contain_text("2 people, 1 household")
    add(desk, "Callable number")
    desk.get_by_label("Name", exact=True).fill("Pairs in Riverside")
    assert accessibility_violations(desk) == []
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("heading", name="Pairs in Riverside")).to_be_visible()
    sentence = "People who live in Riverside and live with 2 or more on the register"
    expect(desk.get_by_text(sentence)).to_be_visible()


def test_the_taps_are_counted(desk, town, signed_in_as):
    signed_in_as(desk, town.organiser)
    desk.goto(NEW)
    add(desk, "Place")
    desk.get_by_label("Riverside").check()
    add(desk, "Voting intention")
    desk.get_by_label("Not known").check()
    add(desk, "Callable number")
    desk.get_by_role("button", name="Show the first 50").click()
    expect(desk.get_by_role("heading", name="The first 4 people")).to_be_focused()
    assert taps(desk) == 6


def test_groups_on_a_phone_in_the_dark(open_page, town, signed_in_as):
    page = open_page(color_scheme="dark", **PHONE)
    signed_in_as(page, town.organiser)
    page.goto(NEW)
    add(page, "Street")
    expect(page.get_by_label("Street", exact=True)).to_be_focused()
    page.keyboard.type("mill lane")
    page.get_by_role("button", name="Add street").click()
    expect(page.get_by_label("Mill Lane")).to_be_checked()
    page.get_by_role("button", name="But not…").click()
    group = page.get_by_role("group", name="Add a condition to this group")
    group.get_by_role("button", name="Place").click()
    page.get_by_label("Riverside").check()
    expect(people(page)).to_contain_text("3 people, 1 household")
    assert accessibility_violations(page) == []
    assert not page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    page.get_by_role("button", name="Take out group 1").click()
    expect(people(page)).to_contain_text("7 people")


def test_without_script_every_button_still_does_its_work(open_page, town, signed_in_as):
    page = open_page(java_script_enabled=False, **DESK)
    signed_in_as(page, town.organiser)
    page.goto(NEW)
    page.get_by_label("Name", exact=True).fill("Alone")
    add(page, "Household size")
    page.get_by_label("Most people").fill("1")
    page.get_by_role("button", name="Count again").click()
    expect(people(page)).to_contain_text("2 people, 2 households")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Alone")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Alone")).to_be_visible()
