"""Digests: what was written since the last one, to each reader at the rate they chose.

A row knows the number of the last post that went out to a reader. One transaction writes the mail
and moves that number on; killed before its end it has done neither, and after it both. Posts take
their numbers one after the other while they hold the group's row, so no smaller one can follow.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from groundswell.common import clock
from groundswell.groups.models import Group, Membership, Post
from groundswell.groups.queries import label_of
from groundswell.groups.rules.digests import GRACE, next_digest
from groundswell.mailings.commands import write_to
from groundswell.moderation.queries import blocked_ids, hidden_ids, is_hidden

KIND = "group_digest"
_AT_A_TIME = 500
_LONGEST = 1500
_NEVER, _AT_ONCE = Membership.Digest.NEVER, Membership.Digest.AT_ONCE


def send_due_digests() -> None:
    """Write every digest that is due (the worker's round); may be killed at any moment."""
    now = clock.local_now()
    _move_on_where_nothing_is_new(now)
    while due := list(_due(now)[:_AT_A_TIME].values_list("pk", flat=True)):
        for membership_id in due:
            _send_one(membership_id, now)


def _due(now: datetime) -> QuerySet[Membership]:
    due = Membership.objects.filter(
        state=Membership.State.IN,
        member__is_active=True,
        digest_due__lte=now,
        digest_upto__lt=F("group__last_number"),
        group__closed_at=None,
    ).exclude(digest=_NEVER)
    # The first post that has not gone out yet: whoever wrote it has a moment to think again.
    first = Post.objects.filter(group=OuterRef("group"), number=OuterRef("digest_upto") + 1)
    settled = Exists(first.filter(made_at__lte=now - GRACE))
    return due.filter(~Q(digest=_AT_ONCE) | settled).order_by("pk")


def _move_on_where_nothing_is_new(now: datetime) -> None:
    """A reader's evening passes without mail where nothing was written."""
    over = Membership.objects.filter(digest_due__lte=now, digest_upto=F("group__last_number"))
    for rate in (Membership.Digest.DAILY, Membership.Digest.WEEKLY):
        over.filter(digest=rate).update(digest_due=next_digest(rate, now))


@transaction.atomic
def _send_one(membership_id: int, now: datetime) -> None:
    locked = Membership.objects.select_for_update(of=("self",)).select_related("member", "group")
    theirs = locked.get(pk=membership_id)
    upto = theirs.group.last_number
    if theirs.digest_upto < upto and theirs.digest != _NEVER:
        posts = _posts_for(theirs, upto)
        if posts and not is_hidden("group", theirs.group_id):
            _write(theirs, posts, upto)
    theirs.digest_upto = max(upto, theirs.digest_upto)
    theirs.digest_due = next_digest(theirs.digest, now)
    theirs.save(update_fields=["digest_upto", "digest_due"])


def _posts_for(theirs: Membership, upto: int) -> list[Post]:
    """What others wrote since the last digest and still stands, announcements first."""
    found = (
        Post.objects.filter(
            group=theirs.group, number__gt=theirs.digest_upto, number__lte=upto, removed_at=None
        )
        .exclude(author=theirs.member_id)
        .exclude(author__in=blocked_ids(theirs.member))
        .select_related("author", "thread")
        .order_by("-announcement", "number")
    )
    posts = list(found)
    hidden = hidden_ids("group_post", [pk for post in posts for pk in _stands_on(post)])
    return [post for post in posts if not hidden.intersection(_stands_on(post))]


def _stands_on(post: Post) -> list[int]:
    return [pk for pk in (post.pk, post.thread_id) if pk]


def _write(theirs: Membership, posts: list[Post], upto: int) -> None:
    group = theirs.group
    with override(theirs.member.language):
        write_to(
            member=theirs.member,
            kind=KIND,
            key=f"group-digest-{theirs.pk}-{theirs.digest_upto}-{upto}",
            subject=_subject(group, posts),
            body=_body(group, posts),
            imprint=group.imprint,
        )


def _subject(group: Group, posts: list[Post]) -> str:
    if len(posts) == 1:
        title = posts[0].title or (posts[0].thread.title if posts[0].thread else "")
        return f"{group.name}: {title}"[:190]
    told = ngettext("%(count)d new post", "%(count)d new posts", len(posts))
    return f"{group.name}: {told % {'count': len(posts)}}"[:190]


def _body(group: Group, posts: list[Post]) -> str:
    pieces = [f"{group.name}. {label_of(group)}."]
    pieces += [_piece(group, post) for post in posts]
    page = _address(reverse("groups:page", args=[group.slug]))
    pieces.append(_("How often this mail comes, you choose on the group’s page:\n%s") % page)
    return "\n\n".join(pieces)


def _piece(group: Group, post: Post) -> str:
    thread = post.thread or post
    heading = thread.title if post.thread is None else _("Re: %s") % thread.title
    if post.announcement:
        heading = _("Announcement: %s") % heading
    words = post.words if len(post.words) <= _LONGEST else f"{post.words[:_LONGEST]} …"
    name = post.author.name if post.author else _("Somebody who has left")
    address = _address(reverse("groups:thread", args=[group.slug, thread.pk]))
    return f"{heading}\n{name}:\n\n{words}\n\n{address}"


def _address(path: str) -> str:
    return f"{settings.SITE_URL}{path}"
