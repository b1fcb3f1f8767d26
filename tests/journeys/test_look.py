"""Every component can be used by everybody: axe-core, narrow screens, keyboard, little weight."""

import pytest

from tests.browsers import accessibility_violations, weight

GALLERY = "/look/"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_the_gallery(open_page, theme, width):
    page = open_page(viewport={"width": width, "height": 844}, color_scheme=theme)
    page.goto(GALLERY)
    assert accessibility_violations(page) == []


@pytest.mark.parametrize("address", [GALLERY, "/look/help/", "/nothing-here"])
def test_a_narrow_screen_never_scrolls_sideways(open_page, address):
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_theme_chosen_here_wins_over_the_device_and_lasts(open_page):
    page = open_page(color_scheme="light")
    page.goto("/look/help/")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark").click()
    page.wait_for_selector("html[data-theme=dark]")
    assert page.evaluate(ground) != light
    page.goto(GALLERY)
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_dialog_opens_and_closes_from_the_keyboard(desk):
    desk.goto(GALLERY)
    opener = desk.get_by_role("button", name="Stop calling…")
    opener.focus()
    desk.keyboard.press("Enter")
    dialog = desk.get_by_role("dialog", name="Stop calling?")
    assert dialog.is_visible()
    desk.keyboard.press("Escape")
    assert dialog.is_hidden()
    assert opener.evaluate("button => button === document.activeElement")


def test_an_undo_bar_can_be_dismissed(desk):
    desk.goto(GALLERY)
    bar = desk.locator(".undo-bar")
    bar.get_by_role("button", name="Dismiss").click()
    assert bar.count() == 0


def test_the_frame_leaves_room_in_the_callers_hundred_kilobytes(phone):
    phone.goto("/look/help/", wait_until="networkidle")
    assert weight(phone) < 80_000


def test_a_key_presses_its_button_unless_the_visitor_does_without(desk):
    pressed = "document.querySelector('[data-key=\"1\"]').dataset.pressed"
    listen = """document.querySelector('[data-key="1"]')
        .addEventListener('click', event => event.currentTarget.dataset.pressed = 'yes')"""
    desk.goto(GALLERY)
    desk.evaluate(listen)
    desk.keyboard.press("1")
    assert desk.evaluate(pressed) == "yes"
    desk.goto("/look/help/")
    desk.get_by_role("button", name="Do without the keys").click()
    desk.get_by_role("button", name="Use the keys").wait_for()
    desk.goto(GALLERY)
    desk.evaluate(listen)
    desk.keyboard.press("1")
    assert desk.evaluate(pressed) is None
