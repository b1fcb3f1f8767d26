"""How far things travel, for those who look after an area: counts, and nobody's name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet, Sum

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.members.queries import LOOK_AFTER, covered_paths, in_areas, roles_held
from groundswell.places.models import Area
from groundswell.sharing.models import Arrival, ShareLink, Sharer, Visits
from groundswell.sharing.rules.bringing import Brought, brought_by_each
from groundswell.sharing.rules.half_life import Fading, fading

_MANY_AREAS = 300
# Counting groups by their size is what Django's queries cannot say.
_HOW_MANY = "SELECT n, COUNT(*) FROM ({each_one}) each_one GROUP BY n"


@dataclass(frozen=True)
class Generation:
    """What came at one remove: 1 through links that nobody's link led to."""

    number: int
    people: int
    deeds: int
    sharers: int


@dataclass(frozen=True)
class Part:
    """A theme or an area: how many people, and how often they did something."""

    name: str
    people: int
    deeds: int


@dataclass(frozen=True)
class Reach:
    """Everything the page tells. People are counted once in each figure."""

    people: int
    newcomers: int
    sharers: int
    visits: int
    generations: list[Generation]
    brought: Brought | None
    visits_fading: Fading | None
    deeds_fading: Fading | None
    themes: list[Part]
    areas: list[Part]


@dataclass(frozen=True)
class Scope:
    """Which links are looked at: of the campaign's own things, in these areas, of this theme."""

    everywhere: bool
    paths: tuple[str, ...]
    theme: str = ""

    def over(self, link: str) -> Q:
        """The condition on rows that reach a link by ``link`` ("", "link__", "came_by__")."""
        wanted = Q(**{f"{link}independent": False})
        if not self.everywhere:
            areas = Area.objects.filter(in_areas("", self.paths)).values_list("pk", flat=True)
            few = list(areas[: _MANY_AREAS + 1])
            # Named one by one the index serves them; beyond that the database does better itself.
            named = few if len(few) <= _MANY_AREAS else areas
            wanted &= Q(**{f"{link}area__in": named})
        return wanted & Q(**{f"{link}theme": self.theme}) if self.theme else wanted


def scope_for(member: Member, area_id: int | None = None, theme: str = "") -> Scope:
    """What the member may look at: the areas they look after, or one of those; else NotFound."""
    paths = covered_paths(member, *LOOK_AFTER)
    if not paths:
        raise NotFound
    if area_id is None:
        top = roles_held(member, *LOOK_AFTER).filter(area__parent=None).exists()
        return Scope(everywhere=top, paths=tuple(paths), theme=theme)
    area = Area.objects.filter(in_areas("", paths), pk=area_id).first()
    if area is None:
        raise NotFound
    return Scope(everywhere=False, paths=(area.path,), theme=theme)


def reach(scope: Scope) -> Reach:
    """How far what lies in the scope travelled."""
    arrivals = Arrival.objects.filter(scope.over(""))
    links = ShareLink.objects.filter(scope.over(""))
    came = Sharer.objects.filter(scope.over("came_by__"), came_by__isnull=False)
    visits = Visits.objects.filter(scope.over("link__"))
    return Reach(
        people=_different(arrivals, "sharer"),
        newcomers=came.filter(is_newcomer=True).count(),
        sharers=_different(links, "owner"),
        visits=visits.aggregate(n=Sum("count"))["n"] or 0,
        generations=generations(scope),
        brought=brought(scope),
        visits_fading=_fading(_visits_by_delay(visits)),
        deeds_fading=_fading(
            arrivals.values_list("day", "link_made_on").annotate(Count("pk")).order_by()
        ),
        themes=_parts(arrivals, "theme"),
        areas=_parts(arrivals, "area__name"),
    )


def generations(scope: Scope) -> list[Generation]:
    """People, deeds and sharers at each remove, the nearest first."""
    arrived = (
        Arrival.objects.filter(scope.over(""))
        .values_list("generation")
        .annotate(Count("sharer", distinct=True), Count("pk"))
        .order_by("generation")
    )
    passing_on = dict(
        ShareLink.objects.filter(scope.over(""), generation__gt=0)
        .values_list("generation")
        .annotate(Count("owner", distinct=True))
        .order_by()
    )
    return [
        Generation(number, people, deeds, passing_on.get(number, 0))
        for number, people, deeds in arrived
    ]


def brought(scope: Scope) -> Brought | None:
    """How many each person brings in, over everybody who shared or came through a share."""
    return brought_by_each(brought_counts(scope))


def brought_counts(scope: Scope) -> dict[int, int]:
    """{how many were brought in: by how many people}, those who brought in nobody included."""
    came = Sharer.objects.filter(scope.over("came_by__"), came_by__isnull=False).order_by()
    by_each = came.values("came_by__owner").annotate(n=Count("pk")).values("n")
    statement, values = by_each.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_HOW_MANY.format(each_one=statement), values)
        counts = dict(cursor.fetchall())
    owners = ShareLink.objects.filter(scope.over("")).order_by().values_list("owner_id")
    everybody = owners.union(came.values_list("pk")).count()
    return {**counts, 0: everybody - sum(counts.values())}


def themes_in(scope: Scope) -> list[str]:
    """The themes there are to choose from."""
    whole = Scope(scope.everywhere, scope.paths)
    found = ShareLink.objects.filter(whole.over("")).order_by("theme")
    return list(found.values_list("theme", flat=True).distinct())


def _different(rows: QuerySet[Any], field: str) -> int:
    return int(rows.aggregate(n=Count(field, distinct=True))["n"])


def _parts(arrivals: QuerySet[Arrival], field: str) -> list[Part]:
    found = (
        arrivals.values_list(field)
        .annotate(people=Count("sharer", distinct=True), deeds=Count("pk"))
        .order_by("-people", field)[:20]
    )
    return [Part(name or "", people, deeds) for name, people, deeds in found]


def _visits_by_delay(visits: QuerySet[Visits]) -> Iterable[tuple[int, date, int]]:
    counted = visits.values_list("day", "link__made_on").annotate(Sum("count")).order_by()
    return (((day - made_on).days, made_on, number) for day, made_on, number in counted)


def _fading(rows: Iterable[tuple[int, date, int]]) -> Fading | None:
    today = clock.today()
    return fading((delay, (today - made_on).days, number) for delay, made_on, number in rows)
