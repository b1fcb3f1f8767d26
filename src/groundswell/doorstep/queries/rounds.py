"""Rounds, and who may see which."""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.doorstep.models import Booking, Round
from groundswell.doorstep.rules.codes import tidied
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, holds_role, in_areas
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import open_efforts_for

WATCHING = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)


def round_by_code(member: Member, code: str) -> Round:
    """A round that the member holds, has held, or organises; NotFound for everybody else."""
    found = _seen_by(member).filter(code=tidied(code)).first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True)
class RoundToJoin:
    """What whoever has a round's code is told of it before they join: no doors, nobody's name."""

    code: str
    name: str
    canvass: str
    area: str
    doors: int
    minutes: int
    held: bool


def round_to_join(member: Member, code: str) -> RoundToJoin:
    """The round of a link or QR code; NotFound where there is none any more."""
    found = (
        Round.objects.filter(code=tidied(code))
        .exclude(state=Round.State.WITHDRAWN)
        .select_related("effort__area")
        .first()
    )
    if found is None:
        raise NotFound
    return RoundToJoin(
        found.code,
        found.name,
        found.effort.name,
        found.effort.area.name,
        found.doors,
        found.minutes,
        is_out_with(member, found),
    )


def round_to_book(member: Member, code: str) -> Round:
    """A round of a canvass that the member may take part in, or has taken; else NotFound."""
    near = [one.pk for one in open_efforts_for(member)]
    offered = Q(effort__in=near) | Q(bookings__member=member)
    found = (
        Round.objects.filter(offered, code=tidied(code))
        .select_related("effort__area")
        .distinct()
        .first()
    )
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


def has_had(member: Member, walked: Round) -> bool:
    """Whether the round is or was in the member's hands."""
    return Booking.objects.filter(round=walked, member=member).exists()


def organises(member: Member | None, walked: Round) -> bool:
    """Whether the member organises the canvass of the round."""
    return holds_role(member, Role.Kind.ORGANISER, area=walked.effort.area)


def _seen_by(member: Member) -> QuerySet[Round]:
    watched = in_areas("effort__area", covered_paths(member, *WATCHING))
    theirs = Q(pk__in=Booking.objects.filter(member=member).values("round"))
    return Round.objects.filter(watched | theirs).select_related("effort", "effort__area")
