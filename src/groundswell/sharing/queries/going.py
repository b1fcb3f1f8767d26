"""What a member set going: their own part of the tree, and nobody else's."""

from dataclasses import dataclass, field

from django.db.models import Sum
from django.utils.translation import gettext as _

from groundswell.common import statements
from groundswell.members.models import Member
from groundswell.sharing import registry
from groundswell.sharing.models import ShareLink
from groundswell.sharing.rules.ancestry import key_of, range_of

_OWN = """
SELECT l.id, l.above FROM sharing_sharelink l JOIN sharing_sharer s ON s.id = l.owner_id
WHERE s.member_id = %s
"""
# One statement for all: each line says what it tells, of which kind, and one or two numbers.
_GOING = """
SELECT 1, '', COUNT(DISTINCT sharer_id),
       COUNT(DISTINCT CASE WHEN link_id IN ({ours}) THEN sharer_id END)
FROM sharing_arrival WHERE {arrived}
UNION ALL SELECT 2, kind, COUNT(DISTINCT subject_id), 0
FROM sharing_arrival WHERE {arrived} GROUP BY kind
UNION ALL SELECT 3, '', COUNT(DISTINCT owner_id), 0 FROM sharing_sharelink WHERE {shared}
UNION ALL SELECT 4, '', SUM(count), 0 FROM sharing_visits WHERE link_id IN ({ours})
"""


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
    """What the member set going, over all of their links and all generations.

    Nobody is beneath themselves: ``commands.note_came_through`` writes no such arrival.
    """
    links = statements.rows(_OWN, [member.pk])
    if not links:
        return SetGoing()
    ranges = [ends for number, above in links for ends in range_of(key_of(above, number))]
    numbers = [number for number, _above in links]
    ours = ", ".join(["%s"] * len(links))
    text = _GOING.format(
        ours=ours,
        arrived=" OR ".join(["(path >= %s AND path < %s)"] * len(links)),
        shared=" OR ".join(["(above >= %s AND above < %s)"] * len(links)),
    )
    told = statements.rows(text, [*numbers, *ranges, *ranges, *ranges, *numbers])
    figures = {(what, name): (first, second) for what, name, first, second in told}
    people, direct = figures[1, ""]
    return SetGoing(
        people=people,
        direct=direct,
        sharers=figures[3, ""][0],
        visits=int(figures[4, ""][0] or 0),
        things={name: first for (what, name), (first, _second) in figures.items() if what == 2},
    )
