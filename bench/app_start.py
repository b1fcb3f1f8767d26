"""How soon the app can be used on a slow phone, how heavy it is, and what one tap takes.

    python bench/app_start.py [--doors 84] [--times 7]

The site runs as ``./groundswell serve`` runs it, over a throwaway SQLite database with a pretend
town; Chromium is a phone 390 pixels wide. Interactive is the moment at which the buttons of the
door stand on the screen with their listeners. Measured from the navigation's start, in the page:

- the first visit, nothing kept, signed in, straight to a round by its link;
- a later start with the network cut: what a canvasser opens on the street;
- a tap on "Nobody in": until it is sealed and on the disk and the next door is shown.

Each with the processor as it is and slowed four times (``Emulation.setCPUThrottlingRate``), side by
side in one run; the median is quoted, with the slowest behind it. Bytes are those over the wire,
with headers, of the first visit: page, scripts, sheet, icon, keys and the list of rounds, without
the round itself.
"""

import argparse
import os
import statistics
import tempfile
from typing import Any

_START = """
new MutationObserver((_changes, watch) => {
  if (!document.getElementById("nobody")) return;
  window.interactive = performance.now();
  watch.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
_TAP = """
() => new Promise((done) => {
  const watch = new MutationObserver((changes) => {
    if (!changes.some((change) => change.addedNodes.length)) return;
    watch.disconnect();
    done(performance.now() - began);
  });
  watch.observe(document.getElementById("screen"), { childList: true });
  const began = performance.now();
  document.getElementById("nobody").click();
})
"""


def main() -> None:
    """Build the town, measure, print."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("--doors", type=int, default=84)
    words.add_argument("--times", type=int, default=7)
    given = words.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    os.environ.setdefault("GROUNDSWELL_TEST_SPACE", tempfile.mkdtemp(prefix="groundswell-bench-"))
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    _measure(given.doors, given.times)


def _measure(doors: int, times: int) -> None:
    from django.db import connection

    from tests.doorstep_round import round_out
    from tests.relay import Relay
    from tests.server import running, session_cookie
    from tests.town import build_town

    connection.creation.create_test_db(verbosity=0)
    town = build_town()
    out = round_out(town, doors=doors)
    cookie = session_cookie(town.caller)
    connection.close()
    relay = Relay()
    with running(with_worker=False, site_port=relay.port) as site:
        relay.target = site.port
        _in_browsers(relay, cookie, out.code, times)


def _in_browsers(relay: Any, cookie: str, code: str, times: int) -> None:
    from playwright.sync_api import sync_playwright

    from tests.machine import chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium()), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        print(f"{'processor':>10}{'first visit':>16}{'without signal':>18}{'a tap':>14}   ms")
        for slower in (1, 4):
            runs = [_one_phone(browser, relay, cookie, code, slower) for _time in range(times)]
            first, later, taps = zip(*runs, strict=True)
            print(f"{f'1/{slower}':>10}{_shown(first):>16}{_shown(later):>18}{_shown(taps):>14}")
        print(f"bytes over the wire: {_weight(browser, relay, cookie):,}")
        browser.close()


def _shown(found: tuple[float, ...]) -> str:
    return f"{statistics.median(found):.0f} ({max(found):.0f})"


def _phone(browser: Any, relay: Any, cookie: str) -> Any:
    from tests.browsers import PHONE

    context = browser.new_context(base_url=relay.address, reduced_motion="reduce", **PHONE)
    context.add_cookies(
        [{"name": "sessionid", "value": cookie, "domain": "127.0.0.1", "path": "/"}]
    )
    return context


def _one_phone(
    browser: Any, relay: Any, cookie: str, code: str, slower: int
) -> tuple[float, float, float]:
    """Milliseconds of a first visit, of a later start without signal, and of a tap there."""
    context = _phone(browser, relay, cookie)
    context.add_init_script(_START)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(f"/app/#/round/{code}")
    page.wait_for_function("() => window.interactive", timeout=60_000)
    first = page.evaluate("window.interactive")
    page.locator("html[data-offline=ready]").wait_for(timeout=60_000)
    relay.cut()
    page.reload()
    page.wait_for_function("() => window.interactive", timeout=60_000)
    later = page.evaluate("window.interactive")
    tap = statistics.median(page.evaluate(_TAP) for _door in range(5))
    context.close()
    relay.restore()
    return first, later, tap


def _weight(browser: Any, relay: Any, cookie: str) -> int:
    context = _phone(browser, relay, cookie)
    page = context.new_page()
    network = context.new_cdp_session(page)
    seen: list[int] = []
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda told: seen.append(int(told["encodedDataLength"])))
    page.goto("/app/")
    page.locator("html[data-offline=ready]").wait_for(timeout=60_000)
    page.wait_for_timeout(500)
    context.close()
    return sum(seen)


if __name__ == "__main__":
    main()
