"""An organiser writes what callers say: the preview follows, with script and without."""

import pytest
from playwright.sync_api import Page, expect

from groundswell.contact.models import CanvassCode, ScriptVersion
from tests.browsers import DESK, accessibility_violations
from tests.town import Town, build_town

NEW = "/contact/scripts/new/"


@pytest.fixture
def town(site) -> Town:
    town = build_town()
    # Between journeys every table is emptied, the usual codes too.
    for letter, meaning in [("S", "supporter"), ("A", "against")]:
        CanvassCode.objects.get_or_create(letter=letter, meaning=meaning)
    return town


def add(page: Page, name: str) -> None:
    page.get_by_role("group", name="Add a question").get_by_role("button", name=name).click()


def test_a_script_with_branches_is_written_previewed_and_saved(desk, town, signed_in_as):
    signed_in_as(desk, town.organiser)
    desk.goto(NEW)
    desk.get_by_label("Name", exact=True).fill("Roads")
    desk.get_by_label("How the caller begins").fill("Hello, is that {name}?")
    preview = desk.locator("#preview")
    expect(preview).to_contain_text("Hello, is that Alex Example?")
    add(desk, "One answer")
    expect(desk.get_by_role("heading", name="1. One answer")).to_be_focused()
    desk.get_by_role("textbox", name="Question", exact=True).fill("Any potholes?")
    desk.get_by_label("Answers, one on each line").fill("Yes\nNo")
    add(desk, "In their own words")
    desk.get_by_role("textbox", name="Question", exact=True).nth(1).fill("Where?")
    second = desk.get_by_role("region", name="2. In their own words")
    second.get_by_text("Ask it only sometimes").click()
    second.get_by_role("group", name="Any potholes?").get_by_label("Yes").check()
    expect(preview).to_contain_text("Only after “Any potholes?”: Yes")
    add(desk, "Voting intention")
    desk.get_by_role("button", name="Move question 3 up").click()
    expect(desk.get_by_role("heading", name="2. Voting intention")).to_be_focused()
    assert accessibility_violations(desk) == []
    desk.get_by_role("button", name="Save").last.click()
    problem = desk.get_by_role("link", name="Question 2: Write the question.")
    expect(problem).to_be_visible()
    desk.get_by_role("textbox", name="Question", exact=True).nth(1).fill("How will you vote?")
    desk.get_by_role("button", name="Save").last.click()
    expect(desk.get_by_role("heading", name="Roads")).to_be_visible()
    version = ScriptVersion.objects.get()
    assert [one["key"] for one in version.questions] == ["q1", "q3", "q2"]
    assert version.questions[2]["ask_if"] == [{"question": "q1", "among": ["yes"]}]


def test_it_can_be_written_without_script(open_page, town, signed_in_as):
    signed = open_page(**DESK)
    signed_in_as(signed, town.organiser)
    page = open_page(java_script_enabled=False, storage_state=signed.context.storage_state())
    page.goto(NEW)
    page.get_by_label("Name", exact=True).fill("Roads")
    page.get_by_label("How the caller begins").fill("Good evening")
    add(page, "A scale")
    expect(page.get_by_label("How the caller begins")).to_have_value("Good evening")
    page.get_by_role("textbox", name="Question", exact=True).fill("How likely?")
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_role("heading", name="Roads")).to_be_visible()
    assert ScriptVersion.objects.get().questions[0]["scale"]["high"] == 5
