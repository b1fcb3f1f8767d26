"""People and groups for the tests of this part."""

from itertools import count
from uuid import UUID

from django.test import Client

from groundswell.groups.commands import GroupPlan, join, post_thread, start_group
from groundswell.groups.models import Group, Post
from groundswell.members.commands import open_account
from groundswell.members.models import Member

IMPRINT = "Promoted by Olive Stone, 4 Mill Lane, Hillbury SS15 2BB"
_keys = count(1)


def somebody(name: str) -> Member:
    """A member with this name."""
    return open_account(by=None, email=f"{name.lower()}@example.org", name=name)


def campaign_group(admin: Member, *members: Member, **plan: object) -> Group:
    """A group of the campaign that these are in."""
    return _group(GroupPlan("Gardeners", **plan), admin, members)  # type: ignore[arg-type]  # as given


def independent_group(admin: Member, *members: Member, **plan: object) -> Group:
    """An independent group that these are in."""
    kind = Group.Kind.INDEPENDENT
    said = GroupPlan("Walkers", kind=kind, imprint=IMPRINT, **plan)  # type: ignore[arg-type]  # as given
    return _group(said, admin, members)


def new_key() -> UUID:
    """A key that no post has yet."""
    return UUID(int=next(_keys))


def written(by: Member, group: Group, title: str = "Hello", **said: object) -> Post:
    """A thread."""
    return post_thread(by=by, group=group, key=new_key(), title=title, words=f"{title}!", **said)  # type: ignore[arg-type]  # as given


def browser_of(member: Member) -> Client:
    """A browser in which the member is signed in."""
    client = Client()
    client.force_login(member, backend="groundswell.members.backend.MemberBackend")
    return client


def _group(plan: GroupPlan, admin: Member, members: tuple[Member, ...]) -> Group:
    group = start_group(by=admin, plan=plan)
    for member in members:
        join(by=member, group=group)
    return group
