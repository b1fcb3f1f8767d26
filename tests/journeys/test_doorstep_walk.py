"""A round door by door, on a phone in one hand."""

import re

import pytest
from playwright.sync_api import Page, expect

from groundswell.contact.models import Attempt
from groundswell.offline_app.models import Received
from tests.browsers import accessibility_violations, taps
from tests.doorstep_round import all_sent
from tests.town import Town


def address_on(page: Page) -> str:
    return page.locator("h1").inner_text()


def outcomes(town: Town) -> list[str]:
    rows = Attempt.objects.filter(constituency=town.marshfield, channel="door").order_by("pk")
    return list(rows.values_list("outcome", flat=True))


def test_nobody_in_is_one_tap_for_the_whole_house(phone, town, out, at_the_door):
    at_the_door(phone)
    before, tapped = address_on(phone), taps(phone)
    phone.locator("#nobody").click()
    expect(phone.locator("h1")).not_to_have_text(before)
    assert taps(phone) - tapped == 1
    all_sent(phone)
    people = len(out.doors()[0].electors)
    assert outcomes(town) == ["no_answer"] * people
    expect(phone.locator("#progress")).to_have_text("1 of 12")


def test_without_signal_results_wait_and_go_by_themselves(phone, town, network, at_the_door):
    at_the_door(phone)
    network.cut()
    before = address_on(phone)
    phone.locator("#nobody").click()
    expect(phone.locator("h1")).not_to_have_text(before)
    expect(phone.locator("#saved")).to_have_text("1 waiting to send")
    phone.reload()
    expect(phone.locator("#nobody")).to_be_visible()
    expect(phone.locator("#saved")).to_have_text("1 waiting to send")
    assert Received.objects.count() == 0
    network.restore()
    all_sent(phone)
    assert Received.objects.count() == 1


def test_undo_is_one_tap_and_the_door_is_there_again(phone, town, at_the_door):
    at_the_door(phone)
    before = address_on(phone)
    phone.locator("#nobody").click()
    expect(phone.locator("h1")).not_to_have_text(before)
    phone.get_by_role("button", name="Undo").click()
    expect(phone.locator("h1")).to_have_text(before)
    all_sent(phone)
    assert Attempt.objects.filter(voids__isnull=False).exists()
    expect(phone.locator("#progress")).to_have_text("0 of 12")


@pytest.mark.parametrize("screen", ["", "/list", "/map", "/board"])
def test_no_screen_keeps_anybody_out(phone, out, at_the_door, screen):
    at_the_door(phone)
    phone.goto(f"/app/#/round/{out.code}{screen}")
    expect(phone.locator("#tabs a[aria-current=page]")).to_have_attribute(
        "href", f"#/round/{out.code}{screen}"
    )
    assert accessibility_violations(phone) == []


def test_more_than_a_code_is_told_at_a_door(phone, town, at_the_door):
    at_the_door(phone)
    before = address_on(phone)
    phone.locator(".code").filter(has_text="More").first.click()
    sheet = phone.locator("dialog.sheet")
    sheet.get_by_role("button", name="Wants a poster").click()
    assert accessibility_violations(phone) == []
    sheet.locator(".code").first.click()
    expect(sheet).to_have_count(0)
    expect(phone.locator("#undo")).to_be_visible()
    all_sent(phone)
    assert outcomes(town) == ["spoke"]
    told = Received.objects.get().payload
    assert [one["kind"] for one in told["said"]] == ["poster"]
    assert before
    assert re.fullmatch(r"[0-9a-f-]{36}", told["said"][0]["id"])
