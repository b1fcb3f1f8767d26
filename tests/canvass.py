"""An open canvass in the pretend town: streets of made-up people, their doors on a map."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Max

from groundswell.contact.commands import keep_states
from groundswell.outreach.models import Effort
from groundswell.register.models import Elector, Household
from tests.phone_bank import FORENAMES, open_effort_for, resident
from tests.town import Town

STREETS = ("Mill Lane", "Long Riding", "Church Road", "Whitmore Way", "High Street")
_NORTH, _EAST = 1 / 111_320.0, 1 / 69_500.0  # degrees for a metre, at this latitude


def doors_in(town: Town, doors: int, *, people: Sequence[int] = (2, 1), streets: int = 2) -> None:
    """So many doors in parallel streets of the ward, on both sides, with people behind them."""
    place = town.marshfield
    before = Elector.objects.filter(constituency=place).count()
    there = Household.objects.filter(constituency=place, street__in=STREETS)
    last = there.aggregate(last=Max("number_order"))["last"] or 0
    homes = Household.objects.bulk_create(
        _home(town, at % streets, last + at // streets + 1) for at in range(doors)
    )
    behind = [home for at, home in enumerate(homes) for _one in range(people[at % len(people)])]
    Elector.objects.bulk_create(
        resident(home, "BB", before + at, FORENAMES[at % len(FORENAMES)])
        for at, home in enumerate(behind, start=1)
    )
    keep_states([place.pk])


def _home(town: Town, street: int, number: int) -> Household:
    name = STREETS[street]
    return Household(
        constituency=town.marshfield,
        key=f"{number} {name.lower()} ss14 1a{'abcde'[street]}",
        address=f"{number} {name}",
        number=str(number),
        number_order=number,
        street=name,
        postcode=f"SS14 1A{'ABCDE'[street]}",
        ward=town.riverside,
        latitude=51.57 + (street * 60 + number % 2 * 12) * _NORTH,
        longitude=0.45 + number // 2 * 10 * _EAST,
    )


def open_canvass(town: Town, *, doors: int = 12, streets: int = 2, **plan: Any) -> Effort:
    """A canvass at all hours, open, over so many new doors."""
    if doors:
        doors_in(town, doors, streets=streets)
    return open_effort_for(town, "door", **{"name": "Riverside on foot"} | plan)
