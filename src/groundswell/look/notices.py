"""Notices at the head of every page: each part registers its own, and knows no other part's."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Notice:
    """A piece of a page, asked for every few seconds, and whose pages it is on."""

    url_name: str
    visible: Callable[[object], bool]


_notices: dict[str, Notice] = {}


def register_notice(*, url_name: str, visible: Callable[[object], bool]) -> None:
    """Put what ``url_name`` serves at the head of the pages of whoever may see it.

    The piece carries a hidden field ``seen``, which comes back with the next question; 204 leaves
    it as it is, and an empty answer takes it away.
    """
    _notices[url_name] = Notice(url_name, visible)


def shown_notices(member: object) -> list[str]:
    """The addresses of the notices on this member's pages."""
    return [reverse(one.url_name) for one in _notices.values() if one.visible(member)]
