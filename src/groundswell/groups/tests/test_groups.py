"""Starting, joining, leaving, looking after."""

import pytest

from groundswell.common.errors import NotFound, Refused
from groundswell.groups.commands import (
    GroupPlan,
    end_admin,
    join,
    leave,
    let_in,
    name_admin,
    remove_member,
    start_group,
)
from groundswell.groups.models import Group, Membership
from groundswell.groups.queries import (
    admins_of,
    group_for_members,
    is_admin,
    is_in,
    membership_of,
)
from groundswell.groups.tests.people import (
    IMPRINT,
    campaign_group,
    independent_group,
    somebody,
)
from groundswell.members.commands import bar
from tests.town import build_town

pytestmark = pytest.mark.django_db


def test_anybody_starts_a_group_and_twice_is_once():
    ann = somebody("Ann")
    group = start_group(by=ann, plan=GroupPlan("Bus users"))
    assert start_group(by=ann, plan=GroupPlan(" Bus  users ")) == group
    assert is_admin(ann, group)
    other = start_group(by=somebody("Ben"), plan=GroupPlan("Bus users"))
    assert other.slug == "bus-users-2"


@pytest.mark.parametrize("imprint", ["", "Olive", "Promoted by Olive Stone of the high street"])
def test_an_independent_group_has_its_own_imprint(imprint):
    plan = GroupPlan("Walkers", kind=Group.Kind.INDEPENDENT, imprint=imprint)
    with pytest.raises(Refused, match="name and an address"):
        start_group(by=somebody("Ann"), plan=plan)
    assert independent_group(somebody("Ben")).imprint == IMPRINT


def test_who_works_for_the_campaign_runs_no_independent_group():
    town = build_town()
    with pytest.raises(Refused, match="role in the campaign"):
        independent_group(town.organiser)
    group = independent_group(town.outsider, town.agent, town.caller)
    with pytest.raises(Refused, match="role in the campaign"):
        name_admin(by=town.outsider, group=group, member=town.agent)
    name_admin(by=town.outsider, group=group, member=town.caller)
    assert campaign_group(town.organiser).started_by == town.organiser


def test_joining_openly_and_by_approval():
    ann, ben, cat = somebody("Ann"), somebody("Ben"), somebody("Cat")
    opened = campaign_group(ann, ben)
    assert is_in(ben, opened)
    asked = start_group(by=ann, plan=GroupPlan("Readers", joining=Group.Joining.APPROVAL))
    join(by=cat, group=asked, words="I read.")
    assert not is_in(cat, asked)
    with pytest.raises(NotFound):
        group_for_members(cat, asked.slug)
    with pytest.raises(Refused):
        let_in(by=ben, group=asked, member=cat)
    let_in(by=ann, group=asked, member=cat)
    assert group_for_members(cat, asked.slug) == asked


def test_who_was_removed_from_an_open_group_has_to_ask():
    ann, ben = somebody("Ann"), somebody("Ben")
    group = campaign_group(ann, ben)
    remove_member(by=ann, group=group, member=ben)
    assert join(by=ben, group=group).state == Membership.State.ASKED
    assert not is_in(ben, group)


def test_the_last_admin_names_another_or_the_group_closes():
    ann, ben = somebody("Ann"), somebody("Ben")
    group = campaign_group(ann, ben)
    with pytest.raises(Refused, match="only admin"):
        leave(by=ann, group=group)
    with pytest.raises(Refused, match="at least one admin"):
        end_admin(by=ann, group=group, member=ann)
    leave(by=ann, group=group, next_admin=ben)
    assert is_admin(ben, group)
    leave(by=ben, group=group)
    group.refresh_from_db()
    assert group.closed_at is not None


def test_a_group_whose_only_admin_is_barred_goes_to_who_is_there_longest(
    django_capture_on_commit_callbacks,
):
    ann, ben, cat = somebody("Ann"), somebody("Ben"), somebody("Cat")
    group = campaign_group(ann, ben, cat)
    with django_capture_on_commit_callbacks(execute=True):
        bar(by=None, member=ann, reason="Made up results.")
    assert list(admins_of(group)) == [ben]
    mine = membership_of(cat, group)
    assert mine is not None
    assert not mine.admin
