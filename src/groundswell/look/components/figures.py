"""Numbers, states and ways through a list."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page

CHIP_ICONS = {"good": "circle-check", "warn": "triangle-alert", "danger": "octagon-alert"}


def progress(value: int, of: int, label: str) -> dict[str, Any]:
    """How far something has come, in words and as a bar."""
    return {"value": value, "of": max(of, 1), "label": label}


def stat(
    number: float | str, label: str, href: str = "", note: str = "", **given: Any
) -> dict[str, Any]:
    """One number and what it counts; ``chart`` takes a sparkline."""
    shown = number if isinstance(number, str) else f"{number:,}"
    return {"number": shown, "label": label, "href": href, "note": note, **given}


def tabs(items: Sequence[dict[str, Any]], label: str) -> dict[str, Any]:
    """Views of the same thing; each is a link of its own."""
    return {"items": items, "label": label}


def steps(items: Sequence[str], current: int, label: str) -> dict[str, Any]:
    """Where one is in a task of several pages; ``current`` counts from 1."""
    words = [
        {"word": word, "state": "done" if at < current else "now" if at == current else "next"}
        for at, word in enumerate(items, start=1)
    ]
    return {"steps": words, "label": label}


def chip(label: str, tone: str = "neutral", icon: str = "") -> dict[str, Any]:
    """A state in a word, with a colour and a shape to match."""
    return {"label": label, "tone": tone.replace("_", "-"), "icon": icon or CHIP_ICONS.get(tone)}


def pager(context: dict[str, Any], page: Page[Any], param: str = "page") -> dict[str, Any]:
    """Links to the pages beside this one; the rest of the address stays as it is."""
    query = context["request"].GET.copy()

    def address(number: int) -> str:
        query[param] = str(number)
        return f"?{query.urlencode()}"

    return {
        "page": page,
        "before": address(page.previous_page_number()) if page.has_previous() else "",
        "after": address(page.next_page_number()) if page.has_next() else "",
    }


def chart(chart: Any, csv_url: str = "", heading_level: int = 3) -> dict[str, Any]:
    """A drawing of numbers with the numbers beneath."""
    return {"chart": chart, "csv_url": csv_url, "level": f"h{heading_level}"}
