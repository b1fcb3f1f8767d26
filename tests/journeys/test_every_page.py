"""Every page that has a row in the table of who may see what, looked at in a browser.

On a phone, in light and dark: axe-core finds nothing, nothing sticks out, nothing breaks.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import Error, Page, Response

from tests.access.furniture import furnish
from tests.access.table import ROLES, ROWS, Row, filled_in, rows_in
from tests.browsers import PHONE, accessibility_violations, watched_page
from tests.town import Town, build_town

_STICKS_OUT = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Who looks, of those who are let in: a stranger where anybody is, else whoever sees most.
_BEST_VIEW = ("anonymous", "organiser", "data_manager", "agent", "headquarters", *ROLES)


@pytest.mark.parametrize("part", sorted(ROWS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_page_of_a_part_can_be_read_by_everybody(part, browser, network, signed_in_as):
    town = build_town(furnish)
    found: list[str] = []
    for row in rows_in(part):
        let_in = row.let_in.get("get", frozenset())
        if not let_in:
            continue
        viewer = row.seen_by or next(role for role in _BEST_VIEW if role in let_in)
        # A browser of its own for each page: some sign their visitor in as somebody else.
        with watched_page(browser, network.address, **PHONE) as page:
            if viewer != "anonymous":
                proven = viewer != "organiser_without_second_factor"
                signed_in_as(page, town.members[viewer], second_factor=proven)
            found += _troubles(page, row, town)
    assert not found, "\n".join(found)


def _troubles(page: Page, row: Row, town: Town) -> list[str]:
    answer = _opened(
        page, reverse(row.url, kwargs=row.arguments(town), query=filled_in(row.query, town))
    )
    if answer is None:
        return []
    if answer.status >= 400:
        return [f"{row.url}: {answer.status}"]
    found = [f"{row.url}: sticks out at the side"] if page.evaluate(_STICKS_OUT) else []
    page.emulate_media(color_scheme="light")
    found += [f"{row.url}: {one}" for one in accessibility_violations(page)]
    page.emulate_media(color_scheme="dark")
    dark = accessibility_violations(page, ["color-contrast", "link-in-text-block"])
    return found + [f"{row.url} in the dark: {one}" for one in dark]


def _opened(page: Page, address: str) -> Response | None:
    """The answer, if a browser shows it as a page: no download, picture or piece of a page."""
    try:
        answer = page.goto(address)
    except Error as trouble:
        if "Download is starting" in trouble.message:
            return None
        raise
    if answer is None or not answer.headers.get("content-type", "").startswith("text/html"):
        return None
    # A piece of a page says no language; Chromium puts a bare <html> round it.
    return answer if answer.status >= 400 or page.locator("html[lang]").count() else None
