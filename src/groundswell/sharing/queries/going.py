"""What a member set going: their own part of the tree, and nobody else's."""

from dataclasses import dataclass, field

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from groundswell.members.models import Member
from groundswell.sharing import registry
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

    @property
    def events(self) -> int:
        """How many different events."""
        return self.things.get("event", 0)


@dataclass(frozen=True)
class OwnLink:
    """A link of the member's, what it leads to, and how often it was opened."""

    link: ShareLink
    title: str
    opened: int


def links_of(member: Member, most: int | None = None) -> list[OwnLink]:
    """The member's own links, the latest first."""
    mine = ShareLink.objects.filter(owner__member=member)
    counted = mine.annotate(opened=Sum("visits__count")).order_by("-made_at", "-pk")
    return [OwnLink(link, _title(link), link.opened or 0) for link in counted[:most]]


def _title(link: ShareLink) -> str:
    thing = registry.found(link.kind, link.subject_id)
    if thing is not None:
        return thing.title
    return _("%(kind)s, over") % {"kind": registry.title_of(link.kind)}


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
