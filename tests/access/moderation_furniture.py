"""A group with something reported in it, for the table of who may see what."""

from uuid import UUID

from groundswell.common import clock
from groundswell.groups.models import Group, Membership, Post
from groundswell.moderation.commands import appeal, decide, report
from tests.town import Town

_KEYS = (UUID(int=1), UUID(int=2))


def furnish_moderation(town: Town) -> None:
    """Sue reported what Bob wrote in Vic's group, and Bob appeals against what Vic decided."""
    now = clock.now()
    group = Group.objects.create(
        slug="marshfield-gardeners",
        name="Marshfield gardeners",
        area=town.marshfield,
        started_by=town.vetted,
        started_at=now,
        last_number=2,
    )
    for member, admin in ((town.vetted, True), (town.caller, False), (town.supporter, False)):
        Membership.objects.create(
            group=group, member=member, admin=admin, since=now, digest_due=now, digest_upto=2
        )
    posts = [
        Post.objects.create(
            group=group,
            number=number,
            key=key,
            author=town.caller,
            title="Slugs",
            words="They must go.",
            made_at=now,
            last_at=now,
        )
        for number, key in enumerate(_KEYS, start=1)
    ]
    first, second = (
        report(by=town.supporter, kind="group_post", thing=post.pk, reason="spam") for post in posts
    )
    decide(by=town.vetted, report=second, outcome="hidden", reason="It is advertising.")
    second.refresh_from_db()
    town.things |= {
        "group": group,
        "group_post": posts[0],
        "group_post_kind": "group_post",
        "post_report": first,
        "decided_report": second,
        "post_appeal": appeal(by=town.caller, report=second, words="It is about slugs."),
    }
