"""Rounds, and who may see which."""

from django.db.models import Prefetch, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.doorstep.models import Booking, Round
from groundswell.doorstep.rules.codes import tidied
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, holds_role, in_areas
from groundswell.outreach.models import Effort

WATCHING = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)


def round_by_code(member: Member, code: str) -> Round:
    """A round that the member holds, has held, or organises; NotFound for everybody else."""
    found = _seen_by(member).filter(code=tidied(code)).first()
    if found is None:
        raise NotFound
    return found


def rounds_of(member: Member, effort: Effort) -> list[Round]:
    """The rounds of a canvass as its organisers see them, with who has each out; by number."""
    out = Booking.objects.filter(state=Booking.State.HELD).select_related("member")
    return list(
        _seen_by(member)
        .filter(effort=effort)
        .exclude(state=Round.State.WITHDRAWN)
        .prefetch_related(Prefetch("bookings", queryset=out, to_attr="out_with"))
        .order_by("number")
    )


def my_rounds(member: Member) -> list[Booking]:
    """What the member has out now, the one that runs out first at the top."""
    held = Booking.objects.filter(member=member, state=Booking.State.HELD)
    return list(held.select_related("round", "round__effort").order_by("until", "pk"))


def is_out_with(member: Member, walked: Round) -> bool:
    """Whether the member has the round out now."""
    return Booking.objects.filter(round=walked, member=member, state=Booking.State.HELD).exists()


def organises(member: Member | None, walked: Round) -> bool:
    """Whether the member organises the canvass of the round."""
    return holds_role(member, Role.Kind.ORGANISER, area=walked.effort.area)


def _seen_by(member: Member) -> QuerySet[Round]:
    watched = in_areas("effort__area", covered_paths(member, *WATCHING))
    theirs = Q(pk__in=Booking.objects.filter(member=member).values("round"))
    return Round.objects.filter(watched | theirs).select_related("effort", "effort__area")
