"""Lifts among those who come: they ask one another, and see each other's contact once agreed."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.events.models import Lift, LiftMatch, Notice, SignUp
from groundswell.moderation.queries import kept_apart

MOST_SEATS = 8


def tell_of_lift(
    *, sign_up: SignUp, offers: bool, seats: int, from_where: str, contact: str
) -> Lift:
    """Offer a lift or ask for one. ``contact`` is shown to nobody until both have agreed."""
    if not sign_up.event.lifts:
        raise Refused(_("There are no lifts for this event."))
    if sign_up.state != SignUp.State.COMING:
        raise Refused(_("Lifts are for those who come."))
    if not from_where.strip():
        raise Refused(_("Say roughly where from: a village or an estate is enough."))
    if not contact.strip():
        raise Refused(_("Say how the other can reach you: they see it once you both agree."))
    if not 1 <= seats <= MOST_SEATS:
        raise Refused(_("Say how many seats, from one to eight."))
    with transaction.atomic():
        before = Lift.objects.select_for_update().filter(sign_up=sign_up).first()
        if before is not None and before.offers != offers:
            _end_matches(before)
        kept, _new = Lift.objects.update_or_create(
            sign_up=sign_up,
            defaults={
                "offers": offers,
                "seats": seats,
                "from_where": from_where.strip()[:120],
                "contact": contact.strip()[:200],
                "said_at": clock.now(),
            },
        )
        _line("tell_of_lift", sign_up)
    return kept


def withdraw_lift(*, sign_up: SignUp) -> None:
    """Take one's lift off; whoever had agreed to it is free again. Safe to repeat."""
    with transaction.atomic():
        Lift.objects.filter(sign_up=sign_up).delete()
        _line("withdraw_lift", sign_up)


def ask_about_lift(*, sign_up: SignUp, lift_id: int) -> LiftMatch:
    """Ask whoever offers or wants a lift; they are told, and answer. Safe to repeat."""
    with transaction.atomic():
        mine = Lift.objects.select_for_update().filter(sign_up=sign_up).first()
        if mine is None:
            raise Refused(_("Say first where you are coming from."))
        other = _other(sign_up, lift_id)
        if other.offers == mine.offers:
            raise Refused(_("One of you must have a car and the other a need of it."))
        offer, wanted = (mine, other) if mine.offers else (other, mine)
        match, new = LiftMatch.objects.get_or_create(
            offer=offer,
            wanted=wanted,
            defaults={"asked_by_offer": mine.offers, "asked_at": clock.now()},
        )
        if match.ended_at is not None:
            raise Refused(_("They have said no. Ask somebody else."))
        if new:
            _tell(other.sign_up, Notice.Kind.LIFT_ASKED, match)
            _line("ask_about_lift", sign_up)
    return match


def agree_to_lift(*, sign_up: SignUp, match_id: int) -> LiftMatch:
    """The one who was asked says yes: from now on both see how to reach one another."""
    with transaction.atomic():
        match = _match(sign_up, match_id)
        asked = match.wanted if match.asked_by_offer else match.offer
        if asked.sign_up_id != sign_up.pk:
            raise Refused(_("You asked: it is for the other to agree."))
        if match.agreed_at is not None:
            return match
        offer = Lift.objects.select_for_update().get(pk=match.offer_id)
        given = offer.matches_of_offer.filter(agreed_at__isnull=False, ended_at=None)
        if sum(one.wanted.seats for one in given.select_related("wanted")) + match.wanted.seats > (
            offer.seats
        ):
            raise Refused(_("The car is full."))
        match.agreed_at = clock.now()
        match.save(update_fields=["agreed_at"])
        asker = match.offer if match.asked_by_offer else match.wanted
        _tell(asker.sign_up, Notice.Kind.LIFT_AGREED, match)
        _line("agree_to_lift", sign_up)
    return match


def end_lift_match(*, sign_up: SignUp, match_id: int) -> None:
    """Say no, or that it is off: from now on neither sees the other's contact. Safe to repeat."""
    with transaction.atomic():
        match = _match(sign_up, match_id)
        if match.ended_at is None:
            match.ended_at = clock.now()
            match.save(update_fields=["ended_at"])
            _line("end_lift_match", sign_up)


def _other(sign_up: SignUp, lift_id: int) -> Lift:
    found = (
        Lift.objects.select_related("sign_up")
        .filter(pk=lift_id, sign_up__event=sign_up.event_id, sign_up__state=SignUp.State.COMING)
        .exclude(sign_up=sign_up)
        .exclude(sign_up__member__in=kept_apart(sign_up.member))
        .first()
    )
    if found is None:
        raise NotFound
    return found


def _match(sign_up: SignUp, match_id: int) -> LiftMatch:
    found = LiftMatch.objects.select_related("offer", "wanted").filter(pk=match_id).first()
    if found is None or sign_up.pk not in (found.offer.sign_up_id, found.wanted.sign_up_id):
        raise NotFound
    return found


def _end_matches(lift: Lift) -> None:
    for matches in (lift.matches_of_offer, lift.matches_of_wanted):
        matches.filter(ended_at=None).update(ended_at=clock.now())


def _tell(sign_up: SignUp, kind: str, match: LiftMatch) -> None:
    Notice.objects.get_or_create(
        sign_up=sign_up,
        kind=kind,
        turn=match.pk,
        defaults={"event_id": sign_up.event_id, "made_at": clock.now()},
    )


def _line(action: str, sign_up: SignUp) -> None:
    write_audit_line(
        by=sign_up.member_id, action=f"events.{action}", subject=f"event_sign_up:{sign_up.pk}"
    )
