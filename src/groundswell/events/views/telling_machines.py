"""Facts for other programs, within a page."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def as_script(told: dict[str, Any]) -> SafeString:
    """JSON-LD as a block of facts: never run, and nothing in it can end the block."""
    written = mark_safe(json.dumps(told, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308 - escaped
    return format_html('<script type="application/ld+json">{}</script>', written)
