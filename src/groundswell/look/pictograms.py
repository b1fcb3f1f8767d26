"""Icons, drawn into the page so that they take the colour of the words beside them."""

import re
from functools import cache, lru_cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).parent / "icons"
_BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


@lru_cache(maxsize=500, typed=True)
def icon(name: str, label: str = "") -> SafeString:
    """The icon as inline SVG; hidden from screen readers unless it stands alone with a label."""
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>',
            label,
            _drawing(name),
        )
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', _drawing(name)
    )


def symbol(name: str) -> SafeString:
    """The icon to be drawn by reference, ``<use href="#i-name">``, where a script draws pages."""
    return format_html('<symbol id="i-{}" viewBox="0 0 24 24">{}</symbol>', name, _drawing(name))


def icon_names() -> list[str]:
    """Every icon there is."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


@cache
def _drawing(name: str) -> SafeString:
    found = _BODY.search((FOLDER / f"{name}.svg").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"icons/{name}.svg holds no drawing")
    lines = " ".join(found[1].split())
    return mark_safe(lines)  # noqa: S308 - our own vendored file, hashed in vendored.json
