"""Where the other parts plug in what people post, so that it can be reported and judged."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise

from groundswell.common.marks import is_mark_of
from groundswell.members.models import Member


@dataclass(frozen=True)
class Described:
    """A thing that was posted, as whoever judges it has to see it.

    ``where`` names the group or page it is on; ``independent`` says that the campaign's people
    have no say there beyond the law.
    """

    text: str
    url: str
    author_id: int | None
    where: str
    independent: bool = False


def _nothing(_thing: int, _by: Member | None) -> None:
    """For parts that only ask ``queries.is_hidden``."""


def _nobody_counts(_member: Member, _since: datetime | None) -> int:
    return 0


def _nobody_else(_thing: int) -> QuerySet[Member]:
    return Member.objects.none()


def _anybody(_member: Member | None, _thing: int) -> bool:
    return True


def _never(_thing: int) -> bool:
    return False


@dataclass(frozen=True)
class Content:
    """One kind of thing that people post, and what its part can do about it."""

    kind: str
    title: str | Promise
    describe: Callable[[int], Described | None]
    judges: Callable[[int], QuerySet[Member]]
    further_judges: Callable[[int], QuerySet[Member]]
    hide: Callable[[int, Member | None], None]
    show: Callable[[int, Member | None], None]
    seen_by: Callable[[Member | None, int], bool]
    by_link: Callable[[int], bool]
    posted: Callable[[Member, datetime | None], int]


_kinds: dict[str, Content] = {}


def register_content(  # each is one question the part answers
    kind: str,
    *,
    title: str | Promise,
    describe: Callable[[int], Described | None],
    judges: Callable[[int], QuerySet[Member]],
    further_judges: Callable[[int], QuerySet[Member]] = _nobody_else,
    hide: Callable[[int, Member | None], None] = _nothing,
    show: Callable[[int, Member | None], None] = _nothing,
    seen_by: Callable[[Member | None, int], bool] = _anybody,
    by_link: Callable[[int], bool] = _never,
    posted: Callable[[Member, datetime | None], int] = _nobody_counts,
) -> None:
    """Have things of this kind reported, hidden, decided on and appealed.

    ``describe(id)``: what it says, None where there is no such thing. ``judges(id)``: who decides;
    ``further_judges(id)``: who decides where none of those may, and on appeal. ``hide(id, by)`` and
    ``show(id, by)``: what the part does besides, safe to repeat. ``seen_by(member, id)``: who may
    see the thing, and so report it; ``by_link(id)``: whether whoever has its link may, besides
    (they come with a mark from its page). ``posted(member, since)``: how many things of this kind
    the member posted since then (None: ever), for the limits of new accounts.
    """
    _kinds[kind] = Content(
        kind, title, describe, judges, further_judges, hide, show, seen_by, by_link, posted
    )


def is_shown_to(kind: Content, member: Member | None, thing: int, mark: str = "") -> bool:
    """Whether the member sees the thing, or a mark says that they were shown it by its link."""
    if kind.seen_by(member, thing):
        return True
    return kind.by_link(thing) and is_mark_of(mark, kind.kind, thing)


def content(kind: str) -> Content | None:
    """What is known of this kind, or None."""
    return _kinds.get(kind)


def kinds() -> list[Content]:
    """Every kind that can be reported."""
    return list(_kinds.values())
