"""Things that hold other things."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

CALLOUT_ICONS = {
    "info": "info",
    "good": "circle-check",
    "warn": "triangle-alert",
    "danger": "octagon-alert",
}


def _box(component: str, content: str, **given: Any) -> SafeString:
    return render_to_string(f"look/components/{component}.html", {"content": content, **given})


def card(
    content: str, heading: str = "", heading_level: int = 2, href: str = "", **given: Any
) -> SafeString:
    """A sheet of paper for one thing; with ``href`` its heading is the link."""
    level = f"h{heading_level}"
    return _box("card", content, heading=heading, level=level, href=href, **given)


def callout(content: str, tone: str = "info", heading: str = "", live: str = "") -> SafeString:
    """A note that must not be missed; ``live="status"`` or ``"alert"`` has it read out."""
    icon = CALLOUT_ICONS[tone]
    return _box("callout", content, tone=tone, heading=heading, icon=icon, live=live)


def table_wrap(content: str, label: str) -> SafeString:
    """Lets a wide table scroll by itself, also from the keyboard."""
    return _box("table_wrap", content, label=label)


def empty_state(content: str, heading: str, icon: str = "", heading_level: int = 2) -> SafeString:
    """Says that there is nothing yet and what to do about it."""
    return _box("empty_state", content, heading=heading, icon=icon, level=f"h{heading_level}")


def timeline(content: str, label: str = "") -> SafeString:
    """What happened, newest first."""
    return _box("timeline", content, label=label)


def timeline_entry(content: str, heading: str = "", icon: str = "", **given: Any) -> SafeString:
    """One thing that happened: ``when`` a datetime, ``who`` a name."""
    return _box("timeline_entry", content, heading=heading, icon=icon or "clock", **given)


def dialog(content: str, id: str, heading: str) -> SafeString:  # noqa: A002 - HTML's own word
    """A box over the page, opened by a button with ``data_opens``."""
    return _box("dialog", content, id=id, heading=heading)


def disclosure(content: str, summary: str, open: bool = False) -> SafeString:  # noqa: A002, FBT001, FBT002 - HTML's own word
    """Something most people may leave folded."""
    return _box("disclosure", content, summary=summary, open=open)


def say(content: str) -> SafeString:
    """Words that the caller says aloud."""
    return _box("say", content)


def note_for_caller(content: str) -> SafeString:
    """Words for the caller alone, not to be read out."""
    return _box("note_for_caller", content)
