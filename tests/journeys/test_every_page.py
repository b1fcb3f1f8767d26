"""Every page that has a row in the table of who may see what, looked at in a browser.

On a phone, in light and dark: axe-core finds nothing, nothing sticks out, nothing breaks.
"""


import pytest
from django.urls import reverse
from playwright.sync_api import Page

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
        viewer = next((role for role in _BEST_VIEW if role in row.let_in.get("get", ())), None)
        if viewer is None:
            continue
        # A browser of its own for each page: some sign their visitor in as somebody else.
        with watched_page(browser, network.address, **PHONE) as page:
            if viewer != "anonymous":
                signed_in_as(page, town.members[viewer])
            found += _troubles(page, row, town)
    assert not found, "\n".join(found)


def _troubles(page: Page, row: Row, town: Town) -> list[str]:
    address = reverse(row.url, kwargs=row.arguments(town), query=filled_in(row.query, town))
    if not _is_a_page(page, address):
        return []
    answer = page.goto(address)
    if answer is None or answer.status >= 400:
        return [f"{row.url}: {answer.status if answer else 'no answer'}"]
    found = [f"{row.url}: sticks out at the side"] if page.evaluate(_STICKS_OUT) else []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{row.url} ({scheme}): {one}" for one in accessibility_violations(page)]
    return found


def _is_a_page(page: Page, address: str) -> bool:
    """Whether a browser shows it as a page: not a download, a picture or a piece of a page."""
    answer = page.request.get(address, headers={"Accept": "text/html"})
    kind = answer.headers.get("content-type", "")
    return kind.startswith("text/html") and "<html" in answer.text()
