"""Where other parts plug in what a group's goal can count, and what its page shows besides."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from groundswell.groups.models import Group
from groundswell.members.models import Member

OWN = "own"
Count = Callable[[Collection[int], datetime], int]


@dataclass(frozen=True)
class GoalKind:
    """A kind of deed that a goal counts.

    ``for_campaign`` says that it is work on the campaign's own lists: an independent group cannot
    make it its goal.
    """

    kind: str
    label: Callable[[int], str]
    count: Count
    for_campaign: bool


@dataclass(frozen=True)
class PageLink:
    """A link on a group's page, with a word on it (when, where)."""

    label: str
    url: str
    note: str = ""


Links = Callable[[Group, Member | None], list[PageLink]]

_kinds: dict[str, GoalKind] = {}
_sections: dict[str, tuple[str | Promise, Links]] = {}


def register_section(name: str, *, title: str | Promise, links: Links) -> None:
    """Have links of another part on a group's page: ``links(group, viewer)``, None: a stranger."""
    _sections[name] = (title, links)


def sections(group: Group, viewer: Member | None) -> list[tuple[str | Promise, list[PageLink]]]:
    """What other parts have to show on this group's page to this viewer."""
    shown = [(title, links(group, viewer)) for title, links in _sections.values()]
    return [(title, found) for title, found in shown if found]


def register_goal(
    kind: str, *, label: Callable[[int], str], count: Count, for_campaign: bool = False
) -> None:
    """Have groups make so many of something their goal.

    ``label(n)`` names n of them ("200 calls"); ``count(member_ids, since)`` says how many these
    members did since then, all together.
    """
    _kinds[kind] = GoalKind(kind, label, count, for_campaign)


def goal_kind(kind: str) -> GoalKind | None:
    """What is known of this kind, or None."""
    return _kinds.get(kind)


def goal_kinds(*, independent: bool) -> list[GoalKind]:
    """The kinds that such a group can choose from."""
    return [kind for kind in _kinds.values() if not (independent and kind.for_campaign)]
