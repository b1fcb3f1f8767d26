"""Where the other parts plug in: what they hold on a person, and how a person is found.

Each part that holds personal data writes ``privacy.py`` and registers it in its ``apps.ready``;
this part imports none of them. A person is known here by ``register.Elector.person`` alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise

from groundswell.members.models import Member

Value = str | int | float | bool | date | datetime | None
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Identifier:
    """Something a person can be known again by; ``kind`` is a ``Suppression.Kind``."""

    kind: str
    value: str


@dataclass(frozen=True)
class FoundPerson:
    """Somebody found: enough to tell them from a namesake, and no more."""

    person: UUID
    name: str
    address: str
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class Holder:
    """A part that holds personal data, and what it can do about one person."""

    name: str
    title: str | Promise
    export: Callable[[UUID], Iterable[Row]]
    erase: Callable[[UUID], int]
    identify: Callable[[UUID], Iterable[Identifier]] | None


@dataclass(frozen=True)
class Finder:
    """A part that knows people by name, address and telephone."""

    name: str
    find: Callable[[Member, str, str, str], Iterable[FoundPerson]]
    describe: Callable[[Member, UUID], FoundPerson | None]


_holders: dict[str, Holder] = {}
_finders: dict[str, Finder] = {}


def register_holder(
    name: str,
    *,
    title: str | Promise,
    export: Callable[[UUID], Iterable[Row]],
    erase: Callable[[UUID], int],
    identify: Callable[[UUID], Iterable[Identifier]] | None = None,
) -> None:
    """Have a part's data on a person exported and erased with everything else.

    ``export(person)`` gives flat rows: translated headings as keys, plain values. ``erase(person)``
    runs within the erasure's transaction, is safe to repeat and returns how many rows it touched.
    ``identify(person)`` gives every phone, e-mail, name with address, UPRN and elector number the
    part knows them by: their hashes are kept after the erasure, so it is asked before it.
    """
    _holders[name] = Holder(name, title, export, erase, identify)


def register_finder(
    name: str,
    *,
    find: Callable[[Member, str, str, str], Iterable[FoundPerson]],
    describe: Callable[[Member, UUID], FoundPerson | None],
) -> None:
    """Have a part look for people.

    ``find(member, name, address, phone)``: any of the three may be empty; ``phone`` is E.164. Only
    people of areas for which the member is agent or data manager, at most fifty, best first.
    ``describe(member, person)``: the same for one known person, None where the member may not.
    """
    _finders[name] = Finder(name, find, describe)


def holders() -> list[Holder]:
    """Every part that holds personal data."""
    return list(_holders.values())


def finders() -> list[Finder]:
    """Every part that finds people."""
    return list(_finders.values())
