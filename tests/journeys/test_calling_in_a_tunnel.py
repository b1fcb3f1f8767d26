"""A phone bank's batch in the app: a train tunnel costs a caller nothing."""

import pytest
from playwright.sync_api import Page, expect

from groundswell.contact.models import Attempt
from groundswell.offline_app.models import Received
from groundswell.outreach.commands import join_effort
from groundswell.outreach.models import Effort
from tests.phone_bank import open_phone_bank
from tests.town import Town

# A tel: link leaves for the telephone's own app, which a browser without a window does not have.
_STAYS_HERE = """
addEventListener("click", (event) => {
  if (event.target.closest("a[href^='tel:']")) event.preventDefault();
});
"""


@pytest.fixture
def effort(town: Town) -> Effort:
    """A phone bank of two homes, whose callers may take a whole batch along."""
    effort = open_phone_bank(town, households=[2, 1], shows=["along"])
    join_effort(by=town.caller, effort=effort, agreed=True)
    return effort


def call(phone: Page, outcome: str) -> str:
    """Ring whoever is shown, say what came of it; who it was."""
    name = phone.locator("h1.person-name").inner_text()
    phone.locator(".call-now").click()
    phone.get_by_role("button", name=outcome).click()
    return name


def test_calls_without_signal_wait_and_go_by_themselves(phone, town, effort, network, signed_in_as):
    phone.add_init_script(_STAYS_HERE)
    signed_in_as(phone, town.caller)
    phone.goto("/app/")
    phone.locator("html[data-offline=ready]").wait_for()
    phone.goto(f"/app/#/calls/{effort.join_code}")
    phone.get_by_role("button", name="Next people").click()
    expect(phone.locator("h1.person-name")).to_be_visible()
    network.cut()
    first = call(phone, "No answer")
    # The other of this home rests with it: the next one shown lives elsewhere.
    expect(phone.locator("h1.person-name")).not_to_have_text(first)
    call(phone, "Would rather not talk")
    expect(phone.locator("h1.person-name")).to_have_count(0)
    assert Received.objects.count() == 0
    phone.reload()
    expect(phone.locator("#saved")).to_have_text("2 waiting to send")
    network.restore()
    expect(phone.locator("#saved")).to_have_text("All sent", timeout=40_000)
    rows = Attempt.objects.filter(constituency=town.marshfield, channel="phone")
    assert sorted(rows.values_list("outcome", flat=True)) == ["no_answer", "refused"]
    homes = set(rows.values_list("household_id", flat=True))
    assert len(homes) == 2
    assert not Received.objects.filter(counted=False).exists()
