"""The words of a mailing: written in Markdown once, read as HTML or as plain text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_READER = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable(["image", "code"])
_LINKED = ("http://", "https://")
_GAPS = re.compile(r"\n{3,}")

Address = Callable[[int, str], str]


@dataclass(frozen=True)
class Words:
    """What is written, in both ways; each link's address stands as its place holder."""

    html: str
    text: str
    links: tuple[str, ...]


def written(markdown: str, address: Address) -> Words:
    """Read Markdown; ``address(place, url)`` is what stands for the link at this place.

    Links to pages on the web are counted from 0; the same address twice is one link. HTML is not
    yet cleaned (see ``mail_html.styled``); raw HTML in the Markdown is shown as it was typed.
    """
    tokens = _READER.parse(markdown)
    places: dict[str, int] = {}
    for token in _all(tokens):
        href = token.attrs.get("href")
        if token.type == "link_open" and isinstance(href, str) and href.startswith(_LINKED):
            place = places.setdefault(href, len(places))
            token.attrs["href"] = address(place, href)
    html = _READER.renderer.render(tokens, _READER.options, {})
    return Words(html=html, text=_as_text(tokens), links=tuple(places))


def _all(tokens: Sequence[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *_all(token.children or []))]


def _as_text(tokens: Sequence[Token]) -> str:
    """Paragraphs apart, points with a dash or their number, links behind their words."""
    text = _PlainText()
    for token in tokens:
        text.take(token)
    return _GAPS.sub("\n\n", "\n".join(text.lines)).strip()


class _PlainText:
    """Lines of text as the tokens come; a list keeps the number of its next point, or None."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._lists: list[int | None] = []
        self._mark = ""

    def take(self, token: Token) -> None:
        """One more token."""
        if token.type.endswith("list_open"):
            ordered = token.type.startswith("ordered")
            self._lists.append(int(token.attrs.get("start", 1)) if ordered else None)
        elif token.type.endswith("list_close"):
            self._lists.pop()
            self.lines += [] if self._lists else [""]
        elif token.type == "list_item_open":
            self._mark = self._next_mark()
        elif token.type == "inline":
            indent = "  " * max(0, len(self._lists) - 1)
            self.lines.append(f"{indent}{self._mark}{_in_line(token.children or [])}")
            self._mark = ""
        elif token.type in {"fence", "hr"}:
            self.lines += [token.content.rstrip() or "* * *", ""]
        elif token.type in {"paragraph_close", "heading_close"} and not token.hidden:
            self.lines.append("")

    def _next_mark(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "


def _in_line(tokens: Sequence[Token]) -> str:
    said: list[str] = []
    open_links: list[tuple[str, int]] = []
    for token in tokens:
        if token.type == "link_open":
            open_links.append((str(token.attrs.get("href", "")), len(said)))
        elif token.type == "link_close":
            href, begun = open_links.pop()
            if "".join(said[begun:]).strip() != href:
                said.append(f" ({href.removeprefix('mailto:').removeprefix('tel:')})")
        elif token.type in {"softbreak", "hardbreak"}:
            said.append("\n")
        else:
            said.append(token.content)
    return "".join(said)
