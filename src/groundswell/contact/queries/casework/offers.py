"""Offers, as organisers and those who have taken them see them."""

from django.db.models import QuerySet

from groundswell.common.errors import NotFound
from groundswell.contact.models import Offer
from groundswell.contact.queries.casework.scope import in_areas_of, read_along
from groundswell.members.models import Member
from groundswell.register.queries.seats import all_seats

State = Offer.State


def offers_shown(member: Member, which: str, kind: str = "") -> QuerySet[Offer]:
    """Offers for a list: "open" and "taken" of the member's areas, "mine", "over"; oldest first."""
    if which == "mine":
        offers = _mine(member).filter(state=State.TAKEN)
    elif which == "over":
        offers = (_mine(member) | in_areas_of(member, Offer.objects)).filter(
            state__in=[State.DONE, State.DECLINED]
        )
    else:
        state = State.TAKEN if which == "taken" else State.OPEN
        offers = in_areas_of(member, Offer.objects).filter(state=state)
    if kind:
        offers = offers.filter(kind=kind)
    return read_along(offers, "taken_by", "told_to").order_by(
        "-ended_at" if which == "over" else "told_at", "pk"
    )


def offers_waiting(member: Member) -> dict[str, int]:
    """How many there are on each list that somebody is to see to."""
    return {which: offers_shown(member, which).count() for which in ("open", "taken", "mine")}


def offer_for(member: Member, constituency_id: int, offer_id: int) -> Offer:
    """One offer, for whoever has it and for those who answer for the area; else NotFound."""
    mine = Offer.objects.filter(constituency=constituency_id, taken_by=member)
    seen = mine | in_areas_of(member, Offer.objects)
    found = read_along(seen, "taken_by", "told_to").filter(
        constituency=constituency_id, pk=offer_id
    )
    offer = found.first() if member.is_active else None
    if offer is None:
        raise NotFound
    return offer


def _mine(member: Member) -> QuerySet[Offer]:
    return Offer.objects.filter(constituency__in=all_seats(), taken_by=member)
