"""Keying a sheet of thirty rows at a desk without touching the mouse, and on a telephone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

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


def enter(page: Page, *lines: str) -> None:
    for line in lines:
        page.keyboard.type(line)
        page.keyboard.press("Enter")


@contextmanager
def answers_kept_waiting(page: Page) -> Iterator[None]:
    """Within the block nothing that is sent is answered; behind it everything is."""
    waiting: list[Route] = []
    hold = True

    def meet(route: Route) -> None:
        if hold:
            waiting.append(route)
        else:
            route.continue_()

    page.route("**/k/**", meet)
    yield
    hold = False
    for route in waiting:
        route.continue_()


def test_a_sheet_is_keyed_by_keyboard_alone_as_fast_as_it_is_typed(desk, town, at_work):
    at_work(desk)
    rows = rows_on(desk)
    enter(desk, *(CODES[at % len(CODES)] for at in range(rows)))
    expect(desk.locator("#now")).to_contain_text("This sheet is done")
    assert keyed(town) == [(at + 1, CODES[at % len(CODES)]) for at in range(rows)]


def test_rows_in_any_order_undo_and_a_wrong_line_that_is_put_right(desk, town, at_work):
    at_work(desk)
    enter(desk, "7 S", "3 O+", "5 U .i the street lamp is out")
    expect(desk.locator("#now")).to_contain_text("Row 6")
    enter(desk, "99 S")
    expect(desk.get_by_role("alert")).to_contain_text("no row or elector “99”")
    expect(desk.locator("#line")).to_be_focused()
    expect(desk.locator("#line")).to_have_value("")
    assert accessibility_violations(desk) == []
    desk.keyboard.press("ArrowUp")
    expect(desk.locator("#stopped-line")).to_be_focused()
    expect(desk.locator("#stopped-line")).to_have_value("99 S")
    enter(desk, "9 S")
    expect(desk.locator("#row-9 .keyed")).to_contain_text("S")
    expect(desk.locator("#line")).to_be_focused()
    desk.get_by_role("button", name="Undo Row 7").click()
    expect(desk.locator("#row-7 .keyed")).to_be_empty()
    expect(desk.locator("#line")).to_be_focused()
    assert (7, "S") not in keyed(town)
    assert (9, "S") in keyed(town)
    assert accessibility_violations(desk) == []


def test_what_is_typed_in_a_hurry_behind_a_wrong_line_waits_for_it_to_be_put_right(
    desk, town, at_work
):
    at_work(desk)
    with answers_kept_waiting(desk):
        enter(desk, "S", "Q", "U", "N")
        desk.keyboard.type("L")
    expect(desk.get_by_role("alert")).to_contain_text("“Q” is none of the codes")
    expect(desk.locator("#stopped-line")).to_have_value("Q")
    expect(desk.locator("#line")).to_have_value("L")
    expect(desk.locator("#line")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("#waiting")).to_have_text("Not sent yet: U · N · L")
    assert keyed(town) == [(1, "S")]
    desk.keyboard.press("ArrowUp")
    enter(desk, "A")
    expect(desk.locator("#now")).to_contain_text("Row 6")
    expect(desk.locator("#waiting")).to_be_empty()
    assert keyed(town) == [(1, "S"), (2, "A"), (3, "U"), (4, "N"), (5, "L")]


def test_a_wrong_line_is_left_out_and_an_undo_behind_it_waits_too(desk, town, at_work):
    at_work(desk)
    enter(desk, "S")
    expect(desk.locator("#now")).to_contain_text("Row 2")
    enter(desk, "Q")
    expect(desk.locator("#stopped-line")).to_have_value("Q")
    enter(desk, "A")
    desk.get_by_role("button", name="Undo Row 1").click()
    expect(desk.locator("#waiting")).to_have_text("Not sent yet: A · Undo Row 1")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("Escape")
    expect(desk.locator("#row-1 .keyed")).to_be_empty()
    expect(desk.locator("#stopped-line")).to_be_hidden()
    expect(desk.locator("#line")).to_be_focused()
    assert keyed(town) == [(2, "A")]


def test_no_answer_takes_the_typing_away_from_where_it_is(desk, town, at_work):
    at_work(desk)
    desk.get_by_text("Carried today").click()
    desk.locator("#line").focus()
    with answers_kept_waiting(desk):
        enter(desk, "S")
        desk.get_by_label("Who knocked").click()
        desk.keyboard.type("Dot ")
    expect(desk.locator("#row-1 .keyed")).to_contain_text("S")
    desk.keyboard.type("Ames")
    expect(desk.get_by_label("Who knocked")).to_have_value("Dot Ames")
    expect(desk.locator("#line")).to_have_value("")


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
