"""Leaving the site: what somebody wrote and added goes with them."""

from django.db import transaction

from groundswell.groups.commands.files import drop
from groundswell.groups.commands.joining import keep_looked_after
from groundswell.groups.commands.talk import empty
from groundswell.groups.models import GoalDeed, Group, GroupFile, Membership, Post
from groundswell.members.models import Member


@transaction.atomic
def leave_everything(member: Member) -> int:
    """Take out of all groups what is the member's own; how many rows. Safe to repeat.

    Threads of theirs stay as empty places where others have replied. A group of which they were
    the only admin goes to who has been in it longest, and closes where nobody is.
    """
    touched = 0
    for post in Post.objects.filter(author=member):
        if post.removed_at is None:
            empty(post, None)
        Post.objects.filter(pk=post.pk).update(author=None)
        touched += 1
    for file in GroupFile.objects.filter(added_by=member):
        drop(file)
        touched += 1
    touched += GoalDeed.objects.filter(member=member).delete()[0]
    mine = Membership.objects.filter(member=member)
    groups = list(Group.objects.filter(pk__in=mine.values("group")))
    touched += mine.delete()[0]
    Group.objects.filter(started_by=member).update(started_by=None)
    for group in groups:
        keep_looked_after(group)
    return touched
