"""Calling from home: from the link to the last of ten, on a phone in one hand and at a desk."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from groundswell.common.models import OutgoingMail
from groundswell.contact.models import Answer, Attempt
from groundswell.members.commands import make_sign_in_link
from groundswell.members.models import Member
from groundswell.outreach.commands import join_effort
from groundswell.outreach.models import Batch, Effort
from tests.browsers import DESK, PHONE, accessibility_violations, taps, weight
from tests.phone_bank import open_phone_bank
from tests.town import Town

FIRST_VISIT = 100_000
# A tel: link leaves for the telephone's own app, which a browser without a window does not have.
_NO_TELEPHONE = """
addEventListener("click", (event) => {
  if (event.target.closest("a[href^='tel:']")) event.preventDefault();
});
"""


@pytest.fixture
def effort(town: Town) -> Effort:
    """A phone bank for whoever has the link, with twelve households of one."""
    return open_phone_bank(town, households=[1] * 12, joining=Effort.Joining.LINK)


@pytest.fixture
def at_work(
    signed_in_as: Callable[[Page, Member], None], town: Town, effort: Effort
) -> Callable[[Page], None]:
    """Brings a page to Bob's first person."""

    def begin(page: Page) -> None:
        join_effort(by=town.caller, effort=effort, agreed=True)
        signed_in_as(page, town.caller)
        page.add_init_script(_NO_TELEPHONE)
        page.goto(f"/p/{effort.join_code}/")
        expect(page.locator("#saved")).to_have_text("All sent")

    return begin


def name_on(page: Page) -> str:
    return page.locator("#name").inner_text()


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{name}")).click()


def expect_another_than(page: Page, name: str) -> None:
    expect(page.locator("#name")).not_to_have_text(name)
    expect(page.locator("#saved")).to_have_text("All sent")


def attempts(town: Town) -> list[str]:
    rows = Attempt.objects.filter(constituency=town.marshfield).order_by("pk")
    return list(rows.values_list("outcome", flat=True))


def test_a_newcomer_is_at_the_first_call_after_one_page(phone, effort):
    phone.goto(f"/p/{effort.join_code}/")
    phone.get_by_label("Your name").fill("Nia Newcomer")
    phone.get_by_label("Your e-mail address").fill("nia@example.org")
    phone.get_by_label("I will call people kindly").check()
    assert taps(phone) <= 3
    phone.get_by_role("button", name="Start calling").click()
    expect(phone.get_by_role("link", name=re.compile("^Call 01632"))).to_be_visible()
    assert Member.objects.get(email="nia@example.org").standing == Member.Standing.SUPPORTER
    assert weight(phone) < FIRST_VISIT


def test_a_returning_caller_taps_nothing_between_the_link_and_the_person(phone, town, effort):
    join_effort(by=town.caller, effort=effort, agreed=True)
    leads_to = f"/p/{effort.join_code}/"
    phone.goto(urlsplit(make_sign_in_link(by=None, member=town.caller, leads_to=leads_to)).path)
    expect(phone.get_by_role("link", name=re.compile("^Call 01632"))).to_be_visible()
    assert weight(phone) < FIRST_VISIT


def test_an_address_with_an_account_is_not_signed_in_by_typing_it(phone, town, effort):
    phone.goto(f"/p/{effort.join_code}/")
    phone.get_by_label("Your name").fill("Not Bob")
    phone.get_by_label("Your e-mail address").fill(town.caller.email)
    phone.get_by_label("I will call people kindly").check()
    phone.get_by_role("button", name="Start calling").click()
    expect(phone.get_by_role("heading", name="Look in your e-mail")).to_be_visible()
    assert OutgoingMail.objects.filter(to=town.caller.email).exists()


def test_no_answer_is_two_taps(phone, town, at_work):
    at_work(phone)
    before, tapped = name_on(phone), taps(phone)
    phone.locator("#call-now").click()
    tap(phone, "No answer")
    expect_another_than(phone, before)
    assert taps(phone) - tapped == 2
    assert attempts(town) == ["no_answer"]


def test_a_conversation_with_three_answers_is_four_taps(phone, town, at_work):
    at_work(phone)
    before, tapped = name_on(phone), taps(phone)
    phone.locator("#call-now").click()
    for answer in ("For us", "Homes", "Yes"):
        tap(phone, answer)
    expect_another_than(phone, before)
    assert taps(phone) - tapped == 4
    said = Answer.objects.filter(constituency=town.marshfield).order_by("pk")
    assert list(said.values_list("value", flat=True)) == ["for", "homes", "yes"]


def test_every_outcome_has_its_button(phone, town, at_work):
    at_work(phone)
    ways = [
        ("engaged", ["Engaged"]),
        ("answerphone", ["Answerphone"]),
        ("refused", ["Would rather not talk"]),
        ("wrong_number", ["More", "Wrong number"]),
        ("moved", ["More", "Moved away"]),
        ("deceased", ["More", "Has died"]),
        ("do_not_contact", ["More", "Asked not to be contacted"]),
        ("language", ["More", "Another language", "Polish"]),
        ("call_back", ["More", "Call back later", "Tomorrow"]),
    ]
    for _outcome, buttons in ways:
        before = name_on(phone)
        phone.locator("#call-now").click()
        for name in buttons:
            phone.locator("summary:visible, button:visible").filter(has_text=name).first.click()
        expect_another_than(phone, before)
    assert attempts(town) == [outcome for outcome, _buttons in ways]
    last = Attempt.objects.filter(constituency=town.marshfield).latest("pk")
    assert last.call_back_at is not None


def test_undo_brings_the_person_and_the_answers_back(phone, town, at_work):
    at_work(phone)
    before = name_on(phone)
    phone.locator("#call-now").click()
    for answer in ("For us", "Homes", "No"):
        tap(phone, answer)
    expect_another_than(phone, before)
    tap(phone, "Undo")
    expect(phone.locator("#name")).to_have_text(before)
    expect(phone.get_by_text("Would you put up a poster")).to_be_visible()
    other = "Yes"
    tap(phone, other)
    expect_another_than(phone, before)
    counted = Attempt.objects.filter(constituency=town.marshfield).exclude(outcome="")
    assert counted.count() == 2
    assert Attempt.objects.filter(constituency=town.marshfield, voids__isnull=False).count() == 1


def test_a_reload_in_mid_conversation_goes_on_where_it_was(phone, town, at_work):
    at_work(phone)
    before = name_on(phone)
    phone.locator("#call-now").click()
    tap(phone, "Leaning to us")
    phone.reload()
    expect(phone.locator("#name")).to_have_text(before)
    expect(phone.get_by_text("Which matters most")).to_be_visible()
    tap(phone, "Buses")
    tap(phone, "No")
    expect_another_than(phone, before)
    said = Answer.objects.filter(constituency=town.marshfield)
    assert set(said.values_list("value", flat=True)) == {"maybe", "buses", "no"}


def test_without_a_network_the_result_waits_on_the_phone_and_goes_by_itself(
    phone, town, network, at_work
):
    at_work(phone)
    before = name_on(phone)
    phone.locator("#call-now").click()
    network.cut()
    tap(phone, "No answer")
    expect(phone.locator("#saved")).to_have_text("1 saved on this device")
    expect(phone.get_by_text("No connection.")).to_be_visible()
    assert attempts(town) == []
    network.restore()
    expect_another_than(phone, before)
    assert attempts(town) == ["no_answer"]


def test_a_result_whose_answer_was_lost_is_stored_once(phone, town, network, at_work):
    at_work(phone)
    before = name_on(phone)
    phone.locator("#call-now").click()
    with network.losing_answers():
        tap(phone, "Engaged")
        expect(phone.get_by_text("No connection.")).to_be_visible()
    expect_another_than(phone, before)
    assert attempts(town) == ["engaged"]


def test_closing_the_page_without_a_network_loses_nothing(phone, town, network, at_work, effort):
    at_work(phone)
    before = name_on(phone)
    phone.locator("#call-now").click()
    network.cut()
    tap(phone, "Answerphone")
    expect(phone.get_by_text("No connection.")).to_be_visible()
    phone.goto("about:blank")
    network.restore()
    phone.goto(f"/p/{effort.join_code}/call/")
    expect_another_than(phone, before)
    assert attempts(town) == ["answerphone"]


def test_a_wrong_tap_without_a_network_can_be_taken_back(phone, town, network, at_work):
    at_work(phone)
    before = name_on(phone)
    phone.locator("#call-now").click()
    network.cut()
    tap(phone, "Engaged")
    tap(phone, "Undo")
    expect(phone.locator("#name")).to_have_text(before)
    tap(phone, "No answer")
    network.restore()
    expect_another_than(phone, before)
    rows = Attempt.objects.filter(constituency=town.marshfield)
    undone = set(rows.values_list("voids", flat=True))
    left = [one.outcome for one in rows if one.outcome and one.id_on_device not in undone]
    assert left == ["no_answer"]


def test_a_server_that_dies_in_mid_call_loses_nothing(phone, town, site, at_work):
    at_work(phone)
    before = name_on(phone)
    phone.locator("#call-now").click()
    tap(phone, "Undecided")
    site.kill()
    tap(phone, "The NHS")
    expect(phone.locator("#saved")).not_to_have_text("All sent")
    site.start()
    expect_another_than(phone, before)
    assert attempts(town) == ["spoke"]
    assert Answer.objects.filter(constituency=town.marshfield).count() == 2


def test_after_the_last_one_thank_you_and_the_next_ten(phone, town, at_work):
    at_work(phone)
    for _person in range(10):
        before = name_on(phone)
        phone.locator("#call-now").click()
        tap(phone, "No answer")
        expect(
            phone.locator(f'#name:not(:text-is("{before}")), h1:text-is("Thank you!")')
        ).to_be_visible()
    expect(phone.get_by_role("heading", name="Thank you!")).to_be_visible()
    expect(phone.locator("body")).to_contain_text("people you rang")
    phone.get_by_role("button", name="Next ten").click()
    expect(phone.locator("#progress")).to_have_text("1 of 2")


def test_stopping_hands_back_the_rest(phone, town, at_work):
    at_work(phone)
    tap(phone, "Stop and hand back")
    expect(phone.get_by_role("heading", name="Thank you!")).to_be_visible()
    assert Batch.objects.get(constituency=town.marshfield).state == "handed_back"


def test_at_a_desk_by_keys_with_a_square_to_dial_from(desk, town, at_work):
    at_work(desk)
    before = name_on(desk)
    expect(desk.locator("#qr")).to_be_visible()
    assert desk.locator("#qr").evaluate("picture => picture.decode().then(() => true)")
    expect(desk.get_by_role("button", name="Copy the number")).to_be_visible()
    for key in ("c", "1", "2", "1"):
        desk.keyboard.press(key)
    expect_another_than(desk, before)
    before = name_on(desk)
    desk.keyboard.press("n")
    expect_another_than(desk, before)
    assert attempts(town) == ["spoke", "no_answer"]


def test_without_scripts_every_button_works(open_page, town, effort, signed_in_as):
    page = open_page(java_script_enabled=False, **PHONE)
    join_effort(by=town.caller, effort=effort, agreed=True)
    signed_in_as(page, town.caller)
    page.goto(f"/p/{effort.join_code}/")
    page.get_by_role("button", name="Start calling").click()
    before = name_on(page)
    for answer in ("For us", "Homes", "Yes"):
        tap(page, answer)
    assert name_on(page) != before
    before = name_on(page)
    tap(page, "No answer")
    tap(page, "Undo")
    assert name_on(page) == before
    assert attempts(town)[:2] == ["spoke", "no_answer"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_every_stage_of_a_call_can_be_used_by_everybody(open_page, at_work, screen, scheme):
    page = open_page(color_scheme=scheme, **screen)
    at_work(page)
    assert accessibility_violations(page) == []
    if screen is PHONE:
        page.locator("#call-now").click()
        assert accessibility_violations(page) == []
        page.locator(".more-outcomes > summary").click()
    page.get_by_text("Call back later").click()
    page.get_by_text("Another language").click()
    assert accessibility_violations(page) == []
    page.reload()
    before = name_on(page)
    tap(page, "Leaning to us")
    assert accessibility_violations(page) == []
    tap(page, "They had to go")
    expect_another_than(page, before)
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert accessibility_violations(page) == []
