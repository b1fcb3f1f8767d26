"""Where parts say what of theirs can be shared."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Shared:
    """A thing that can be shared, as anybody may see it.

    ``url`` is a path of this site. ``area_id`` and ``theme`` are what reach is told by. ``imprint``
    is the independent group's own; empty, the organisation's stands. ``by`` is whose thing it is;
    empty, the organisation's. ``image`` is the path of a picture for previews, empty for a plain
    one made from the words. ``unlisted``: only whoever has its link sees it.
    """

    title: str
    text: str
    url: str
    area_id: int | None = None
    theme: str = ""
    image: str = ""
    by: str = ""
    imprint: str = ""
    independent: bool = False
    unlisted: bool = False


@dataclass(frozen=True)
class Shareable:
    """A kind of thing that can be shared."""

    kind: str
    title: str | Promise
    find: Callable[[int], Shared | None]


_kinds: dict[str, Shareable] = {}


def register_shareable(
    kind: str, *, title: str | Promise, find: Callable[[int], Shared | None]
) -> None:
    """Have things of this kind shared by personal links.

    ``find(id)`` gives the thing if anybody at all may see it now, else None: a link to it then
    leads to "not found". Called in a part's ``apps.ready``; registering again replaces.
    """
    _kinds[kind] = Shareable(kind, title, find)


def found(kind: str, subject_id: int) -> Shared | None:
    """The thing, where its kind is known and anybody may see it."""
    known = _kinds.get(kind)
    return known.find(subject_id) if known else None


def title_of(kind: str) -> str:
    """What a thing of this kind is called."""
    known = _kinds.get(kind)
    return str(known.title) if known else kind


def kinds() -> list[Shareable]:
    """Every kind that can be shared."""
    return list(_kinds.values())
