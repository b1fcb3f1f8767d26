"""What a member set going: their own part of the tree, and nobody else's."""

from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet, Sum

from groundswell.members.models import Member
from groundswell.sharing.models import Arrival, ShareLink, Visits
from groundswell.sharing.rules.ancestry import range_of


@dataclass(frozen=True)
class SetGoing:
    """What came of a member's links, at every remove: people once each, and no names.

    ``people`` did something; ``direct`` of them through the member's own links. ``things`` says how
    many different things of a kind they came to ({"event": 3}); ``sharers`` passed something on.
    """

    people: int = 0
    direct: int = 0
    sharers: int = 0
    visits: int = 0
    things: dict[str, int] = field(default_factory=dict)


def links_of(member: Member) -> QuerySet[ShareLink]:
    """The member's own links, the latest first, each with its ``opened`` count."""
    mine = ShareLink.objects.filter(owner__member=member)
    return mine.annotate(opened=Sum("visits__count")).order_by("-made_at", "-pk")


def set_going(member: Member) -> SetGoing:
    """What the member set going, over all of their links and all generations."""
    links = list(ShareLink.objects.filter(owner__member=member))
    if not links:
        return SetGoing()
    beneath = _beneath("path", links)
    arrived = Arrival.objects.filter(beneath).exclude(sharer__member=member)
    by_kind = arrived.values_list("kind").annotate(Count("subject_id", distinct=True)).order_by()
    return SetGoing(
        people=arrived.aggregate(n=Count("sharer", distinct=True))["n"],
        direct=arrived.filter(link__in=links).aggregate(n=Count("sharer", distinct=True))["n"],
        sharers=ShareLink.objects.filter(_beneath("above", links)).aggregate(
            n=Count("owner", distinct=True)
        )["n"],
        visits=Visits.objects.filter(link__in=links).aggregate(n=Sum("count"))["n"] or 0,
        things=dict(by_kind),
    )


def _beneath(field: str, links: list[ShareLink]) -> Q:
    ranges = Q(pk__in=[])
    for link in links:
        first, beyond = range_of(link.key)
        ranges |= Q(**{f"{field}__gte": first, f"{field}__lt": beyond})
    return ranges
