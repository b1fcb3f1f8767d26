"""Where other parts plug in what a group's goal can count."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

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


_kinds: dict[str, GoalKind] = {}


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
