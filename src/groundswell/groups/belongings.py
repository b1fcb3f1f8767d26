"""What this part holds on a member: given to them, and taken away when they leave."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.groups.commands.leaving import leave_everything
from groundswell.groups.models import GoalDeed, GroupFile, Membership, Post
from groundswell.groups.queries import groups_of, label_of
from groundswell.members.models import Member
from groundswell.profiles.registry import (
    Link,
    Row,
    register_belongings,
    register_page_section,
)


def register() -> None:
    """Plug in: memberships, what was written and added, deeds told."""
    register_belongings(
        "groups",
        title=gettext_lazy("Groups you are in, and what you wrote there"),
        export=_export,
        leave=leave_everything,
    )
    register_page_section("groups", title=gettext_lazy("Groups"), links=_links)


def _export(member: Member) -> Iterable[Row]:
    mine = Membership.objects.filter(member=member).select_related("group")
    for row in mine.order_by("since"):
        yield {
            _("Group"): row.group.name,
            _("Whose it is"): label_of(row.group),
            _("Where you stand"): row.get_state_display(),
            _("Since"): row.since,
            _("You look after it"): row.admin,
            _("Mail"): row.get_digest_display(),
        }
    posts: QuerySet[Post] = Post.objects.filter(author=member).select_related("group")
    for post in posts.order_by("made_at"):
        yield {
            _("Group"): post.group.name,
            _("Title"): post.title,
            _("What you wrote"): post.words,
            _("When"): post.made_at,
        }
    for file in GroupFile.objects.filter(added_by=member).select_related("group"):
        yield {_("Group"): file.group.name, _("File"): file.name, _("When"): file.added_at}
    for deed in GoalDeed.objects.filter(member=member).select_related("goal__group"):
        yield {
            _("Group"): deed.goal.group.name,
            _("Towards the goal"): deed.goal.words,
            _("How many"): deed.count,
            _("When"): deed.at,
        }


def _links(owner: Member, viewer: Member | None) -> list[Link]:
    """Groups that the owner looks after or is in, as far as the viewer may know of them.

    Who is in a group its members know; to strangers no group is named.
    """
    theirs = groups_of(owner)
    if viewer is None:
        return []
    if viewer != owner:
        theirs = theirs.filter(pk__in=groups_of(viewer).values("pk"))
    return [
        Link(group.name, reverse("groups:page", args=[group.slug]), label_of(group))
        for group in theirs
    ]
