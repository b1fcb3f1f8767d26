"""What members write, as safe HTML: links are marked as theirs, images stay out."""

import re

from django.utils.safestring import SafeString

from groundswell.look.markdown import safe_html

_REL = "nofollow ugc noopener noreferrer"
_ADDRESS = re.compile(r"https?://|www\.|\]\(\s*[a-z]+:", re.IGNORECASE)


def cleaned(text: str) -> SafeString:
    """A member's Markdown as safe HTML; search engines are told that its links are not ours."""
    return safe_html(text, _REL)


def links_in(text: str) -> int:
    """How many addresses of the web a text names (for the limits of new accounts)."""
    return len(_ADDRESS.findall(text))
