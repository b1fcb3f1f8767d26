"""Rounds that a member can take: where they knocked before first, then the nearest."""

from dataclasses import dataclass
from datetime import datetime

from groundswell.common import clock
from groundswell.doorstep.models import Round
from groundswell.doorstep.queries.former import rounds_known_to
from groundswell.members.models import Member
from groundswell.outreach.queries import open_efforts_for
from groundswell.places.queries import find_postcode
from groundswell.places.rules import Position, metres_between
from groundswell.privacy.models import Channel

MOST = 20


@dataclass(frozen=True)
class OfferedRound:
    """A free round; ``metres`` from the postcode asked about, None where that is not known.

    ``kept_until``: until then it is offered only to others, who knocked there before.
    """

    round: Round
    metres: float | None
    knocked_before: bool
    kept_until: datetime | None


def rounds_near(member: Member, postcode: str = "") -> list[OfferedRound]:
    """Up to twenty free rounds of canvasses that the member may take part in.

    Those where they knocked before come first, then the nearest to ``postcode`` (or their own).
    """
    efforts = [one for one in open_efforts_for(member) if one.channel == Channel.DOOR]
    free = list(
        Round.objects.filter(effort__in=efforts, state=Round.State.OPEN).select_related(
            "effort", "effort__area"
        )
    )
    known = rounds_known_to(member.pk, free)
    found = find_postcode(postcode or member.postcode)
    here = Position(found.latitude, found.longitude) if found else None
    offered = [_offered(one, here, knocked_before=one.pk in known) for one in free]
    offered.sort(
        key=lambda one: (
            not one.knocked_before,
            one.kept_until is not None,
            one.metres if one.metres is not None else float("inf"),
            one.round.pk,
        )
    )
    return offered[:MOST]


def _offered(walked: Round, here: Position | None, *, knocked_before: bool) -> OfferedRound:
    metres = None
    if here is not None and walked.latitude is not None and walked.longitude is not None:
        metres = metres_between(here, Position(walked.latitude, walked.longitude))
    kept = walked.offered_first_until
    if knocked_before or (kept is not None and kept <= clock.now()):
        kept = None
    return OfferedRound(walked, metres, knocked_before, kept)
