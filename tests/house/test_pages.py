"""Pages load nothing from elsewhere and carry no script or style of their own."""

import re
from html.parser import HTMLParser

import pytest

from tests.house.source import listed, own_scripts_and_sheets, shown, templates

_OUTSIDE = re.compile(
    r"""(?:src|href|action|srcset)\s*=\s*["']?(?:https?:)?//|url\(["']?(?:https?:)?//"""
)
_LINKS_FOR_PEOPLE = re.compile(r"<a\b[^>]*>", re.DOTALL)
_OUTSIDE_IN_SCRIPTS = re.compile(
    r"""["'`](?:https?:|wss?:)?//[a-z0-9]|@import\s+(?:url\()?["']?https?:"""
)
_NAMESPACES = re.compile(r"http://www\.w3\.org/[\w/]+")
_TAGS = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
_COMMENTS = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", re.DOTALL)


def _without_links_for_people(text: str) -> str:
    return _LINKS_FOR_PEOPLE.sub("", _NAMESPACES.sub("", text))


@pytest.mark.parametrize("path", templates(), ids=shown)
def test_a_template_loads_nothing_from_elsewhere(path):
    found = _OUTSIDE.findall(_without_links_for_people(path.read_text()))
    assert not found, listed(found)


@pytest.mark.parametrize("path", own_scripts_and_sheets(), ids=shown)
def test_a_script_or_sheet_loads_nothing_from_elsewhere(path):
    text = _NAMESPACES.sub("", path.read_text())
    found = _OUTSIDE.findall(text) + _OUTSIDE_IN_SCRIPTS.findall(text)
    assert not found, listed(found)


class _Markup(HTMLParser):
    """Collects what a strict content security policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style":
            self.refused.append("<style>")
        if tag == "script" and "src" not in given:
            self.refused.append("<script> without src")
        for name in given:
            if name == "style" or (name.startswith("on") and name[2:].isalpha()):
                self.refused.append(f"<{tag} {name}=…>")
            if name.startswith("hx-on"):
                self.refused.append(f"<{tag} {name}=…>")
        if (given.get("href") or "").lower().startswith("javascript:"):
            self.refused.append(f"<{tag} href=javascript:>")


@pytest.mark.parametrize("path", [path for path in templates() if path.suffix != ".txt"], ids=shown)
def test_a_template_carries_no_script_or_style_of_its_own(path):
    markup = _Markup()
    markup.feed(_TAGS.sub("", _COMMENTS.sub("", path.read_text())))
    assert not markup.refused, listed(markup.refused)
