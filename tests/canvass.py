"""An open canvass in the pretend town: streets of made-up people, their doors on a map."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.db.models import Max

from groundswell.common import clock
from groundswell.contact.commands import keep_states
from groundswell.outreach.commands import EffortPlan, draw_up_effort, open_effort
from groundswell.outreach.models import Effort
from groundswell.register.models import Elector, Household
from tests.phone_bank import ALL_DAY, FORENAMES, SURNAMES, script_version, universe_of
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
        Elector(
            constituency=place,
            council=place,
            person=uuid4(),
            household=home,
            ward=town.riverside,
            prefix="BB",
            number=before + at,
            forename=FORENAMES[at % len(FORENAMES)],
            surname=SURNAMES[home.pk % len(SURNAMES)],
            edition=date(2026, 12, 1),
            last_import_id=1,
        )
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
    usual: dict[str, Any] = {
        "name": "Riverside on foot",
        "area": town.marshfield,
        "starts_on": clock.today(),
        "ends_on": clock.today() + timedelta(days=14),
        "hours": ALL_DAY,
    }
    given = usual | plan
    given["universe"] = plan.get("universe") or universe_of(town)
    given["script_version"] = plan.get("script_version") or script_version(town)
    effort = draw_up_effort(by=town.organiser, channel="door", plan=EffortPlan(**given))
    return open_effort(by=town.organiser, effort=effort)
