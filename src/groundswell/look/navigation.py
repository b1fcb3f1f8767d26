"""The menu: each part registers its own entries when it is ready and knows no other part's."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NotRequired, TypedDict

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Place = Literal["main", "account"]
Group = Literal["", "together", "reach", "follow_up", "register"]

_GROUPS: dict[str, Promise] = {
    "together": _("Together"),
    "reach": _("Reach people"),
    "follow_up": _("Follow up"),
    "register": _("Electors and places"),
}


@dataclass(frozen=True)
class Item:
    """One entry of the menu and who sees it."""

    label: str | Promise
    url_name: str
    order: int
    icon: str
    place: Place
    visible: Callable[[object], bool]
    count: Callable[[object], int] | None = None
    group: Group = ""


class ShownItem(TypedDict):
    """An entry as a template draws it; where it stands for a group, ``entries`` are those of it."""

    label: str
    url: str
    icon: str
    current: bool
    count: int
    group: Group
    entries: NotRequired[list["ShownItem"]]


_items: dict[str, Item] = {}


def signed_in(member: object) -> bool:
    """The usual rule: whoever is signed in sees the entry."""
    return member is not None


def register_item(
    *,
    label: str | Promise,
    url_name: str,
    order: int,
    icon: str = "",
    place: Place = "main",
    visible: Callable[[object], bool] = signed_in,
    count: Callable[[object], int] | None = None,
    group: Group = "",
) -> None:
    """Add an entry; registering the same ``url_name`` again replaces it.

    ``count`` says how many things wait there for the member; it is asked on each page with a menu.
    ``group`` puts it under a heading beside others of its kind.
    """
    _items[url_name] = Item(label, url_name, order, icon, place, visible, count, group)


def shown_items(member: object, path: str, place: Place) -> list[ShownItem]:
    """The entries that ``member`` (None when nobody is signed in) sees, the current one marked."""
    chosen = sorted(
        (item for item in _items.values() if item.place == place and item.visible(member)),
        key=lambda item: (item.order, item.url_name),
    )
    urls = [reverse(item.url_name) for item in chosen]
    current = _best_match(urls, path)
    return [
        {
            "label": str(item.label),
            "url": url,
            "icon": item.icon,
            "current": url == current,
            "count": item.count(member) if item.count else 0,
            "group": item.group,
        }
        for item, url in zip(chosen, urls, strict=True)
    ]


def grouped(items: Iterable[ShownItem]) -> list[ShownItem]:
    """The same entries with those of a group together, where its first stands.

    A group in which somebody sees a single entry is that entry.
    """
    entries: dict[str, ShownItem] = {}
    for item in items:
        key = item["group"] or item["url"]
        before = entries.get(key)
        entries[key] = item if before is None else _joined(before, item)
    return list(entries.values())


def _joined(before: ShownItem, item: ShownItem) -> ShownItem:
    return {
        "label": str(_GROUPS[item["group"]]),
        "url": "",
        "icon": "",
        "current": before["current"] or item["current"],
        "count": before["count"] + item["count"],
        "group": item["group"],
        "entries": [*before.get("entries", [before]), item],
    }


def _best_match(urls: Iterable[str], path: str) -> str | None:
    """The longest address that the page lies under; the front page only matches itself."""
    under = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(under, key=len, default=None)
