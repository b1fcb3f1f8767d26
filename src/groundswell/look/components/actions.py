"""Things to press."""

from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString


def attributes(given: dict[str, Any]) -> SafeString:
    """Keyword arguments of a tag as HTML attributes: ``hx_post`` becomes ``hx-post``."""
    return SafeString("".join(_attribute(name.replace("_", "-"), given[name]) for name in given))


def _attribute(name: str, value: Any) -> str:
    """As ``flatatt`` writes it, which takes several times as long: a page has dozens of them."""
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{conditional_escape(value)}"'


def button(
    label: str,
    kind: str = "plain",
    icon: str = "",
    href: str = "",
    size: str = "",
    *,
    wide: bool = False,
    type: str = "submit",  # noqa: A002 - HTML's own word
    **given: Any,
) -> dict[str, Any]:
    """A button, or with ``href`` a link that looks like one."""
    return {
        "label": label,
        "kind": kind,
        "icon": icon,
        "href": href,
        "size": size,
        "wide": wide,
        "type": type,
        "attributes": attributes(given),
    }


def post_button(context: dict[str, Any], url: str, label: str, **given: Any) -> dict[str, Any]:
    """A form of a single button; ``next`` is sent along as the page to come back to."""
    after = given.pop("next", "")
    return {
        **button(label, **given),
        "url": url,
        "next": after,
        "csrf_token": context.get("csrf_token"),
    }


def choice(
    label: str,
    icon: str = "",
    tone: str = "",
    key: str = "",
    *,
    chosen: bool = False,
    note: str = "",
    **given: Any,
) -> dict[str, Any]:
    """A large answer button; ``key`` is the desk key that presses it."""
    if key:
        given["data_key"] = given["aria_keyshortcuts"] = key
    if chosen:
        given["aria_pressed"] = "true"
    return {
        "label": label,
        "icon": icon,
        "tone": tone,
        "key": key,
        "note": note,
        "attributes": attributes({"type": "submit", **given}),
    }


def copy_button(text: str, value: str) -> dict[str, Any]:
    """Copies ``value`` and says so."""
    return {"text": text, "value": value}


def undo_bar(
    context: dict[str, Any], url: str, message: str, seconds: int = 6, **given: Any
) -> dict[str, Any]:
    """What was just done, and a way back. It stays for those who asked for more time."""
    return {
        "url": url,
        "message": message,
        "seconds": 0 if context.get("keeps_undo") else seconds,
        "attributes": attributes(given),
        "csrf_token": context.get("csrf_token"),
    }
