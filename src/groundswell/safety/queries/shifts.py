"""Who is out now, and who called for help."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import F, Q, QuerySet

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.contact.queries import last_visit
from groundswell.members.models import Member
from groundswell.members.queries import covered_paths, in_areas
from groundswell.members.queries.roles import roles_held
from groundswell.outreach.models import Effort
from groundswell.places.models import Area
from groundswell.register.models import Household
from groundswell.safety.models import HelpCall, Shift
from groundswell.safety.queries.doors import MINDERS
from groundswell.safety.rules import is_overdue


@dataclass(frozen=True)
class Out:
    """Somebody who is out: their shift, their last door and when, and whether they are overdue."""

    shift: Shift
    last_door: str
    last_at: datetime | None
    overdue: bool


def current_shift(member: Member) -> Shift | None:
    """The shift that the member has begun and not ended, or None."""
    running = Shift.objects.filter(member=member, checked_out_at=None)
    return running.select_related("area", "buddy").order_by("-checked_in_at").first()


def last_door_of(shift: Shift) -> tuple[int | None, datetime | None]:
    """The household of the latest visit recorded within the shift, and when it was."""
    if shift.constituency_id is None:
        return None, None
    return last_visit(shift.member_id, shift.constituency_id, since=shift.checked_in_at)


def who_is_out(member: Member) -> list[Out]:
    """Everybody who is out in the member's areas, the overdue first, then the longest out."""
    running = Shift.objects.filter(_looked_after_by(member), checked_out_at=None)
    found = [_as_out(one) for one in running.select_related("member", "area", "buddy")]
    return sorted(found, key=lambda out: (not out.overdue, out.shift.checked_in_at))


def help_calls(member: Member, *, open_only: bool = True) -> QuerySet[HelpCall]:
    """Calls for help in the member's areas, those that nobody has answered first."""
    calls = HelpCall.objects.filter(_looked_after_by(member))
    if open_only:
        calls = calls.filter(ended_at=None)
    return calls.select_related("member", "area", "answered_by", "ended_by").order_by(
        F("answered_at").asc(nulls_first=True), "-called_at"
    )


def own_help_call(member: Member) -> HelpCall | None:
    """The member's own call for help that is not over, or None."""
    calls = HelpCall.objects.filter(member=member, ended_at=None)
    return calls.select_related("answered_by").order_by("-called_at").first()


def help_call_for(member: Member, call_id: int) -> HelpCall:
    """One call for help in the member's areas; NotFound for everybody else."""
    call = help_calls(member, open_only=False).filter(pk=call_id).first()
    if call is None:
        raise NotFound
    return call


def shift_for(member: Member, shift_id: int) -> Shift:
    """One shift in the member's areas; NotFound for everybody else."""
    shift = Shift.objects.filter(_looked_after_by(member), pk=shift_id).first()
    if shift is None:
        raise NotFound
    return shift


def address_of(constituency_id: int | None, household_id: int | None) -> str:
    """A door as people write it; empty where it is not known."""
    if constituency_id is None or household_id is None:
        return ""
    home = Household.objects.filter(constituency=constituency_id, pk=household_id).first()
    return " ".join(word for word in (home.address, home.postcode) if word) if home else ""


def where_out(by: Member, effort_id: int | None, constituency_id: int | None) -> Area | None:
    """The canvass's area; without one the constituency, else where the member belongs."""
    effort = (
        Effort.objects.select_related("area").filter(pk=effort_id).first() if effort_id else None
    )
    if effort is not None:
        return effort.area
    seat = Area.objects.filter(pk=constituency_id).first() if constituency_id else None
    return seat or by.branch


def _as_out(shift: Shift) -> Out:
    household, at = last_door_of(shift)
    hours = settings.ENVIRONMENT.shift_hours
    return Out(
        shift,
        address_of(shift.constituency_id, household),
        at,
        is_overdue(shift.checked_in_at, shift.checked_out_at, at, hours, clock.now()),
    )


def _looked_after_by(member: Member) -> Q:
    """Rows of areas the member minds; those of no area at all are for whoever has the top."""
    mine = in_areas("area", covered_paths(member, *MINDERS))
    if roles_held(member, *MINDERS).filter(area__parent=None).exists():
        mine |= Q(area=None)
    return mine
