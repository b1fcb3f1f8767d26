"""One share link through three generations: from a stranger's first look to what came of it."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from groundswell.members.models import Member
from groundswell.outreach.commands import join_effort
from groundswell.outreach.models import Effort
from groundswell.sharing.models import Visits
from tests.browsers import DESK, PHONE, accessibility_violations, taps
from tests.phone_bank import open_phone_bank
from tests.town import Town, build_town

# What a telephone's own browser says of itself: without a window, Chromium owns up to being driven.
_SOMEBODY = {**PHONE, "user_agent": "Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile Safari"}


@pytest.fixture
def town(transactional_db: None) -> Town:
    """The pretend town, committed, so that the server sees it."""
    return build_town()


@pytest.fixture
def effort(town: Town) -> Effort:
    """A phone bank for whoever has the link."""
    return open_phone_bank(town, households=[1] * 60, joining=Effort.Joining.LINK)


def hosts_asked(page: Page) -> set[str | None]:
    """The hosts of everything that the page asks for from now on."""
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    return hosts


def own_link(page: Page, effort: Effort) -> str:
    """Ends calling, gets one's own link on the page of thanks, and gives its path."""
    page.goto(f"/p/{effort.join_code}/done/")
    page.get_by_role("button", name="Get your link").click()
    address = page.locator(".share-address a")
    expect(address).to_be_visible()
    return urlsplit(address.inner_text()).path


def come_through(page: Page, link: str, name: str) -> None:
    """A stranger follows the link and is at the first call after one page."""
    page.goto(link)
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"csrftoken"}
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(f"{name.lower()}@example.org")
    page.get_by_label("I will call people kindly").check()
    page.get_by_role("button", name="Start calling").click()
    expect(page.locator("#name")).to_be_visible()


def test_one_link_through_three_generations(
    open_page: Callable[..., Page],
    signed_in_as: Callable[[Page, Member], None],
    town: Town,
    effort: Effort,
) -> None:
    join_effort(by=town.caller, effort=effort, agreed=True)
    first = open_page(**_SOMEBODY)
    signed_in_as(first, town.caller)
    link = own_link(first, effort)
    assert accessibility_violations(first) == []
    for name in ("Nia", "Omar", "Pia"):
        somebody = open_page(**_SOMEBODY)
        asked = hosts_asked(somebody)
        come_through(somebody, link, name)
        assert taps(somebody) <= 4
        assert asked == {"127.0.0.1"}
        link = own_link(somebody, effort)
    first.goto("/me/did/")
    expect(first.get_by_text(re.compile("Through you: 3 people"))).to_be_visible()
    expect(first.get_by_text(re.compile("1 of them came by a link"))).to_be_visible()
    assert accessibility_violations(first) == []
    assert list(Visits.objects.values_list("count", flat=True)) == [1, 1, 1]

    desk = open_page(**DESK)
    signed_in_as(desk, town.organiser)
    desk.goto("/word-of-mouth/")
    expect(desk.get_by_role("heading", name="Each person brings in")).to_be_visible()
    drawing = desk.get_by_role("img", name="People by generation")
    for generation in ("Generation 1", "Generation 2", "Generation 3"):
        expect(drawing).to_contain_text(generation)
    assert accessibility_violations(desk) == []


def test_leaving_takes_two_clicks(
    open_page: Callable[..., Page], signed_in_as: Callable[[Page, Member], None], town: Town
) -> None:
    page = open_page(**_SOMEBODY)
    signed_in_as(page, town.supporter)
    page.goto("/me/did/")
    page.get_by_role("link", name="Leave and delete everything of mine").click()
    page.get_by_role("button", name="Leave now").click()
    expect(page.get_by_role("heading", name="You have left")).to_be_visible()
    page.goto("/me/did/")
    assert "/accounts/login/" in page.url
    assert Member.objects.get(pk=town.supporter.pk).name == "Somebody who left"
