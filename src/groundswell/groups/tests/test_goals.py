"""Common goals: counted from members' own deeds, and nobody's alone shown."""

from datetime import timedelta

import pytest

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.groups.commands import (
    GoalPlan,
    add_own_deeds,
    choose_counting,
    note_what_goals_came_to,
    set_goal,
)
from groundswell.groups.queries.goals import goals_before, progress_now
from groundswell.groups.registry import goal_kinds
from groundswell.groups.tests.people import (
    campaign_group,
    independent_group,
    new_key,
    somebody,
)

pytestmark = pytest.mark.django_db


def in_a_week():
    return clock.now() + timedelta(days=7)


def test_what_all_do_together_counts_once_each_and_ends_with_its_day():
    ann, ben = somebody("Ann"), somebody("Ben")
    group = campaign_group(ann, ben)
    with pytest.raises(Refused):
        set_goal(by=ben, group=group, plan=GoalPlan("own", 10, in_a_week(), "leaflets"))
    set_goal(by=ann, group=group, plan=GoalPlan("own", 10, in_a_week(), "leaflets"))
    key = new_key()
    for _twice in range(2):
        add_own_deeds(by=ben, group=group, count=4, key=key)
    add_own_deeds(by=ann, group=group, count=3, key=new_key())
    progress = progress_now(group)
    assert progress is not None
    assert (progress.done, progress.words, progress.reached) == (7, "leaflets", False)
    choose_counting(by=ben, group=group, counts=False)
    progress = progress_now(group)
    assert progress is not None
    assert progress.done == 3
    with clock.set_to(clock.now() + timedelta(days=8)):
        note_what_goals_came_to()
        assert progress_now(group) is None
        (past,) = goals_before(group)
    assert past.done == 3


def test_an_independent_group_does_not_count_the_campaigns_work():
    ann = somebody("Ann")
    own = {kind.kind for kind in goal_kinds(independent=True)}
    assert {"calls", "doors"}.isdisjoint(own)
    assert {"calls", "doors"} <= {kind.kind for kind in goal_kinds(independent=False)}
    with pytest.raises(Refused, match="what you want to count"):
        set_goal(by=ann, group=independent_group(ann), plan=GoalPlan("calls", 10, in_a_week()))
