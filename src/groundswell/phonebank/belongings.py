"""What somebody did here, for their own page."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import ngettext

from groundswell.contact.models import Attempt
from groundswell.members.models import Member
from groundswell.outreach.queries.deeds import doers_since, people_tried
from groundswell.privacy.models import Channel
from groundswell.profiles.registry import Figures, register_deeds


def register() -> None:
    """Tell of calls."""
    register_deeds("calls", label=_calls, counts=_counts, doers=_doers)


def _calls(count: int) -> str:
    return ngettext("call", "calls", count)


def _counts(member: Member) -> Figures:
    return people_tried(member, Channel.PHONE)


def _doers(since: datetime) -> QuerySet[Attempt, int]:
    return doers_since(since, Channel.PHONE)
