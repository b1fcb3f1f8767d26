"""Figures mount up on an open page by themselves, and nobody asks while nobody looks."""

from uuid import uuid4

from playwright.sync_api import expect

from groundswell.common import clock
from groundswell.contact.commands import record_attempts
from groundswell.contact.rules.results import AttemptResult
from groundswell.register.models import Elector
from tests.browsers import accessibility_violations
from tests.phone_bank import open_phone_bank
from tests.town import build_town

HIDE = """
Object.defineProperty(document, "hidden", { get: () => window.lookedAway === true });
"""

LOOK_AGAIN = "window.lookedAway = false; document.dispatchEvent(new Event('visibilitychange'))"


def tried(town, effort, elector, outcome):
    result = AttemptResult(
        id_on_device=uuid4(),
        constituency_id=town.marshfield.pk,
        elector_id=elector.pk,
        channel="phone",
        outcome=outcome,
        made_at=clock.now(),
        effort_id=effort.pk,
    )
    record_attempts(by=town.caller, results=[result])


def test_contacts_mount_up_without_a_reload(desk, signed_in_as, site):
    town = build_town()
    effort = open_phone_bank(town, households=[1, 1, 1])
    one, other, third = Elector.objects.order_by("pk")
    tried(town, effort, one, "no_answer")
    desk.add_init_script(HIDE)
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    signed_in_as(desk, town.caller)
    desk.clock.install()
    desk.goto("/totals/?period=today")
    attempts = desk.locator(".stat-number").nth(0)
    contacts = desk.locator(".stat-number").nth(1)
    expect(attempts).to_have_text("1")
    expect(contacts).to_have_text("0")
    desk.locator("summary", has_text="The numbers").first.click()
    tried(town, effort, other, "refused")
    desk.clock.run_for(8_000)
    expect(contacts).to_have_text("1")
    expect(desk.locator("details[open] table").first).to_be_visible()
    assert accessibility_violations(desk) == []

    desk.evaluate("window.lookedAway = true")
    asked.clear()
    tried(town, effort, third, "no_answer")
    desk.clock.run_for(60_000)
    assert asked == []
    desk.evaluate(
        "window.lookedAway = false; document.dispatchEvent(new Event('visibilitychange'))"
    )
    expect(attempts).to_have_text("3")
