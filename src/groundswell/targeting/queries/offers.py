"""What there is to choose from in an area: streets, tags, parties."""

from typing import Any

from django.db.models import Q, QuerySet

from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import Elector, Household, Tag
from groundswell.targeting.queries.areas import within
from groundswell.targeting.queries.universes import check_may_target
from groundswell.targeting.rules import Within

FEW = 20
MOST_TAGS = 200


def streets_in(member: Member, area: Area, text: str) -> list[str]:
    """Up to twenty streets of the area that begin with ``text``, whatever its case, by name."""
    check_may_target(member, area)
    if not text.strip():
        return []
    streets: set[str] = set()
    for constituency_id, place in within(area).items():
        here = Household.objects.filter(_in_place(place), constituency=constituency_id)
        named = here.filter(street__istartswith=text.strip()).order_by("street")
        streets.update(named.values_list("street", flat=True).distinct()[:FEW])
    return sorted(streets)[:FEW]


def spellings_of(area: Area, street: str) -> list[str]:
    """The street as the register spells it, in each of its spellings; empty where there is none."""
    if not street.strip():
        return []
    streets: set[str] = set()
    for constituency_id in within(area):
        here = Household.objects.filter(constituency=constituency_id, street__iexact=street.strip())
        streets.update(here.values_list("street", flat=True).distinct())
    return sorted(streets)


def tags_in(area: Area) -> list[str]:
    """The tags in use in the area's constituencies, by name."""
    tags = Tag.objects.filter(constituency__in=within(area))
    return _distinct(tags, "name")[:MOST_TAGS]


def parties_in(area: Area) -> list[str]:
    """The parties with which electors of the area's constituencies are registered (US only)."""
    electors = Elector.objects.filter(constituency__in=within(area), gone_at=None)
    return _distinct(electors.exclude(party_registered=""), "party_registered")


def _distinct(rows: QuerySet[Any], field: str) -> list[str]:
    return list(rows.order_by(field).values_list(field, flat=True).distinct())


def _in_place(place: Within) -> Q:
    if place.whole:
        return Q()
    return Q(ward__in=place.wards) | Q(polling_district__in=place.districts)
