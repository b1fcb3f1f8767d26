"""Where parts say what of theirs belongs on a supporter's pages, and leaves with them.

Each part registers in its ``apps.ready``; this part imports none of them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from groundswell.members.models import Member

Value = str | int | float | bool | date | datetime | None
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Figures:
    """How often somebody did something, and the seconds it took where that is known.

    An hour is told once: a part whose deeds fall into hours that another part tells gives 0.
    """

    count: int = 0
    seconds: int = 0


@dataclass(frozen=True)
class Deeds:
    """One kind of deed, asked from its owner's own tables each time: nothing is copied."""

    name: str
    label: Callable[[int], str]
    counts: Callable[[Member], Figures]
    doers: Callable[[datetime], QuerySet[Any, int]]


@dataclass(frozen=True)
class Link:
    """A link on a supporter's page."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class PageSection:
    """Links under a heading on a supporter's page."""

    name: str
    title: str | Promise
    links: Callable[[Member, Member | None], list[Link]]


@dataclass(frozen=True)
class Belongings:
    """What a part holds on a member for the member's own sake."""

    name: str
    title: str | Promise
    export: Callable[[Member], Iterable[Row]]
    leave: Callable[[Member], int]


_deeds: dict[str, Deeds] = {}
_sections: dict[str, PageSection] = {}
_belongings: dict[str, Belongings] = {}


def register_deeds(
    name: str,
    *,
    label: Callable[[int], str],
    counts: Callable[[Member], Figures],
    doers: Callable[[datetime], QuerySet[Any, int]],
) -> None:
    """Have a kind of deed counted on "What I did" and chosen by in mailings.

    ``label(n)`` is the word after the number ("calls"), by ``ngettext``. ``counts(member)``: all
    there ever were, since nothing decays. ``doers(since)``: ``values_list("…member id…",
    flat=True)`` of those who did it since then, for a subquery.
    """
    _deeds[name] = Deeds(name, label, counts, doers)


def register_page_section(
    name: str, *, title: str | Promise, links: Callable[[Member, Member | None], list[Link]]
) -> None:
    """Have links of this part on a supporter's page.

    ``links(owner, viewer)``: what of the owner's ``viewer`` (None: a stranger) may know of.
    """
    _sections[name] = PageSection(name, title, links)


def register_belongings(
    name: str,
    *,
    title: str | Promise,
    export: Callable[[Member], Iterable[Row]],
    leave: Callable[[Member], int],
) -> None:
    """Have what a part holds on a member given to them, and taken away when they leave.

    ``export(member)`` gives flat rows: translated headings as keys, plain values.
    ``leave(member)`` deletes or empties what is the member's own, in the leaving's transaction; it
    is safe to repeat and returns how many rows it touched. What is a voter's record or another
    person's stays: the member's row stays too, emptied, so foreign keys to it hold.
    """
    _belongings[name] = Belongings(name, title, export, leave)


def deeds() -> list[Deeds]:
    """Every kind of deed."""
    return list(_deeds.values())


def page_sections() -> list[PageSection]:
    """Every section that parts offer."""
    return list(_sections.values())


def belongings() -> list[Belongings]:
    """Every part that holds something on a member."""
    return list(_belongings.values())
