"""Electors, as those who may look at them find them."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import ContactDetail, Elector
from groundswell.register.queries.reach import Reach, reach_of
from groundswell.register.queries.seats import seats_of_council
from groundswell.register.rules.search import Sought, what_is_sought

MOST_FOUND = 50


@dataclass(frozen=True)
class Found:
    """What a search found: at most ``MOST_FOUND`` electors, and whether there are more."""

    electors: list[Elector]
    more: bool


def elector_seen_by(member: Member, constituency_id: int, elector_id: int) -> Elector:
    """The elector, where a role of the member covers where they live; else NotFound.

    Closed entries are seen too. Those who see electors: organisers, data managers, agents.
    """
    reach = reach_of(member)
    elector = with_homes(
        Elector.objects.filter(reach.electors, constituency_id=constituency_id, pk=elector_id)
    ).first()
    if elector is None:
        raise NotFound
    return elector


def find_electors(member: Member, text: str, area: Area | None = None) -> Found:
    """Electors in force by name, postcode, elector number, street or telephone number.

    Of the areas that the member's roles cover, narrowed to ``area``. Anonymous entries are never
    found. Whoever shows them notes that they were seen.
    """
    sought = what_is_sought(text)
    if not sought:
        return Found([], more=False)
    reach = reach_of(member)
    in_force = Elector.objects.filter(reach.electors, constituency_id__in=reach.seats, gone_at=None)
    people = with_homes(in_force.exclude(kind=Elector.Kind.ANONYMOUS))
    if area is not None:
        people = people.filter(_in_area(area))
    found: dict[int, Elector] = {}
    for condition in _conditions(sought, reach):
        if len(found) <= MOST_FOUND:
            rows = people.filter(condition).order_by("name_key", "pk")[: MOST_FOUND + 1]
            found |= {elector.pk: elector for elector in rows}
    electors = list(found.values())
    return Found(electors[:MOST_FOUND], more=len(electors) > MOST_FOUND)


def with_homes(electors: QuerySet[Elector]) -> QuerySet[Elector]:
    """The electors with household, ward and district read along, each within its constituency."""
    of_one_seat = Q(household=None) | Q(household__constituency_id=F("constituency_id"))
    return electors.filter(of_one_seat).select_related("household", "ward", "polling_district")


def household_of(elector: Elector) -> QuerySet[Elector]:
    """Who else is registered in the elector's home, anonymous entries left out."""
    if elector.household_id is None:
        return Elector.objects.none()
    return (
        Elector.objects.filter(
            constituency_id=elector.constituency_id,
            household_id=elector.household_id,
            gone_at=None,
        )
        .exclude(pk=elector.pk)
        .exclude(kind=Elector.Kind.ANONYMOUS)
        .order_by("pk")
    )


def phone_numbers_of(elector: Elector) -> list[str]:
    """The telephone numbers that are in use for an elector, E.164, the newest first."""
    return list(
        details_of(elector)
        .filter(kind=ContactDetail.Kind.PHONE, retired_at=None)
        .values_list("value", flat=True)
    )


def details_of(elector: Elector) -> QuerySet[ContactDetail]:
    """Every number and address of an elector, those retired too, the newest first."""
    return ContactDetail.objects.filter(
        constituency_id=elector.constituency_id, elector_id=elector.pk
    ).order_by("-obtained_on", "-pk")


def _conditions(sought: Sought, reach: Reach) -> list[Q]:
    """What is asked one after another, the surest first."""
    asked: list[Q] = []
    at_home = Q(household__constituency_id__in=reach.seats)
    if sought.number is not None:
        prefix, number, suffix = sought.number
        asked.append(Q(prefix=prefix.upper(), number=number, suffix=suffix))
    if sought.postcode:
        asked.append(at_home & Q(household__postcode=sought.postcode))
    if sought.phone_digits:
        asked.append(Q(pk__in=_with_number(sought.phone_digits, reach)))
    asked += [Q(name_key__startswith=key) for key in sought.name_keys]
    if sought.street:
        street = at_home & Q(household__street__istartswith=sought.street)
        asked.append(street & Q(household__number=sought.house) if sought.house else street)
    return asked


def _with_number(digits: str, reach: Reach) -> list[int]:
    return list(
        ContactDetail.objects.filter(
            constituency_id__in=reach.seats,
            kind=ContactDetail.Kind.PHONE,
            value__endswith=digits,
            retired_at=None,
        ).values_list("elector_id", flat=True)[: MOST_FOUND + 1]
    )


def _in_area(area: Area) -> Q:
    beneath = Area.objects.filter(path__startswith=area.path).values("pk")
    inside = Q(constituency_id__in=beneath) | Q(ward_id__in=beneath)
    if area.kind == Area.Kind.COUNCIL:
        return Q(constituency_id__in=seats_of_council(area.pk), council_id=area.pk)
    if area.kind == Area.Kind.BRANCH:
        inside |= Q(ward_id__in=Area.objects.filter(branch=area).values("pk"))
    return inside | Q(polling_district_id__in=beneath)
