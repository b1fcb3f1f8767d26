"""What somebody did here, for their own page."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import ngettext

from groundswell.contact.models import Attempt
from groundswell.groups.registry import register_goal
from groundswell.members.models import Member
from groundswell.outreach.queries.deeds import doers_since, people_tried, tried_together
from groundswell.privacy.models import Channel
from groundswell.profiles.registry import Figures, register_deeds


def register() -> None:
    """Tell of calls."""
    register_deeds("calls", label=_calls, counts=_counts, doers=_doers)
    register_goal("calls", label=_calls, count=_together, for_campaign=True)


def _calls(count: int) -> str:
    return ngettext("call", "calls", count)


def _counts(member: Member) -> Figures:
    return people_tried(member, Channel.PHONE)


def _doers(since: datetime) -> QuerySet[Attempt, int]:
    return doers_since(since, Channel.PHONE)


def _together(members: Collection[int], since: datetime) -> int:
    return tried_together(members, since, Channel.PHONE).count()
