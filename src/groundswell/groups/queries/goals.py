"""How far a group has come towards its goal."""

from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from groundswell.common import clock
from groundswell.groups.models import Goal, GoalDeed, Group, Membership
from groundswell.groups.registry import OWN, goal_kind


@dataclass(frozen=True)
class Progress:
    """A goal, what it counts in words, and how much of it is done."""

    goal: Goal
    words: str
    done: int

    @property
    def reached(self) -> bool:
        """Whether it is done."""
        return self.done >= self.goal.target

    @property
    def shown(self) -> int:
        """What a bar shows: never more than the goal."""
        return min(self.done, self.goal.target)

    @property
    def by_hand(self) -> bool:
        """Whether members add to it themselves."""
        return self.goal.kind == OWN


def goal_now(group: Group) -> Goal | None:
    """The goal that runs, or None."""
    running = Goal.objects.filter(group=group, ended_at=None, ends_at__gt=clock.now())
    return running.order_by("-begins_at", "-pk").first()


def progress_now(group: Group) -> Progress | None:
    """How far the group has come with the goal that runs; numbers of all together, of nobody."""
    goal = goal_now(group)
    return _progress(goal, done_towards(goal)) if goal else None


def goals_before(group: Group) -> list[Progress]:
    """What past goals came to, the latest first."""
    past = Goal.objects.filter(group=group, ended_at__isnull=False).order_by("-ended_at")[:20]
    return [_progress(goal, goal.came_to or 0) for goal in past]


def done_towards(goal: Goal) -> int:
    """What the members who let their deeds count have done since the goal was set."""
    if goal.kind == OWN:
        mine = GoalDeed.objects.filter(goal=goal, member__in=_who_counts(goal.group))
        told: int = mine.aggregate(told=Sum("count", default=0))["told"]
        return told
    kind = goal_kind(goal.kind)
    return kind.count(list(_who_counts(goal.group)), goal.begins_at) if kind else 0


def _who_counts(group: Group) -> "QuerySet[Membership, int]":
    counted = Membership.objects.filter(group=group, state=Membership.State.IN, counts=True)
    return counted.values_list("member", flat=True)


def _progress(goal: Goal, done: int) -> Progress:
    kind = goal_kind(goal.kind)
    words = goal.words if goal.kind == OWN else kind.label(goal.target) if kind else goal.kind
    return Progress(goal, words, done)
