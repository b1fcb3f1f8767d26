"""What somebody did here, for their own page, and what they had out."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groundswell.contact.models import Attempt
from groundswell.doorstep.commands import withdraw_from
from groundswell.doorstep.models import Booking
from groundswell.groups.registry import register_goal
from groundswell.members.models import Member
from groundswell.outreach.queries.deeds import doers_since, doors_tried, tried_together
from groundswell.privacy.models import Channel
from groundswell.profiles.registry import Figures, Row, register_belongings, register_deeds


def register() -> None:
    """Tell of doors and of rounds."""
    register_deeds("doors", label=_doors, counts=_counts, doers=_doers)
    register_goal("doors", label=_doors, count=_together, for_campaign=True)
    register_belongings(
        "rounds", title=gettext_lazy("Rounds you had out"), export=_rounds, leave=_give_back
    )


def _doors(count: int) -> str:
    return ngettext("door", "doors", count)


def _counts(member: Member) -> Figures:
    return doors_tried(member, Channel.DOOR)


def _together(members: Collection[int], since: datetime) -> int:
    doors = tried_together(members, since, Channel.DOOR).values("household", "made_at__date")
    return doors.distinct().count()


def _doers(since: datetime) -> QuerySet[Attempt, int]:
    return doers_since(since, Channel.DOOR)


def _rounds(member: Member) -> Iterable[Row]:
    for booking in Booking.objects.filter(member=member).select_related("round__effort"):
        yield {
            _("Round"): booking.round.name,
            _("Canvass"): booking.round.effort.name,
            _("From"): booking.booked_at,
            _("To"): booking.ended_at or booking.until,
        }


def _give_back(member: Member) -> int:
    held = Booking.objects.filter(member=member, state=Booking.State.HELD).count()
    withdraw_from(member.pk)
    return held
