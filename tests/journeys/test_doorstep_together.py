"""More than one on a round: the board, two telephones; and the phone bank in a tunnel."""

import json
import re

from playwright.sync_api import Page, expect

from groundswell.contact.models import Attempt
from groundswell.offline_app.models import Received
from groundswell.outreach.commands import join_effort
from groundswell.register.models import Household
from tests.browsers import PHONE, accessibility_violations
from tests.doorstep_round import RoundOut, all_sent
from tests.phone_bank import open_phone_bank

# A tel: link leaves for the telephone's own app, which a browser without a window does not have.
_NO_TELEPHONE = """
addEventListener("click", (event) => {
  if (event.target.closest("a[href^='tel:']")) event.preventDefault();
});
"""


def listen(page: Page) -> None:
    """As the app does every fifteen seconds."""
    page.evaluate("dispatchEvent(new Event('online'))")


def test_two_phones_on_one_round_see_each_others_doors(open_page, town, out, at_the_door):
    out.share_with(town.organiser)
    bobs, alices = open_page(**PHONE), open_page(**PHONE)
    at_the_door(bobs, town.caller)
    at_the_door(alices, town.organiser)
    door = bobs.locator("h1").inner_text()
    bobs.locator("#nobody").click()
    expect(bobs.locator("h1")).not_to_have_text(door)
    all_sent(bobs)
    listen(alices)
    expect(alices.locator("#progress")).to_have_text("1 of 12")
    alices.goto(f"/app/#/round/{out.code}/list")
    expect(alices.get_by_text("Nobody in (Bob Price)")).to_be_visible()


def test_one_holds_the_board_for_somebody_without_a_phone(phone, town, out, network, at_the_door):
    at_the_door(phone, town.caller)
    network.cut()
    phone.get_by_role("link", name="Board").click()
    for name in ("Mia", "Tom"):
        phone.get_by_label("Who walks with you?").fill(name)
        phone.get_by_role("button", name="Add").click()
        expect(phone.get_by_role("heading", name=name)).to_be_visible()
    first, second = (door.address for door in doors_of(out)[:2])
    phone.get_by_role("button", name=f"Send to {first}").first.click()
    phone.get_by_role("button", name=f"Send to {second}").click()
    expect(phone.get_by_text(f"At {second}")).to_be_visible()
    assert accessibility_violations(phone) == []
    phone.reload()
    phone.get_by_role("link", name="Write the result").first.click()
    expect(phone.get_by_text("What Mia found")).to_be_visible()
    phone.locator("[data-code]").first.click()
    network.restore()
    listen(phone)
    all_sent(phone)
    told = Received.objects.get(kind="door")
    assert told.payload["on_behalf_of"] == "Mia"
    assert told.member == town.caller
    assert Received.objects.filter(kind="board").count() == 4


def doors_of(out: RoundOut) -> list[Household]:
    homes = Household.objects.in_bulk([door.household_id for door in out.doors()])
    return [homes[door.household_id] for door in out.doors()]


def test_questions_are_asked_when_wanted_and_survive_a_reload(phone, town, at_the_door):
    at_the_door(phone, town.caller)
    phone.get_by_role("button", name="Questions").click()
    phone.locator("[data-code]").first.click()
    expect(phone.get_by_role("heading", name="Which matters most")).to_be_visible()
    assert accessibility_violations(phone) == []
    phone.reload()
    phone.get_by_role("button", name="Homes").click()
    phone.get_by_role("button", name="Yes").click()
    expect(phone.locator("#undo")).to_contain_text("For us")
    all_sent(phone)
    told = Received.objects.get(kind="door").payload
    assert told["answers"] == {"vote": ["for"], "issue": ["homes"], "poster": ["yes"]}


def test_a_signed_file_brings_results_home(phone, desk, town, network, at_the_door, signed_in_as):
    at_the_door(phone, town.caller)
    network.cut()
    phone.locator("#nobody").click()
    expect(phone.locator("#saved")).to_have_text("1 waiting to send")
    phone.locator("#saved").click()
    with phone.expect_download() as saved:
        phone.get_by_role("button", name="Save a file").click()
    file = json.loads(saved.value.path().read_text())
    assert accessibility_violations(phone) == []
    network.restore()
    signed_in_as(desk, town.organiser)
    desk.goto("/app/here")
    token = json.loads(desk.locator("body").inner_text())["token"]
    answer = desk.request.post(
        "/api/app/handed-in", data=file, headers={"X-CSRFToken": token, "Referer": desk.url}
    )
    assert answer.ok, answer.text()
    assert Received.objects.filter(member=town.caller, kind="door").count() == 1


def test_a_tunnel_costs_a_caller_nothing(phone, town, network, signed_in_as):
    effort = open_phone_bank(town, households=[1] * 12, shows=["along"])
    join_effort(by=town.caller, effort=effort, agreed=True)
    signed_in_as(phone, town.caller)
    phone.add_init_script(_NO_TELEPHONE)
    phone.goto(f"/app/#/calls/{effort.join_code}")
    phone.get_by_role("button", name="Next people").click()
    expect(phone.get_by_role("link", name=re.compile("^Call 01632"))).to_be_visible()
    phone.locator("html[data-offline=ready]").wait_for()
    network.cut()
    for answers in (["No answer"], ["For us", "Homes", "Yes"]):
        before = phone.locator("h1.person-name").inner_text()
        phone.get_by_role("link", name=re.compile("^Call 01632")).click()
        for answer in answers:
            phone.get_by_role("button", name=answer, exact=True).click()
        expect(phone.locator("h1.person-name")).not_to_have_text(before)
        phone.reload()
    expect(phone.locator("#saved")).to_have_text("2 waiting to send")
    assert accessibility_violations(phone) == []
    network.restore()
    listen(phone)
    all_sent(phone)
    rows = Attempt.objects.filter(constituency=town.marshfield).order_by("made_at", "pk")
    assert list(rows.values_list("outcome", flat=True)) == ["no_answer", "spoke"]


def test_help_is_one_press(phone, town, out, at_the_door):
    at_the_door(phone, town.caller)
    phone.locator("#help").click()
    expect(phone.get_by_role("link", name="999")).to_be_visible()
    expect(phone.get_by_role("dialog")).to_contain_text("Your organisers are told, with the last")
    told = Received.objects.get(kind="help")
    assert (told.payload["round"], told.household_id) == (out.code, out.doors()[0].household_id)
