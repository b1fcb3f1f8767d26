"""The crib sheet: facts on seat and candidate, written in Markdown, shown as safe HTML."""

from django.utils.safestring import SafeString

from groundswell.look.markdown import safe_html


def crib_html(markdown: str) -> SafeString:
    """The sheet as HTML: no images, no scripts, headings below those of the page."""
    return safe_html(markdown)
