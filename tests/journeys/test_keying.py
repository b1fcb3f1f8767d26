"""Keying a sheet of thirty rows at a desk without touching the mouse, and on a telephone."""

import pytest
from playwright.sync_api import Page, expect

from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt
from groundswell.doorstep.commands import book_round, cut_by_size
from groundswell.paper.commands.printing import print_sheets
from groundswell.paper.models import KeyedRow, Printing
from tests.browsers import accessibility_violations
from tests.canvass import open_canvass
from tests.town import Town

CODES = "SLUAWNOREO"


@pytest.fixture
def printing(town: Town) -> Printing:
    """Bob's round of forty doors on paper."""
    effort = open_canvass(town, doors=40)
    (walked,) = cut_by_size(by=town.organiser, effort=effort, doors=40)
    book_round(by=town.caller, walked=walked, key=uuid7())
    return print_sheets(by=town.caller, rounds=[walked], with_map=False).printings[0]


@pytest.fixture
def at_work(signed_in_as, town, printing):
    """Brings a page to Bob's first sheet, as its QR code does."""

    def begin(page: Page, sheet: int = 1) -> None:
        signed_in_as(page, town.caller)
        page.goto(f"/k/{printing.round.code}/{sheet}/{printing.number}/")
        expect(page.locator("#line")).to_be_focused()

    return begin


def keyed(town: Town) -> list[tuple[int, str]]:
    rows = KeyedRow.objects.filter(constituency=town.marshfield, undone_at=None)
    return list(rows.order_by("number").values_list("number", "code"))


def rows_on(page: Page) -> int:
    return page.locator(".sheet-rows tbody tr").count()


def test_a_sheet_is_keyed_by_keyboard_alone_as_fast_as_it_is_typed(desk, town, at_work):
    at_work(desk)
    rows = rows_on(desk)
    for at in range(rows):
        desk.keyboard.type(CODES[at % len(CODES)])
        desk.keyboard.press("Enter")
    expect(desk.locator("#now")).to_contain_text("This sheet is done")
    assert keyed(town) == [(at + 1, CODES[at % len(CODES)]) for at in range(rows)]


def test_rows_in_any_order_undo_and_a_wrong_line_that_stays(desk, town, at_work):
    at_work(desk)
    for line in ("7 S", "3 O+", "5 U .i the street lamp is out"):
        desk.keyboard.type(line)
        desk.keyboard.press("Enter")
        expect(desk.locator("#line")).to_have_value("")
        expect(desk.locator("#said")).not_to_be_empty()
    expect(desk.locator("#now")).to_contain_text("Row 6")
    desk.keyboard.type("99 S")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("no row or elector “99”")
    expect(desk.locator("#line")).to_have_value("99 S")
    expect(desk.locator("#line")).to_be_focused()
    desk.get_by_role("button", name="Undo Row 7").click()
    expect(desk.locator("#row-7 .keyed")).to_be_empty()
    assert (7, "S") not in keyed(town)
    assert accessibility_violations(desk) == []


def test_a_wrong_line_in_a_hurry_comes_back_and_the_others_wait_behind_it(desk, town, at_work):
    at_work(desk)
    for line in ("S", "Q", "U", "N"):
        desk.keyboard.type(line)
        desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("“Q” is none of the codes")
    expect(desk.locator("#line")).to_have_value("Q")
    desk.locator("#line").fill("A")
    desk.keyboard.press("Enter")
    expect(desk.locator("#now")).to_contain_text("Row 5")
    assert keyed(town) == [(1, "S"), (2, "A"), (3, "U"), (4, "N")]


def test_without_a_network_the_line_waits_and_goes_by_itself(phone, town, network, at_work):
    at_work(phone)
    network.cut()
    phone.locator("#line").fill("S")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("alert")).to_contain_text("No connection")
    network.restore()
    expect(phone.locator("#row-1 .keyed")).to_contain_text("S")
    assert keyed(town) == [(1, "S")]


def test_a_line_whose_answer_was_lost_counts_once(phone, town, network, at_work):
    at_work(phone)
    phone.locator("#line").fill("S")
    with network.losing_answers():
        phone.keyboard.press("Enter")
        expect(phone.get_by_role("alert")).to_contain_text("No connection")
    expect(phone.locator("#row-1 .keyed")).to_contain_text("S")
    assert Attempt.objects.filter(constituency=town.marshfield).count() == 1


def test_the_page_fits_a_telephone(phone, at_work):
    at_work(phone)
    wide = phone.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    assert accessibility_violations(phone) == []
