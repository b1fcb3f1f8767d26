"""What every page's frame needs."""

import hashlib
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from groundswell.look.navigation import grouped, shown_items
from groundswell.look.notices import shown_notices
from groundswell.look.organisation import organisation

THEME_COOKIE = "theme"
UNDO_COOKIE = "undo"
KEYS_COOKIE = "keys"
THEMES = ("auto", "light", "dark")


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Organisation, menu and the visitor's chosen theme, for base.html and focus.html.

    The menu is worked out only where it is drawn: most answers to a caller are pieces of a page.
    """
    user = getattr(request, "user", None)
    member = user if user is not None and user.is_authenticated else None
    theme = request.COOKIES.get(THEME_COOKIE, "auto")
    items = SimpleLazyObject(lambda: shown_items(member, request.path, "main"))
    return {
        "organisation": organisation(),
        "nav_items": items,
        "nav_entries": SimpleLazyObject(lambda: grouped(items)),
        "nav_waiting": SimpleLazyObject(lambda: [item for item in items if item["count"]]),
        "notices": SimpleLazyObject(lambda: shown_notices(member)),
        "account_items": SimpleLazyObject(lambda: shown_items(member, request.path, "account")),
        "theme": theme if theme in THEMES else "auto",
        "keeps_undo": request.COOKIES.get(UNDO_COOKIE) == "keep",
        "without_keys": request.COOKIES.get(KEYS_COOKIE) == "off",
        "tokens_url": _tokens_url(),
    }


def _tokens_url() -> str:
    """Where the organisation's colours are; empty when it uses ours, to spare a request."""
    tokens = organisation().tokens
    if not tokens:
        return ""
    version = hashlib.sha256(repr(sorted(tokens.items())).encode()).hexdigest()[:8]
    return f"{reverse('look:tokens')}?v={version}"
