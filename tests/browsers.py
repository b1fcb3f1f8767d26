"""Chromium as the journeys drive it: on a phone in one hand, or on a desk."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, ConsoleMessage, Page, Response, expect

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
_EVERYWHERE: dict[str, Any] = {
    "locale": "en-GB",
    "timezone_id": "Europe/London",
    "reduced_motion": "reduce",
}
SCREENSHOTS = Path(os.environ.get("GROUNDSWELL_TEST_SCREENSHOTS", "var/screenshots")).resolve()
# How long a busy machine may take; nothing waits longer than it must.
_PATIENCE = 30_000
expect.set_options(timeout=_PATIENCE)
_AXE = Path(__file__).parent / "vendor" / "axe.min.js"
# Network failures are told by what follows from them; a request given up for a newer one is none.
_NO_TROUBLE = ("Failed to load resource", "htmx:sendAbort", "htmx:afterRequest")
_COUNT_TAPS = "window.tapsCounted = 0; addEventListener('click', () => window.tapsCounted++, true);"


@dataclass
class Watch:
    """What goes wrong in a browser unasked: script errors, server errors, outside hosts."""

    troubles: list[str] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)
    bytes_over_the_wire: int = 0

    def over(self, page: Page, home: str) -> None:
        """Look over this page; ``home`` is the address that every request must go to."""
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("console", self._heard)
        page.on("request", lambda request: self._left(request.url, home))
        page.on("response", self._answered)
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", self._weigh)

    def _heard(self, message: ConsoleMessage) -> None:
        # A picture opened by itself is put by Chromium in a page of its own making, with styles.
        if message.location["url"] in self.pictures:
            return
        if message.type == "error" and not message.text.startswith(_NO_TROUBLE):
            self.troubles.append(f"console: {message.text}")

    def _left(self, url: str, home: str) -> None:
        if not url.startswith((home, "data:", "blob:", "about:")):
            self.troubles.append(f"request to an outside host: {url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.troubles.append(f"{response.status} for {response.url}")
        if response.headers.get("content-type", "").startswith("image/"):
            self.pictures.add(response.url)

    def _weigh(self, event: dict[str, Any]) -> None:
        self.bytes_over_the_wire += int(event["encodedDataLength"])


_watches: WeakKeyDictionary[Page, Watch] = WeakKeyDictionary()


@contextmanager
def watched_page(browser: Browser, home: str, **options: Any) -> Iterator[Page]:
    """A page in a fresh context; at the end of the block it must have had no troubles."""
    context = browser.new_context(base_url=home, **_EVERYWHERE, **options)
    context.set_default_timeout(_PATIENCE)
    context.add_init_script(_COUNT_TAPS)
    watch = Watch()
    page = context.new_page()
    watch.over(page, home)
    _watches[page] = watch
    yield page
    context.close()
    assert not watch.troubles, "\n".join(watch.troubles)


def weight(page: Page) -> int:
    """Bytes that this page has fetched over the wire since it was opened, headers included."""
    return _watches[page].bytes_over_the_wire


def taps(page: Page) -> int:
    """How often the page was tapped or clicked since it was loaded."""
    return int(page.evaluate("window.tapsCounted"))


def accessibility_violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe-core finds on the page as it stands, each in a line with where it is.

    ``rules``: only these of its rules; all of them when none is given.
    """
    if not page.evaluate("typeof window.axe === 'object'"):
        # Through the debugger: the page's own content security policy allows no injected tag.
        page.evaluate(_AXE.read_text())
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {violation['help']} at {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def screenshot(page: Page, name: str) -> Path:
    """A picture of the whole page in ``var/screenshots``."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path
