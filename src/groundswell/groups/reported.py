"""What of a group can be reported, and who judges it."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy

from groundswell.groups import queries
from groundswell.groups.models import Group, Post
from groundswell.members.models import Member, Role
from groundswell.members.queries import holders_of
from groundswell.moderation.queries import is_hidden
from groundswell.moderation.registry import Described, register_content


def register() -> None:
    """Plug in groups and what is posted in them."""
    register_content(
        "group",
        title=gettext_lazy("A group"),
        describe=_describe_group,
        judges=_judges_of_group,
        seen_by=_group_seen_by,
    )
    register_content(
        "group_post",
        title=gettext_lazy("A post in a group"),
        describe=_describe_post,
        judges=_admins_of_post,
        further_judges=_organisers_of_post,
        seen_by=_post_seen_by,
        posted=_posted,
    )


def organisers_for(group: Group) -> QuerySet[Member]:
    """Who answers for a group of the campaign; for an independent one nobody of the campaign does.

    Organisers of its area, or headquarters where it has none.
    """
    if group.is_independent:
        return Member.objects.none()
    if group.area is None:
        return holders_of(None, Role.Kind.HEADQUARTERS)
    return holders_of(group.area, Role.Kind.ORGANISER)


def _group(pk: int) -> Group | None:
    return Group.objects.select_related("area").filter(pk=pk).first()


def _post(pk: int) -> Post | None:
    found = Post.objects.select_related("group__area", "thread")
    return found.filter(pk=pk, removed_at=None).first()


def _describe_group(pk: int) -> Described | None:
    group = _group(pk)
    if group is None or group.closed_at:
        return None
    return Described(
        text=f"{group.name}\n\n{group.about}".strip(),
        url=reverse("groups:page", args=[group.slug]),
        author_id=group.started_by_id,
        where=group.name,
        independent=group.is_independent,
    )


def _group_seen_by(member: Member | None, pk: int) -> bool:
    group = _group(pk)
    return group is not None and (not is_hidden("group", pk) or queries.is_in(member, group))


def _judges_of_group(pk: int) -> QuerySet[Member]:
    """A group of the campaign as a whole is judged by organisers, an independent one by admins."""
    group = _group(pk)
    if group is None:
        return Member.objects.none()
    return queries.admins_of(group) if group.is_independent else organisers_for(group)


def _describe_post(pk: int) -> Described | None:
    post = _post(pk)
    if post is None:
        return None
    address = reverse("groups:thread", args=[post.group.slug, post.thread_id or post.pk])
    return Described(
        text=f"{post.title}\n\n{post.words}".strip(),
        url=f"{address}#post-{post.pk}",
        author_id=post.author_id,
        where=post.group.name,
        independent=post.group.is_independent,
    )


def _admins_of_post(pk: int) -> QuerySet[Member]:
    post = _post(pk) or Post.objects.select_related("group").filter(pk=pk).first()
    return queries.admins_of(post.group) if post else Member.objects.none()


def _organisers_of_post(pk: int) -> QuerySet[Member]:
    post = Post.objects.select_related("group__area").filter(pk=pk).first()
    return organisers_for(post.group) if post else Member.objects.none()


def _post_seen_by(member: Member | None, pk: int) -> bool:
    post = _post(pk)
    return post is not None and queries.is_in(member, post.group)


def _posted(member: Member, since: datetime | None) -> int:
    mine = Post.objects.filter(author=member)
    return mine.filter(made_at__gte=since).count() if since else mine.count()
