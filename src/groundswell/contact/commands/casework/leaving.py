"""Somebody who looked after cases leaves."""

from groundswell.contact.models import Case, Offer
from groundswell.members.models import Member
from groundswell.places.models import Area


def put_down_casework(member: Member) -> int:
    """Open cases and offers in the member's hands are nobody's again; how many."""
    places = Area.objects.filter(kind=Area.Kind.CONSTITUENCY).values("pk")
    cases = Case.objects.filter(
        constituency__in=places, named=member, state=Case.State.OPEN
    ).update(named=None)
    return cases + Offer.objects.filter(
        constituency__in=places, taken_by=member, state=Offer.State.TAKEN
    ).update(taken_by=None, taken_at=None, state=Offer.State.OPEN)
