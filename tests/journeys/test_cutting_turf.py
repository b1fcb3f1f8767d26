"""An organiser cuts rounds by mouse and by keyboard alone, and puts a street in order."""

import pytest
from playwright.sync_api import Page, expect

from groundswell.doorstep.commands import cut_by_size
from groundswell.doorstep.models import Round, StreetOrder
from groundswell.outreach.models import Effort
from tests.canvass import open_canvass
from tests.town import Town, build_town


@pytest.fixture
def town(site) -> Town:
    town = build_town()
    town.things["canvass"] = open_canvass(town, doors=30, streets=2)
    return town


def cut_page(page: Page, effort: Effort) -> None:
    page.goto(f"/doorstep/{effort.pk}/cut/")


def test_corners_pressed_on_the_map_make_a_round(desk, town, signed_in_as):
    signed_in_as(desk, town.organiser)
    cut_page(desk, town.canvass)
    the_map = desk.locator("#turf-map")
    if not desk.evaluate("!!document.createElement('canvas').getContext('webgl2')"):
        pytest.skip("this browser draws no WebGL; the streets beside the map do the same")
    expect(the_map).to_have_attribute("data-drawn", "yes", timeout=20_000)
    the_map.scroll_into_view_if_needed()
    box = the_map.bounding_box()
    assert box is not None
    for across, down in ((0.02, 0.02), (0.9, 0.02), (0.9, 0.97), (0.02, 0.97)):
        desk.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])
    expect(desk.locator("#draw-said")).to_contain_text("4")
    desk.get_by_role("button", name="Take back a corner").click()
    expect(desk.locator("#draw-said")).to_contain_text("3")
    desk.mouse.click(box["x"] + 0.02 * box["width"], box["y"] + 0.97 * box["height"])
    desk.get_by_role("button", name="Make this a round").click()
    expect(desk.get_by_role("table", name="Rounds")).to_be_visible()
    assert Round.objects.get().doors == 30


def test_streets_are_cut_from_the_keyboard(desk, town, signed_in_as):
    signed_in_as(desk, town.organiser)
    cut_page(desk, town.canvass)
    desk.get_by_label("Long Riding (15 doors)").focus()
    desk.keyboard.press("Space")
    desk.get_by_role("button", name="Make these a round").focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("link", name="Long Riding")).to_be_visible()
    assert Round.objects.get().doors == 15


def test_a_street_is_put_in_order_by_button_and_by_dragging(desk, town, signed_in_as):
    cut_by_size(by=town.organiser, effort=town.canvass, doors=15)
    signed_in_as(desk, town.organiser)
    desk.goto(f"/doorstep/{town.canvass.pk}/street/?name=Mill+Lane")
    doors = desk.locator(".street-door")
    before = doors.all_inner_texts()
    doors.nth(1).get_by_role("button", name="up").focus()
    desk.keyboard.press("Enter")
    expect(doors.nth(0)).to_contain_text(before[1].split("\n")[0])
    doors.nth(5).drag_to(doors.nth(2), target_position={"x": 20, "y": 2})
    expect(doors.nth(2)).to_contain_text(before[5].split("\n")[0])
    shown = [
        int(value)
        for value in desk.locator("[name=home]").evaluate_all("all => all.map(one => one.value)")
    ]
    desk.get_by_role("button", name="Save this order").click()
    expect(desk.get_by_text("Put in order by")).to_be_visible()
    assert StreetOrder.objects.get().households == shown
