"""Something reported in a group, for the table of who may see what."""

from uuid import UUID

from groundswell.groups.commands import post_thread
from groundswell.moderation.commands import appeal, block, decide, report
from tests.town import Town


def furnish_moderation(town: Town) -> None:
    """Sue reported what Bob wrote among Vic's gardeners, and Bob appeals against a decision."""
    posts = [
        post_thread(by=town.caller, group=town.group, key=key, title="Slugs", words="They must go.")
        for key in (UUID(int=1), UUID(int=2))
    ]
    first, second = (
        report(by=town.supporter, kind="group_post", thing=post.pk, reason="spam") for post in posts
    )
    decide(by=town.vetted, report=second, outcome="hidden", reason="It is advertising.")
    second.refresh_from_db()
    block(by=town.supporter, member=town.caller)
    town.things |= {
        "group_post": posts[0],
        "group_post_kind": "group_post",
        "post_report": first,
        "decided_report": second,
        "post_appeal": appeal(by=town.caller, report=second, words="It is about slugs."),
    }
