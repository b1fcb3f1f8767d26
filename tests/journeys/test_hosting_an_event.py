"""An event from end to end: hosted in a minute, filled by its link, the line, the door, thanks."""

import re
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.events.commands import come, write_what_is_waiting
from groundswell.events.models import Event, Notice, SignUp
from groundswell.events.tests.making import people, published, seated_postcode
from groundswell.members.models import Member
from tests.browsers import PHONE, accessibility_violations, taps
from tests.relay import Relay
from tests.town import Town, build_town

ADDRESS = "14 Larch Close"


@pytest.fixture
def town(transactional_db: None) -> Town:
    """The pretend town, committed, so that the server sees it."""
    town = build_town()
    seated_postcode(town)
    return town


def host_it(page: Page) -> str:
    """Fill in what is asked first; returns the link that is handed on."""
    page.goto("/events/new/")
    assert not accessibility_violations(page)
    page.get_by_text("Street stall").click()
    page.get_by_label("Address").fill(ADDRESS)
    page.get_by_label("Postcode").fill("SS14 1AA")
    page.get_by_label("Places").fill("2")
    assert taps(page) <= 2  # one, and the click that its label passes on
    page.get_by_role("button", name=re.compile("Publish|Send for approval")).click()
    expect(page.get_by_role("heading", name="Street stall in Riverside")).to_be_visible()
    return str(page.locator("[data-copies]").get_attribute("data-copies"))


def sign_up_new(page: Page, link: str, name: str) -> None:
    page.goto(link)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(f"{name.lower()}@example.org")
    assert taps(page) == 0
    page.get_by_role("button", name=re.compile("I'll come|Join the waiting list")).click()


def test_a_first_time_host_fills_an_event(
    phone: Page,
    desk: Page,
    open_page: Callable[..., Page],
    signed_in_as: Callable[..., None],
    town: Town,
) -> None:
    signed_in_as(phone, town.supporter)
    began = time.monotonic()
    link = host_it(phone)
    hosting = time.monotonic() - began
    assert hosting < 60

    stranger = open_page(**PHONE)
    assert stranger.goto(link).status == 404  # type: ignore[union-attr]  # a page always answers
    signed_in_as(desk, town.organiser)
    desk.goto("/events/look-over/")
    desk.get_by_role("link", name="Street stall in Riverside").click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk.get_by_text("Published.")).to_be_visible()

    stranger.goto(link)
    assert not accessibility_violations(stranger)
    assert ADDRESS not in stranger.content()
    began = time.monotonic()
    sign_up_new(stranger, link, "Nia")
    expect(stranger.get_by_role("heading", name="You are coming")).to_be_visible()
    coming = time.monotonic() - began
    expect(stranger.get_by_text(ADDRESS)).to_be_visible()
    assert not accessibility_violations(stranger)

    known = open_page(**PHONE)
    signed_in_as(known, town.caller)
    known.goto(link)
    assert taps(known) == 0
    known.get_by_role("button", name="I'll come").click()
    expect(known.get_by_role("heading", name="You are coming")).to_be_visible()

    late = open_page(**PHONE)
    sign_up_new(late, link, "Owen")
    expect(late.get_by_text("You are number 1 in line")).to_be_visible()
    assert ADDRESS not in late.content()
    known.get_by_role("button", name="I cannot come").click()
    expect(known.get_by_role("heading", name="You are not coming")).to_be_visible()
    late.reload()
    expect(late.get_by_role("heading", name="You are coming")).to_be_visible()
    owen = Member.objects.get(email="owen@example.org")
    assert Notice.objects.filter(sign_up__member=owen, kind="moved_up").count() == 1
    print(f"hosting {hosting:.1f} s; a newcomer from the link to the place {coming:.1f} s, 1 tap")


def test_the_door_keeps_what_is_tapped_without_signal(
    phone: Page,
    open_page: Callable[..., Page],
    signed_in_as: Callable[..., None],
    network: Relay,
    town: Town,
) -> None:
    event = published(town, title="Rally in the square")
    sign_ups = [_comes(event, member) for member in people(6)]
    signed_in_as(phone, town.caller)
    phone.goto(f"/e/{event.slug}/door/")
    assert not accessibility_violations(phone)
    phone.get_by_role("button", name="Pat 0").click()
    expect(phone.get_by_text("All sent.")).to_be_visible()
    network.cut()
    for number in (1, 2, 3):
        phone.get_by_role("button", name=f"Pat {number}").click()
    phone.get_by_role("button", name="Pat 3").click()  # a mistap, taken back
    phone.get_by_label("Name", exact=True).fill("Rosa")
    phone.get_by_role("button", name="They are here").click()
    expect(phone.get_by_text("Kept on this phone")).to_be_visible()
    expect(phone.locator("[data-came]")).to_have_text("4")
    assert event.sign_ups.filter(state="came").count() == 1
    network.restore()
    expect(phone.get_by_text("All sent.")).to_be_visible(timeout=60_000)
    came = event.sign_ups.filter(state="came").order_by("pk")
    assert [one.member.name if one.member else one.name for one in came] == [
        "Pat 0",
        "Pat 1",
        "Pat 2",
        "Rosa",
    ]

    # The attendee's code, read by the host's camera: a link that opens and checks in by itself.
    camera = open_page(**PHONE)
    signed_in_as(camera, town.caller)
    camera.goto(f"/e/place/{sign_ups[5].code}/here/")
    expect(camera.get_by_text("Checked in.")).to_be_visible()
    sign_ups[5].refresh_from_db()
    assert (sign_ups[5].state, sign_ups[5].checked_in_how) == ("came", "code")


def test_how_it_was_is_the_tap_in_the_mail(phone: Page, town: Town) -> None:
    event = published(town, title="Last night")
    sign_up = _comes(event, people(1)[0])
    then = clock.now() - timedelta(hours=4)
    Event.objects.filter(pk=event.pk).update(starts_at=then, ends_at=then + timedelta(hours=2))
    event.shifts.update(starts_at=then, ends_at=then + timedelta(hours=2))
    write_what_is_waiting()
    phone.goto(f"/e/place/{sign_up.code}/said/4/")
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    assert list(event.feedback.values_list("mark", flat=True)) == [4]
    assert not accessibility_violations(phone)


def _comes(event: Event, member: Member) -> SignUp:
    return come(by=member, event=event, shift_id=event.shifts.get().pk, key=uuid7())
