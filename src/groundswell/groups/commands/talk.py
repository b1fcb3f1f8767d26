"""Writing in a group."""

from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.groups.commands.asking import must_be_admin, must_be_in, write_line
from groundswell.groups.models import Group, Post
from groundswell.groups.queries import is_admin
from groundswell.members.models import Member
from groundswell.moderation.queries import is_hidden, may_post

LONGEST = 10_000


@transaction.atomic
def post_thread(
    *, by: Member, group: Group, key: UUID, title: str, words: str, announcement: bool = False
) -> Post:
    """Begin a thread; ``announcement`` is for admins. The same ``key`` again is the same post.

    Where the group looks at first posts, somebody's first waits for an admin.
    """
    must_be_in(by, group)
    if announcement and not is_admin(by, group):
        raise Refused(_("Only an admin announces something: begin a thread instead."))
    if not title.strip():
        raise Refused(_("Give it a title: people choose by it what they read."))
    return _post(by, group, key, words, title=title.strip()[:120], announcement=announcement)


@transaction.atomic
def post_reply(*, by: Member, thread: Post, key: UUID, words: str) -> Post:
    """Reply in a thread. The same ``key`` again is the same reply."""
    must_be_in(by, thread.group)
    gone = not Post.objects.filter(pk=thread.pk, removed_at=None).exists()
    if gone or is_hidden("group_post", thread.pk):
        raise Refused(_("This thread is gone: begin another."))
    return _post(by, thread.group, key, words, thread=thread)


@transaction.atomic
def change_post(*, by: Member, post: Post, words: str, title: str = "") -> None:
    """Change what one wrote oneself; the page says when."""
    must_be_in(by, post.group)
    held = _own(by, post)
    if not words.strip():
        raise Refused(_("Write something, or remove the post."))
    may_post(by, words)
    held.words, held.changed_at = words.strip()[:LONGEST], clock.now()
    if held.thread_id is None and title.strip():
        held.title = title.strip()[:120]
    held.save(update_fields=["words", "title", "changed_at"])
    write_line(by, "change_post", post.group, post=post.pk)


@transaction.atomic
def remove_post(*, by: Member, post: Post) -> None:
    """Remove what one wrote oneself: its words go for good. Safe to repeat.

    What others wrote is reported and decided on, so that they can appeal.
    """
    held = _own(by, post)
    if held.removed_at is None:
        empty(held, by)
        write_line(by, "remove_post", post.group, post=post.pk)


@transaction.atomic
def let_through(*, by: Member, post: Post) -> None:
    """Show somebody's first post, which waited for an admin. Safe to repeat."""
    must_be_admin(by, post.group)
    held = Post.objects.select_for_update().get(pk=post.pk)
    if held.number is not None:
        return
    held.number, held.last_at = _next_number(post.group), clock.now()
    held.save(update_fields=["number", "last_at"])
    _move_thread(held)
    write_line(by, "let_through", post.group, post=post.pk)


def empty(post: Post, by: Member | None) -> None:
    """Take the words away; the place in the thread stays."""
    post.title, post.words = ("…" if post.title else ""), ""
    post.removed_at, post.removed_by = clock.now(), by
    post.save(update_fields=["title", "words", "removed_at", "removed_by"])


def _post(
    by: Member,
    group: Group,
    key: UUID,
    words: str,
    *,
    title: str = "",
    thread: Post | None = None,
    announcement: bool = False,
) -> Post:
    if not words.strip():
        raise Refused(_("Write something first."))
    Group.objects.select_for_update().get(pk=group.pk)
    there = Post.objects.filter(group=group, author=by, key=key).first()
    if there is not None:
        return there
    may_post(by, words)
    waits = group.first_posts_wait and not is_admin(by, group) and _is_first(by, group)
    now = clock.now()
    made = Post.objects.create(
        group=group,
        thread=thread,
        number=None if waits else _next_number(group),
        key=key,
        author=by,
        title=title,
        words=words.strip()[:LONGEST],
        announcement=announcement,
        made_at=now,
        last_at=now,
    )
    if not waits:
        _move_thread(made)
    write_line(by, "post", group, post=made.pk)
    return made


def _next_number(group: Group) -> int:
    """The next number of the group, taken while its row is held, so that numbers come in order."""
    now = clock.now()
    mine = Group.objects.filter(pk=group.pk)
    mine.update(last_number=F("last_number") + 1, last_post_at=now)
    return mine.values_list("last_number", flat=True).get()


def _move_thread(post: Post) -> None:
    if post.thread_id is not None:
        Post.objects.filter(pk=post.thread_id).update(last_at=post.last_at)


def _is_first(by: Member, group: Group) -> bool:
    return not Post.objects.filter(group=group, author=by, number__isnull=False).exists()


def _own(by: Member, post: Post) -> Post:
    held = Post.objects.select_for_update().filter(pk=post.pk, author=by).first()
    if held is None:
        raise NotFound
    return held
