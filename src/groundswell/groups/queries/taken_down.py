"""What the take-down desk had before it of a group, for the group's admins."""

from itertools import chain

from groundswell.groups.models import Group, Post
from groundswell.moderation.models import Report
from groundswell.moderation.queries import reports_about_things


def before_the_desk(group: Group) -> list[Report]:
    """Reports of this group's posts, and of the group, that went to the desk; the latest first."""
    posts = Post.objects.filter(group=group).values_list("pk", flat=True)
    found = chain(
        reports_about_things("group_post", posts), reports_about_things("group", [group.pk])
    )
    return sorted(found, key=lambda one: one.made_at, reverse=True)
