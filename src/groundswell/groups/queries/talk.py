"""What is written in a group, as one of its members reads it.

What is hidden is shown to its author and to the admins alone, marked as hidden; what somebody wrote
whom the reader has blocked is folded away; a first post that waits is its author's and the admins'.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.groups.models import Group, GroupFile, Post
from groundswell.groups.queries.groups import is_admin
from groundswell.members.models import Member
from groundswell.moderation.queries import blocked_ids, hidden_ids


@dataclass(frozen=True)
class ShownPost:
    """A post, and how this reader is shown it."""

    post: Post
    hidden: bool
    blocked: bool
    mine: bool
    readable: bool

    @property
    def waits(self) -> bool:
        """Whether it waits for an admin."""
        return self.post.number is None


def threads_of(member: Member, group: Group) -> QuerySet[Post]:
    """The group's threads, announcements and the latest first, with ``answers`` counted."""
    blocked = blocked_ids(member)
    answers = Q(replies__removed_at=None, replies__number__isnull=False)
    return (
        _seen(member, group)
        .filter(thread=None)
        .exclude(author__in=blocked)
        .select_related("author")
        .annotate(answers=Count("replies", filter=answers))
        .filter(Q(removed_at=None) | Q(answers__gt=0))
        .order_by("-last_at", "-pk")
    )


def readable_threads(member: Member, threads: Iterable[Post], group: Group) -> list[ShownPost]:
    """These threads, the hidden ones only for who may read them."""
    shown = _shown(member, group, threads)
    return [one for one in shown if one.readable]


def thread_of(member: Member, group: Group, post_id: int) -> Post:
    """One thread of the group, for who may read it."""
    thread = _seen(member, group).filter(pk=post_id, thread=None).first()
    if thread is None or not _shown(member, group, [thread])[0].readable:
        raise NotFound
    return thread


def posts_in(member: Member, group: Group, thread: Post) -> list[ShownPost]:
    """The thread's first post and its replies, in order."""
    found = _seen(member, group).filter(Q(pk=thread.pk) | Q(thread=thread))
    return _shown(member, group, found.select_related("author").order_by("made_at", "pk"))


def post_of(member: Member, group: Group, post_id: int) -> Post:
    """One post of the group that the member may see."""
    post = _seen(member, group).filter(pk=post_id, removed_at=None).first()
    if post is None:
        raise NotFound
    return post


def waiting_posts(member: Member, group: Group) -> QuerySet[Post]:
    """First posts that wait; for admins, and none for others."""
    if not is_admin(member, group):
        return Post.objects.none()
    waiting = Post.objects.filter(group=group, number=None, removed_at=None)
    return waiting.select_related("author", "thread").order_by("made_at")


def files_of(group: Group) -> QuerySet[GroupFile]:
    """The group's files, the latest first; asked for by who is in it."""
    return GroupFile.objects.filter(group=group).select_related("added_by").order_by("-added_at")


def file_of(group: Group, file_id: int) -> GroupFile:
    """One file of the group."""
    found = GroupFile.objects.filter(group=group, pk=file_id).first()
    if found is None:
        raise NotFound
    return found


def _seen(member: Member, group: Group) -> QuerySet[Post]:
    posts = Post.objects.filter(group=group)
    if is_admin(member, group):
        return posts
    return posts.filter(Q(number__isnull=False) | Q(author=member))


def _shown(member: Member, group: Group, posts: Iterable[Post]) -> list[ShownPost]:
    found = list(posts)
    hidden = hidden_ids("group_post", [post.pk for post in found])
    blocked = blocked_ids(member)
    looks_after = is_admin(member, group)
    return [
        ShownPost(
            post=post,
            hidden=post.pk in hidden,
            blocked=post.author_id in blocked,
            mine=post.author_id == member.pk,
            readable=post.pk not in hidden or looks_after or post.author_id == member.pk,
        )
        for post in found
    ]
