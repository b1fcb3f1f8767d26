"""Markdown that people wrote, shown as safe HTML: no images, no scripts, no raw HTML."""

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_BELOW_THE_PAGE = 2


@lru_cache(maxsize=400)
def safe_html(markdown: str, rel: str = "noopener noreferrer") -> SafeString:
    """The text as HTML, with headings below those of the page; ``rel`` goes onto every link."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    tokens = reader.parse(markdown)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, int(token.tag[1]) + _BELOW_THE_PAGE)}"
    rendered = reader.renderer.render(tokens, reader.options, {})
    return SafeString(
        nh3.clean(
            rendered,
            tags=_TAGS,
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel=rel,
        )
    )
