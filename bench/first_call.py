"""From the link to the first call, and from a result to the next person, in Chromium.

    python bench/first_call.py [--times 20]

A throwaway PostgreSQL with 10,000 electors, the web server as ``./groundswell serve`` runs it, and
Chromium without a window, as wide as a telephone, with an empty cache for every newcomer. The taps
are a script's: fields are filled at once, nobody reads. So the figures are what the site and the
browser take; a person's own time for typing a name and reading the briefing comes on top.

Goals: a newcomer is at the first call within 20 s, somebody who returns within 5 s, and the next
person is there 300 ms after a tap.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "bench")]

ELECTORS = 10_000
GOALS = {
    "newcomer": 20_000,
    "returning, still signed in": 5_000,
    "returning, by link": 5_000,
    "next person": 300,
}
# From the tap to the first frame that is drawn with another name.
_NEXT_PERSON = """
() => new Promise((done) => {
  const name = document.getElementById("name"), before = name.textContent;
  const tapped = performance.now();
  new MutationObserver((_changes, watch) => {
    if (document.body.dataset.stage === "waiting" && name.textContent === before) return;
    watch.disconnect();
    requestAnimationFrame(() => done(performance.now() - tapped));
  }).observe(name, { childList: true });
  document.querySelector('button[value="no_answer"]').click();
})
"""


def measure(times: int) -> dict[str, list[float]]:
    """Milliseconds of every try, by what was tried."""
    from big_register import fill
    from callers_loop import phone_bank, site, web_server
    from playwright.sync_api import sync_playwright

    from tests.machine import chromium

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop here
    with site(ELECTORS) as (address, _postmaster, fill_with):
        fill_with(fill)
        code, cookies = phone_bank()
        links = open_to_all(code, times)
        program = chromium()
        if program is None:
            sys.exit("Chromium is not installed.")
        with web_server(address), sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(program), args=["--no-sandbox", "--disable-dev-shm-usage"]
            )
            try:
                return tries(browser, f"http://{address}", code, (cookies[:times], links))
            finally:
                browser.close()


def open_to_all(code: str, links: int) -> list[str]:
    """Let anyone with the link join; sign-in links of so many members who have joined."""
    from urllib.parse import urlsplit

    from groundswell.members.commands import make_sign_in_link
    from groundswell.members.models import Member
    from groundswell.outreach.models import Effort

    Effort.objects.filter(join_code=code).update(joining=Effort.Joining.LINK)
    members = Member.objects.order_by("-pk")[:links]
    return [
        urlsplit(make_sign_in_link(by=None, member=one, leads_to=f"/p/{code}/")).path
        for one in members
    ]


def tries(
    browser: Any, address: str, code: str, returning: tuple[Sequence[str], Sequence[str]]
) -> dict[str, list[float]]:
    """Every way in, as often as there are members for it."""
    found: dict[str, list[float]] = {name: [] for name in GOALS}
    cookies, links = returning
    for number, (cookie, link) in enumerate(zip(cookies, links, strict=True)):
        with_session = [{"name": "sessionid", "value": cookie, "url": address}]
        for name, cookies_kept, way_in in (
            ("newcomer", [], newcomer(f"/p/{code}/", number)),
            ("returning, still signed in", with_session, by_address(f"/p/{code}/")),
            ("returning, by link", [], by_address(link)),
        ):
            context = browser.new_context(base_url=address, viewport=PHONE, has_touch=True)
            context.add_cookies(cookies_kept)
            page = context.new_page()
            began = time.monotonic()
            way_in(page)
            page.locator("#call-now").wait_for()
            found[name].append((time.monotonic() - began) * 1000)
            page.wait_for_function("document.body.dataset.stage")
            for _call in range(3):
                found["next person"].append(page.evaluate(_NEXT_PERSON))
            context.close()
    return found


PHONE: Any = {"width": 390, "height": 844}


def newcomer(path: str, number: int) -> Callable[[Any], None]:
    """Follow the link for the first time: name, address, agreement, start."""

    def way_in(page: Any) -> None:
        page.goto(path)
        page.get_by_label("Your name").fill("Nia Newcomer")
        page.get_by_label("Your e-mail address").fill(f"newcomer{number}@example.org")
        page.get_by_label("I will call people kindly").check()
        page.get_by_role("button", name="Start calling").click()

    return way_in


def by_address(path: str) -> Callable[[Any], None]:
    """Open an address and tap nothing."""

    def way_in(page: Any) -> None:
        page.goto(path)

    return way_in


def main() -> None:
    """Every way in, and the table."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("--times", type=int, default=20)
    found = measure(words.parse_args().times)
    print(f"{'milliseconds':28}{'tries':>7}{'middle':>9}{'slowest':>9}{'goal':>9}")
    for name, each in found.items():
        figures = f"{len(each):>7}{median(each):>9.0f}{max(each):>9.0f}"
        print(f"{name:28}{figures}{GOALS[name]:>9,}")


if __name__ == "__main__":
    main()
