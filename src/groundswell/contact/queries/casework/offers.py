"""Offers, as organisers and those who have taken them see them."""

from django.db.models import F, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.contact.models import Offer
from groundswell.contact.queries.casework.cases import CASEWORKERS
from groundswell.members.models import Member
from groundswell.register.queries import reach_of
from groundswell.register.queries.seats import all_seats

State = Offer.State


def offers_shown(member: Member, which: str, kind: str = "") -> QuerySet[Offer]:
    """Offers for a list: "open" and "taken" of the member's areas, "mine", "over"; oldest first."""
    if which == "mine":
        offers = _mine(member).filter(state=State.TAKEN)
    elif which == "over":
        offers = (_mine(member) | _in_areas_of(member)).filter(
            state__in=[State.DONE, State.DECLINED]
        )
    else:
        state = State.TAKEN if which == "taken" else State.OPEN
        offers = _in_areas_of(member).filter(state=state)
    if kind:
        offers = offers.filter(kind=kind)
    return _read_along(offers).order_by("-ended_at" if which == "over" else "told_at", "pk")


def offers_waiting(member: Member) -> dict[str, int]:
    """How many there are on each list that somebody is to see to."""
    return {which: offers_shown(member, which).count() for which in ("open", "taken", "mine")}


def offer_for(member: Member, constituency_id: int, offer_id: int) -> Offer:
    """One offer, for whoever has it and for those who answer for the area; else NotFound."""
    mine = Offer.objects.filter(constituency=constituency_id, taken_by=member)
    found = _read_along(mine | _in_areas_of(member)).filter(
        constituency=constituency_id, pk=offer_id
    )
    offer = found.first() if member.is_active else None
    if offer is None:
        raise NotFound
    return offer


def _mine(member: Member) -> QuerySet[Offer]:
    return Offer.objects.filter(constituency__in=all_seats(), taken_by=member)


def _in_areas_of(member: Member) -> QuerySet[Offer]:
    reach = reach_of(member, *CASEWORKERS)
    return Offer.objects.filter(reach.electors, constituency__in=reach.seats)


def _read_along(offers: QuerySet[Offer]) -> QuerySet[Offer]:
    of_one_seat = Q(elector=None) | Q(elector__constituency_id=F("constituency_id"))
    at_home = Q(household=None) | Q(household__constituency_id=F("constituency_id"))
    return offers.filter(of_one_seat, at_home).select_related(
        "elector", "household", "taken_by", "told_to"
    )
