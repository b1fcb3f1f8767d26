"""What lies on the phone: it opens without signal, weighs little, and is gone when it must be."""

import json
import random

import pytest
from playwright.sync_api import Page, expect

from groundswell.doorstep.commands import withdraw_round
from groundswell.members.commands import bar
from groundswell.offline_app.models import Received
from tests.browsers import taps, weight
from tests.telephones import hear_taps, prepare, tap_away

LIGHTEST = 80_000
MOST_TAPS_A_DOOR = 1.3
# Everything that lies in the app's database, as text: what is sealed shows as numbers.
_ALL_THAT_IS_KEPT = """
new Promise((done) => {
  const asked = indexedDB.open("groundswell");
  asked.onsuccess = () => {
    const names = [...asked.result.objectStoreNames];
    const all = asked.result.transaction(names);
    const found = {};
    for (const name of names) {
      all.objectStore(name).getAll().onsuccess = (event) => (found[name] = event.target.result);
    }
    all.oncomplete = () => (asked.result.close(), done(JSON.stringify(found, (key, value) =>
      value instanceof ArrayBuffer ? "sealed " + new TextDecoder().decode(value) : value)));
  };
})
"""


@pytest.fixture
def doors() -> int:
    """Enough of them to count taps."""
    return 40


def kept_on(page: Page) -> dict[str, list[dict[str, object]]]:
    kept: dict[str, list[dict[str, object]]] = json.loads(page.evaluate(_ALL_THAT_IS_KEPT))
    return kept


def test_the_whole_app_is_light(phone, town, signed_in_as):
    signed_in_as(phone, town.caller)
    phone.goto("/app/")
    expect(phone.get_by_role("heading", name="Hello, Bob")).to_be_visible()
    phone.locator("html[data-offline=ready]").wait_for()
    assert weight(phone) < LIGHTEST


def test_it_opens_without_signal_after_one_visit(phone, network, at_the_door):
    at_the_door(phone)
    network.cut()
    phone.goto("about:blank")
    phone.goto("/app/")
    phone.get_by_role("link", name="On this phone").click()
    expect(phone.locator("#nobody")).to_be_visible()


def test_a_round_costs_few_taps_a_door(phone, town, at_the_door):
    prepare(phone, 0)
    saved: list[tuple[str, str, str]] = []
    hear_taps(phone, saved)
    at_the_door(phone)
    before = taps(phone)
    tap_away(phone, random.Random(7))
    phone.locator("body[data-walked]").wait_for(timeout=60_000)
    expect(phone.locator("#progress")).to_have_text("40 of 40")
    assert (taps(phone) - before) / 40 <= MOST_TAPS_A_DOOR
    assert {outcome for _door, _whom, outcome in saved} == {"spoke", "no_answer"}


def test_nobody_can_read_what_lies_on_the_phone(phone, town, network, at_the_door):
    at_the_door(phone)
    name = phone.locator(".person-name").first.inner_text()
    network.cut()
    phone.locator("#nobody").click()
    expect(phone.locator("#saved")).to_have_text("1 waiting to send")
    kept = kept_on(phone)
    assert len(kept["rounds"]) == len(kept["waiting"]) == 1
    everything = json.dumps(kept)
    assert name not in everything
    assert "no_answer" not in everything


def test_a_barred_members_phone_hands_in_and_loses_the_round(phone, town, network, at_the_door):
    at_the_door(phone)
    network.cut()
    phone.locator("#nobody").click()
    expect(phone.locator("#saved")).to_have_text("1 waiting to send")
    bar(by=town.headquarters, member=town.caller, reason="Made up results.")
    network.restore()
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.get_by_role("heading", name="Door by door")).to_be_visible()
    kept = kept_on(phone)
    assert all(kept[store] == [] for store in ("rounds", "marks", "batches", "keys", "waiting"))
    assert Received.objects.get().state == Received.State.FLAGGED


def test_signing_out_wipes_the_phone_without_a_network(phone, town, network, at_the_door):
    at_the_door(phone)
    network.cut()
    phone.locator("#nobody").click()
    expect(phone.locator("#saved")).to_have_text("1 waiting to send")
    phone.goto("/app/#/")
    phone.get_by_role("button", name="Sign out").click()
    expect(phone.get_by_text("1 results still wait")).to_be_visible()
    kept = kept_on(phone)
    assert kept["rounds"] == kept["marks"] == kept["keys"] == []
    assert len(kept["waiting"]) == 1


def test_what_waits_is_sent_by_whoever_made_it(phone, town, network, at_the_door, signed_in_as):
    at_the_door(phone)
    network.cut()
    phone.locator("#nobody").click()
    expect(phone.locator("#saved")).to_have_text("1 waiting to send")
    signed_in_as(phone, town.organiser)
    network.restore()
    phone.goto("/app/")
    phone.reload()
    expect(phone.get_by_role("heading", name="Hello, Alice")).to_be_visible()
    expect(phone.locator("#saved")).to_have_text("1 waiting to send")
    assert Received.objects.count() == 0
    signed_in_as(phone, town.caller)
    phone.reload()
    expect(phone.get_by_role("heading", name="Hello, Bob")).to_be_visible()
    expect(phone.locator("#saved")).to_have_text("All sent")
    assert Received.objects.get().member == town.caller


def test_a_round_that_is_taken_back_leaves_the_phone(phone, town, out, at_the_door):
    at_the_door(phone)
    withdraw_round(by=town.organiser, walked=out.walked)
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.get_by_text("This round is not with you any more")).to_be_visible()
    assert kept_on(phone)["rounds"] == []
