"""Lifts as one who comes sees them: names and where from; a contact only once both agreed."""

from dataclasses import dataclass

from groundswell.events.models import Lift, LiftMatch, SignUp
from groundswell.moderation.queries import kept_apart


@dataclass(frozen=True)
class SeenLift:
    """Somebody's lift and how it stands with mine; ``contact`` is empty until both agreed."""

    lift: Lift
    name: str
    seats_left: int
    match: LiftMatch | None
    asked_me: bool
    contact: str


@dataclass(frozen=True)
class SeenLifts:
    """My lift, and those it could go with."""

    mine: Lift | None
    others: list[SeenLift]


def lifts_seen_from(sign_up: SignUp) -> SeenLifts | None:
    """The lifts of an event for one who comes; None for anybody else, or where there are none."""
    if sign_up.state != SignUp.State.COMING or not sign_up.event.lifts:
        return None
    mine = Lift.objects.filter(sign_up=sign_up).first()
    others = (
        Lift.objects.filter(sign_up__event=sign_up.event_id, sign_up__state=SignUp.State.COMING)
        .exclude(sign_up=sign_up)
        .exclude(sign_up__member__in=kept_apart(sign_up.member))
        .select_related("sign_up__member")
        .order_by("said_at", "pk")
    )
    if mine is not None:
        others = others.filter(offers=not mine.offers)
    matches = _matches(mine)
    return SeenLifts(mine, [_seen(one, mine, matches.get(one.pk)) for one in others])


def _matches(mine: Lift | None) -> dict[int, LiftMatch]:
    if mine is None:
        return {}
    if mine.offers:
        return {one.wanted_id: one for one in mine.matches_of_offer.all()}
    return {one.offer_id: one for one in mine.matches_of_wanted.all()}


def _seen(lift: Lift, mine: Lift | None, match: LiftMatch | None) -> SeenLift:
    agreed = match is not None and match.agreed_at is not None and match.ended_at is None
    member = lift.sign_up.member
    return SeenLift(
        lift=lift,
        name=(member.name if member else lift.sign_up.name).partition(" ")[0],
        seats_left=_seats_left(lift),
        match=match,
        asked_me=match is not None and mine is not None and match.asked_by_offer != mine.offers,
        contact=lift.contact if agreed else "",
    )


def _seats_left(lift: Lift) -> int:
    if not lift.offers:
        return lift.seats
    agreed = lift.matches_of_offer.filter(agreed_at__isnull=False, ended_at=None)
    return lift.seats - sum(one.wanted.seats for one in agreed.select_related("wanted"))
