"""Telephones with the app: a browser to be killed, and a canvasser who never stops tapping."""

import json
import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright
from playwright.sync_api import Error as BrowserError

from tests.machine import chromium

_PATIENCE = 30
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--remote-debugging-port=0",
    "--window-size=390,844",
    "about:blank",
)
DAY = 24 * 3600
# The page's own idea of the time; timers and the network are the real ones.
_WRONG_CLOCK = """
{ const ahead = %d, Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given) { given.length ? super(...given) : super(Right.now() + ahead); }
    static now() { return Right.now() + ahead; }
  };
}
"""
# Taps real buttons at random until every door is done, and says what the screen called saved.
_TAPPING = """
window.tapAway = async (seed, most) => {
  let state = seed;
  const chance = () => ((state = (state * 1103515245 + 12345) % 2147483648), state / 2147483648);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const saved = () => new Promise((done) => {
    const watch = new MutationObserver((changes) => {
      if (changes.some((change) => change.addedNodes.length)) (watch.disconnect(), done());
    });
    watch.observe(document.getElementById("undo"), { childList: true });
  });
  delete document.body.dataset.walked;
  for (window.tapped = 0; window.tapped < most; window.tapped++) {
    await pause(10 + chance() * 50);
    const nobody = document.getElementById("nobody");
    if (!nobody) {
      const next = document.getElementById("next");
      if (!next) break;
      next.click();
      continue;
    }
    const name = (one) => one.querySelector("h2").textContent;
    const people = [...document.querySelectorAll(".person")]
      .filter((one) => one.querySelector("[data-code]"));
    const person = chance() < 0.4 && people[Math.floor(chance() * people.length)];
    const codes = person ? [...person.querySelectorAll("[data-code]")] : [];
    const button = person ? codes[Math.floor(chance() * codes.length)] : nobody;
    const door = document.querySelector("h1").textContent;
    const others = nobody.textContent.includes("Others");
    const whom = person ? [name(person)] : others ? people.map(name) : [""];
    const outcome = person ? "spoke" : "no_answer";
    const done = saved();
    button.click();
    await done;
    for (const one of whom) console.log("TAP " + JSON.stringify([door, one, outcome]));
  }
  document.body.dataset.walked = "yes";
};
"""


class Telephone:
    """A telephone of its own: a browser with its storage on the disk, to be killed and started."""

    def __init__(self, playwright: Playwright, folder: Path, seconds_ahead: int) -> None:
        self._playwright, self._folder = playwright, folder
        self._seconds_ahead = seconds_ahead
        self.saved: list[tuple[str, str, str]] = []
        self.page: Page

    def start(self) -> Page:
        """Start the browser; its page is empty still."""
        program = chromium()
        assert program is not None
        told = self._folder / "DevToolsActivePort"
        told.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [str(program), f"--user-data-dir={self._folder}", *_FLAGS],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + _PATIENCE
        while not told.exists() or len(told.read_text().split()) < 2:
            assert time.monotonic() < until, "Chromium did not start"
            time.sleep(0.05)
        port = told.read_text().split()[0]
        self._browser: Browser = self._playwright.chromium.connect_over_cdp(
            f"http://127.0.0.1:{port}"
        )
        self.page = self._browser.contexts[0].new_page()
        prepare(self.page, self._seconds_ahead)
        hear_taps(self.page, self.saved)
        return self.page

    def kill(self) -> None:
        """``kill -9`` for every process of the browser."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(_PATIENCE)
        with suppress(BrowserError):
            self._browser.close()


def prepare(page: Page, seconds_ahead: int) -> None:
    """Give the page its clock and its canvasser."""
    page.add_init_script(_WRONG_CLOCK % (seconds_ahead * 1000) + _TAPPING)


def hear_taps(page: Page, saved: list[tuple[str, str, str]]) -> None:
    """Note every tap that the screen called saved: door, person or nobody, outcome."""

    def heard(message: Any) -> None:
        if message.text.startswith("TAP "):
            door, person, outcome = json.loads(message.text.removeprefix("TAP "))
            saved.append((" ".join(door.split()), person, outcome))

    page.on("console", heard)


def tap_away(page: Page, chance: random.Random, most: int = 200) -> None:
    """Let the canvasser tap so often, or to the end; the page goes on by itself meanwhile."""
    page.evaluate("([seed, most]) => void tapAway(seed, most)", [chance.randrange(10**6), most])


def after_taps(page: Page, number: int) -> None:
    """Wait until the canvasser is in the middle of it, or through."""
    page.wait_for_function(
        "number => window.tapped >= number || document.body.dataset.walked", arg=number
    )


def at_rest(page: Page, patience: float) -> None:
    """Wait until the canvasser has done what was asked."""
    page.locator("body[data-walked]").wait_for(timeout=patience)
