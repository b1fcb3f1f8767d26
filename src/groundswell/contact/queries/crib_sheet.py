"""The crib sheet: facts on seat and candidate, written in Markdown, shown as safe HTML."""

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_BELOW_THE_PAGE = 2


@lru_cache(maxsize=200)
def crib_html(markdown: str) -> SafeString:
    """The sheet as HTML: no images, no scripts, headings below those of the page."""
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
        )
    )
