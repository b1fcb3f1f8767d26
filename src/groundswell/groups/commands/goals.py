"""What a group aims for together."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.groups.commands.asking import locked, must_be_admin, must_be_in, write_line
from groundswell.groups.models import Goal, GoalDeed, Group
from groundswell.groups.queries.goals import done_towards, goal_now
from groundswell.groups.registry import OWN, goal_kinds
from groundswell.members.models import Member

_LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class GoalPlan:
    """So many of a kind until a moment; ``words`` name what is counted where we count ourselves."""

    kind: str
    target: int
    ends_at: datetime
    words: str = ""


@transaction.atomic
def set_goal(*, by: Member, group: Group, plan: GoalPlan) -> Goal:
    """Set the group's goal; one that runs ends with what it came to. The same again is the same."""
    must_be_admin(by, group)
    group = locked(group)
    kinds = {kind.kind for kind in goal_kinds(independent=group.is_independent)}
    now = clock.now()
    if plan.kind != OWN and plan.kind not in kinds:
        raise Refused(_("Choose what you want to count."))
    if plan.kind == OWN and not plan.words.strip():
        raise Refused(_("Say what you count, such as “leaflets” or “cups of tea”."))
    if not 1 <= plan.target <= 1_000_000:
        raise Refused(_("Aim for a number between 1 and 1,000,000."))
    if not now < plan.ends_at <= now + _LONGEST:
        raise Refused(_("Choose a day within the next twelve months."))
    running = goal_now(group)
    if running is not None:
        if _is_the_same(running, plan):
            return running
        _end(running)
    made = Goal.objects.create(
        group=group,
        kind=plan.kind,
        words=plan.words.strip()[:80] if plan.kind == OWN else "",
        target=plan.target,
        begins_at=now,
        ends_at=plan.ends_at,
        set_by=by,
    )
    write_line(by, "set_goal", group, goal=made.pk)
    return made


@transaction.atomic
def end_goal(*, by: Member, group: Group) -> None:
    """Give up the goal that runs; what it came to is kept. Safe to repeat."""
    must_be_admin(by, group)
    running = goal_now(locked(group))
    if running is not None:
        _end(running)
        write_line(by, "end_goal", group, goal=running.pk)


@transaction.atomic
def add_own_deeds(*, by: Member, group: Group, count: int, key: UUID) -> None:
    """Add what one did to a goal that the group counts by hand; the same ``key`` counts once."""
    must_be_in(by, group)
    running = goal_now(group)
    if running is None or running.kind != OWN:
        raise Refused(_("The group has no goal that you add to by hand just now."))
    if not 1 <= count <= 1000:
        raise Refused(_("Add between 1 and 1,000 at a time."))
    GoalDeed.objects.get_or_create(
        goal=running, member=by, key=key, defaults={"count": count, "at": clock.now()}
    )
    write_line(by, "add_own_deeds", group, goal=running.pk, count=count)


def note_what_goals_came_to() -> None:
    """Keep what each goal came to once its day is over (the worker's round)."""
    for goal in Goal.objects.filter(ended_at=None, ends_at__lte=clock.now()):
        _end(goal)


def _end(goal: Goal) -> None:
    goal.came_to = done_towards(goal)
    goal.ended_at = min(clock.now(), goal.ends_at)
    goal.save(update_fields=["came_to", "ended_at"])


def _is_the_same(goal: Goal, plan: GoalPlan) -> bool:
    said = (plan.kind, plan.target, plan.ends_at, plan.words.strip()[:80])
    return (goal.kind, goal.target, goal.ends_at, goal.words) == said
