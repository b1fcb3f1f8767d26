"""What waits for a person to decide."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.register.models import Elector, Review
from groundswell.register.queries.councils import councils_for
from groundswell.register.queries.seats import seats_of_council

# Death and removal first: somebody grieving must not be rung again.
ORDER = (
    Review.Kind.DECEASED,
    Review.Kind.MOVED,
    Review.Kind.WRONG_NUMBER,
    Review.Kind.DETAILS,
    Review.Kind.MOVE,
    Review.Kind.ROLLOVER,
)


def reviews_for(member: Member | None) -> QuerySet[Review]:
    """Reviews about electors of the councils whose data the member manages; None: all."""
    if member is None:
        return Review.objects.all()
    councils = list(councils_for(member).values_list("pk", flat=True))
    seats = sorted({seat for council in councils for seat in seats_of_council(council)})
    theirs = Elector.objects.filter(
        constituency_id=OuterRef("constituency_id"), council_id__in=councils
    )
    return Review.objects.filter(
        Q(Exists(theirs.filter(pk=OuterRef("elector_id"))))
        | Q(Exists(theirs.filter(pk=OuterRef("other_elector_id")))),
        constituency_id__in=seats,
    )


def reviews_open(member: Member | None, kind: str = "") -> QuerySet[Review]:
    """Those that wait, of one kind or of all."""
    waiting = reviews_for(member).filter(decision=Review.Decision.OPEN)
    return waiting.filter(kind=kind) if kind else waiting


def reviews_waiting(member: Member) -> dict[str, int]:
    """How many of each kind wait, in the order in which they are best looked at."""
    counted = dict(reviews_open(member).order_by().values_list("kind").annotate(Count("pk")))
    return {kind: counted[kind] for kind in ORDER if counted.get(kind)}


def next_review(member: Member, kind: str = "", after: int = 0) -> Review | None:
    """The next one that waits, beyond the review ``after``; the likeliest pairs come first."""
    for one in [kind] if kind else ORDER:
        waiting = reviews_open(member, one).order_by("pk")
        found = waiting.filter(pk__gt=after).first() or (waiting.first() if after else None)
        if found is not None:
            return found
    return None


def review_for(member: Member | None, constituency_id: int, review_id: int) -> Review:
    """One review, or NotFound."""
    found = reviews_for(member).filter(constituency_id=constituency_id, pk=review_id).first()
    if found is None:
        raise NotFound
    return found
