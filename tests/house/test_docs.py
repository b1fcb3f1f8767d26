"""The documentation: links lead somewhere, every page is in the index, the changelog is current."""

import re

import pytest

import groundswell
from tests.house.source import HOUSE, listed, shown

INDEX = HOUSE / "docs" / "README.md"
PAGES = [HOUSE / "README.md", HOUSE / "CONTRIBUTING.md", *sorted((HOUSE / "docs").rglob("*.md"))]
_LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
_ELSEWHERE = ("http://", "https://", "mailto:")
_PICTURE_BYTES = 150_000


def linked(page):
    """What a page links to within the project."""
    text = re.sub(r"`[^`\n]+`", "", page.read_text())
    return {
        (page.parent / target).resolve()
        for target in _LINK.findall(text)
        if not target.startswith(_ELSEWHERE)
    }


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_links_lead_to_something(page):
    broken = [target for target in linked(page) if not target.exists()]
    assert not broken, listed(broken)


def test_every_page_is_in_the_index():
    missing = [shown(page) for page in PAGES if page not in linked(INDEX) and page != INDEX]
    missing = [page for page in missing if page.startswith("docs/")]
    assert not missing, listed(missing)


def test_the_changelog_begins_with_this_version():
    versions = re.findall(r"^## (\S+)", (HOUSE / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert versions[0] == groundswell.__version__


def test_pictures_are_light():
    pictures = sorted((HOUSE / "docs" / "images").iterdir())
    assert pictures
    heavy = [shown(path) for path in pictures if path.stat().st_size > _PICTURE_BYTES]
    assert not heavy, listed(heavy)
