"""Whether somebody may post just now, and whom they want nothing of."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.moderation import registry
from groundswell.moderation.markdown import links_in
from groundswell.moderation.models import Block
from groundswell.moderation.rules import FirstDays, allowance


def may_post(member: Member, words: str = "") -> None:
    """Refuse with a sentence where the member posts too much, or too many links in ``words``.

    Counted over everything that any part registered with ``posted``.
    """
    if not member.is_active:
        raise Refused(_("You are barred, and cannot post."))
    most = allowance(first_days_of(member))
    now = clock.now()
    if _posted(member, now - timedelta(hours=1)) >= most.an_hour:
        raise Refused(_("That is a lot for one hour: wait a while before you post again."))
    if _posted(member, now - timedelta(days=1)) >= most.a_day:
        raise Refused(_("That is a lot for one day: post again tomorrow."))
    _refuse_links(words, most.links)


def may_change_to(member: Member, words: str) -> None:
    """Refuse with a sentence where a change brings more links than the member may post.

    A change is no post more, but what may not be posted may not be written in afterwards either.
    """
    _refuse_links(words, allowance(first_days_of(member)).links)


def first_days_of(member: Member) -> FirstDays:
    """How old the account is, and how much it has posted in all."""
    return FirstDays(clock.now() - member.joined_at, _posted(member, None))


def blocked_ids(member: Member | None) -> set[int]:
    """The members of whom this one wants to read nothing."""
    if member is None:
        return set()
    return set(Block.objects.filter(member=member).values_list("blocked", flat=True))


def kept_apart(member: Member | None) -> set[int]:
    """Whom the member blocks and who blocks them: neither is offered the other's company."""
    if member is None:
        return set()
    blocked_by = Block.objects.filter(blocked=member).values_list("member", flat=True)
    return blocked_ids(member) | set(blocked_by)


def _posted(member: Member, since: datetime | None) -> int:
    return sum(kind.posted(member, since) for kind in registry.kinds())


def _refuse_links(words: str, most: int) -> None:
    if links_in(words) > most:
        raise Refused(_too_many_links(most))


def _too_many_links(most: int) -> str:
    if not most:
        return _("A first post carries no links: leave them out, and add them later.")
    return ngettext(
        "At most %(count)d link in a post, for now.",
        "At most %(count)d links in a post, for now.",
        most,
    ) % {"count": most}
