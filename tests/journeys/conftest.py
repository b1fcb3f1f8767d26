"""Browser, server and the ways in that every journey shares."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from groundswell.members.models import Member
from tests import server
from tests.browsers import DESK, PHONE, watched_page
from tests.doorstep_round import RoundOut, round_out
from tests.emptying import let_flush_empty_every_table
from tests.machine import chromium
from tests.relay import Relay
from tests.town import Town, build_town

# Playwright keeps an event loop in this thread; Django takes that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey needs rows that another process sees, so each commits for real."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def playwright(django_db_setup: None, django_db_blocker: Any) -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as running:
        # With its event loop running, this thread gets a database connection of its own.
        with django_db_blocker.unblock():
            let_flush_empty_every_table()
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium (or another on this machine), without a window."""
    program = chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    running = playwright.chromium.launch(
        executable_path=str(program), args=["--no-sandbox", "--disable-dev-shm-usage"]
    )
    yield running
    running.close()


@pytest.fixture(scope="session")
def _site(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[server.Server, Relay]]:
    """One server for all journeys, and the relay through which browsers reach it."""
    with django_db_blocker.unblock(), ExitStack() as stack:
        relay = Relay()
        site = stack.enter_context(server.running(site_port=relay.port))
        relay.target = site.port
        yield site, relay
        relay.cut()


@pytest.fixture
def site(_site: tuple[server.Server, Relay], transactional_db: None) -> server.Server:
    """The running server; `site.kill()` and `site.start()` are allowed."""
    return _site[0]


@pytest.fixture
def network(_site: tuple[server.Server, Relay], site: server.Server) -> Iterator[Relay]:
    """The network between browser and server: `cut()`, `restore()`, `losing_answers()`."""
    relay = _site[1]
    yield relay
    relay.restore()


@pytest.fixture
def open_page(browser: Browser, network: Relay) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a browser of its own, with options of Playwright's contexts."""
    with ExitStack() as stack:

        def opened(**options: Any) -> Page:
            return stack.enter_context(watched_page(browser, network.address, **options))

        yield opened


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """A page 390 pixels wide, touched with a thumb."""
    return open_page(**PHONE)


@pytest.fixture
def desk(open_page: Callable[..., Page]) -> Page:
    """A page 1280 pixels wide, with mouse and keyboard."""
    return open_page(**DESK)


@pytest.fixture
def signed_in_as(site: server.Server) -> Callable[..., None]:
    """Signs a page's browser in: `signed_in_as(page, member)`, with the second factor done."""
    begun: dict[int, str] = {}

    def sign_in(page: Page, member: Member, *, second_factor: bool = True) -> None:
        if member.pk not in begun:
            begun[member.pk] = server.session_cookie(member, second_factor=second_factor)
        name, value = settings.SESSION_COOKIE_NAME, begun[member.pk]
        page.context.add_cookies(
            [{"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}]
        )

    return sign_in


@pytest.fixture
def town(transactional_db: None) -> Town:
    """The pretend town, committed, so that the server sees it."""
    return build_town()


@pytest.fixture
def doors() -> int:
    """How many a round has."""
    return 12


@pytest.fixture
def out(town: Town, doors: int) -> RoundOut:
    """A round in Bob's hands, with two people behind every other door."""
    return round_out(town, doors=doors)


@pytest.fixture
def at_the_door(
    signed_in_as: Callable[..., None], town: Town, out: RoundOut
) -> Callable[..., None]:
    """Brings a page, Bob's or another member's, to the first door, ready for no signal."""

    def begin(page: Page, member: Member | None = None) -> None:
        signed_in_as(page, member or town.caller)
        page.goto(f"/app/#/round/{out.code}")
        expect(page.locator("#nobody")).to_be_visible()
        page.locator("html[data-offline=ready]").wait_for()

    return begin
