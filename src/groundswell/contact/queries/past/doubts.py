"""Rows of which it is unclear whose they are."""

from django.db.models import Exists, OuterRef, QuerySet

from groundswell.common.errors import NotFound
from groundswell.contact.models import CanvassDoubt
from groundswell.members.models import Member
from groundswell.register.models import Elector
from groundswell.register.queries import councils_for
from groundswell.register.queries.seats import seats_of_council


def doubts_for(member: Member) -> QuerySet[CanvassDoubt]:
    """Those that wait, about electors of councils whose data the member manages."""
    councils = list(councils_for(member).values_list("pk", flat=True))
    seats = sorted({seat for council in councils for seat in seats_of_council(council)})
    theirs = Elector.objects.filter(
        constituency=OuterRef("constituency"), pk=OuterRef("elector"), council__in=councils
    )
    return CanvassDoubt.objects.filter(
        Exists(theirs), constituency__in=seats, decision=CanvassDoubt.Decision.OPEN
    )


def next_doubt(member: Member, after: int = 0) -> CanvassDoubt | None:
    """The next one that waits, beyond the one with this number."""
    waiting = doubts_for(member).order_by("pk")
    return waiting.filter(pk__gt=after).first() or (waiting.first() if after else None)


def doubt_for(member: Member, constituency_id: int, doubt_id: int) -> CanvassDoubt:
    """One that waits, or NotFound."""
    found = doubts_for(member).filter(constituency=constituency_id, pk=doubt_id).first()
    if found is None:
        raise NotFound
    return found
