"""A few dozen made-up people who differ in everything that a rule can ask."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from groundswell.contact.models import ElectorState
from groundswell.places.models import Area
from groundswell.register.models import Elector, Household, Tag

NOW = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
TODAY = NOW.date()
STREETS = ("High Street", "Church Lane", "O'Neill's \"50 %\" Row")
TAGS = ("poster site", "lift", "'; drop")
PARTIES = ("", "DEM", "REP")
STOPS = ("", "", "", ",phone,", ",door,", ",all,", ",phone,door,")
OUTCOMES = ("", "no_answer", "spoke", "refused", "engaged")
_HOUR = timedelta(hours=1)
INTENTIONS = ("", "", "supporter", "leaning", "against")


@dataclass(frozen=True)
class Place:
    """The areas of the test: one constituency in two wards of two polling districts each."""

    country: Area
    constituency: Area
    elsewhere: Area
    wards: tuple[Area, Area]
    districts: tuple[Area, Area, Area, Area]
    district_elsewhere: Area


@dataclass(frozen=True)
class Person:
    """One person with all that is known of them."""

    elector: Elector
    state: ElectorState
    household: Household | None
    tags: frozenset[str]


def make_area(kind: str, code: str, parent: Area | None, **more: Any) -> Area:
    """An area beneath another, with its path."""
    above = parent.path if parent else "/"
    area = Area.objects.create(
        kind=kind, code=code, name=f"{kind} {code}", parent=parent, path=above, nation="E", **more
    )
    area.path = f"{above}{area.pk}/"
    area.save()
    return area


def make_place() -> Place:
    """The areas."""
    country = make_area("country", "GB", None)
    constituency = make_area("constituency", "C1", country)
    wards = (make_area("ward", "W1", constituency), make_area("ward", "W2", constituency))
    districts = tuple(
        make_area("polling_district", f"{ward.code}{letter}", ward)
        for ward in wards
        for letter in "AB"
    )
    elsewhere = make_area("constituency", "C2", country)
    far = make_area("polling_district", "W3A", make_area("ward", "W3", elsewhere))
    return Place(country, constituency, elsewhere, wards, districts, far)  # type: ignore[arg-type]  # four of them


def make_people(place: Place, seed: int = 7, households: int = 24) -> list[Person]:
    """People at so many addresses, two without any, and some at an address elsewhere."""
    chance = random.Random(seed)
    people = [
        person
        for number in range(households)
        for person in _at_an_address(place.constituency, place, chance, number)
    ]
    people += [_person(place.constituency, place, chance, None, 900 + n) for n in range(2)]
    return people + _at_an_address(place.elsewhere, place, chance, 99)


def _at_an_address(
    constituency: Area, place: Place, chance: random.Random, number: int
) -> list[Person]:
    elsewhere = constituency == place.elsewhere
    district = place.district_elsewhere if elsewhere else chance.choice(place.districts)
    street = chance.choice(STREETS)
    household = Household.objects.create(
        constituency=constituency,
        key=f"{number} {street}".upper(),
        address=f"{number} {street}",
        street=street,
        ward=district.parent,
        polling_district=district,
    )
    return [
        _person(constituency, place, chance, household, number * 10 + n)
        for n in range(chance.randint(1, 4))
    ]


def _person(
    constituency: Area,
    place: Place,
    chance: random.Random,
    household: Household | None,
    number: int,
) -> Person:
    elector = _elector(constituency, place, chance, household, number)
    state = _state(elector, chance)
    tags = frozenset(tag for tag in TAGS if chance.random() < 0.3)
    for tag in tags:
        Tag.objects.create(constituency=constituency, elector=elector, name=tag, added_at=NOW)
    return Person(elector, state, household, tags)


def _elector(
    constituency: Area,
    place: Place,
    chance: random.Random,
    household: Household | None,
    number: int,
) -> Elector:
    return Elector.objects.create(
        constituency=constituency,
        person=UUID(int=constituency.pk * 10_000 + number),
        council=place.country,
        household=household,
        ward=household.ward if household else None,
        polling_district=household.polling_district if household else None,
        number=number,
        forename="Made",
        surname=f"Up{number}",
        attains_on=chance.choice([None, None, None, TODAY + timedelta(days=200)]),
        born_on=chance.choice([None, None, date(1980, 11, 23), date(1980, 11, 24)]),
        birth_year=chance.choice([None, None, 1950, 1981, 2006]),
        party_registered=chance.choice(PARTIES),
        absent_vote=chance.choice(["", "postal", "proxy", "postal_proxy"]),
        edition=TODAY,
        last_import_id=1,
        row_hash="",
    )


def _state(elector: Elector, chance: random.Random) -> ElectorState:
    contacted = chance.choice([None, None, NOW - timedelta(days=chance.randint(0, 90))])
    intention = chance.choice(INTENTIONS) if contacted else ""
    attempts = chance.randint(1, 5) if contacted else chance.choice([0, 0, 1, 2])
    return ElectorState.objects.create(
        constituency=elector.constituency,
        elector=elector,
        household=elector.household,
        ward_id=elector.ward_id,
        polling_district_id=elector.polling_district_id,
        in_force=chance.random() < 0.9,
        old_enough_on=chance.choice([*[None] * 9, TODAY, TODAY + timedelta(days=1)]),
        callable_until=chance.choice([None, TODAY, TODAY - timedelta(days=1), date(9999, 12, 31)]),
        not_callable=chance.choice(["", "no_number", "tps", "unscreened"]),
        stopped=chance.choice(STOPS),
        rests_until=chance.choice([None, None, NOW - timedelta(days=1), NOW + timedelta(days=9)]),
        call_back_at=chance.choice(
            [*[None] * 8, NOW - timedelta(hours=1), NOW + timedelta(days=1)]
        ),
        attempts=attempts,
        contacts=1 if contacted else 0,
        last_attempt_at=contacted,
        last_contact_at=contacted,
        last_outcome=chance.choice(OUTCOMES),
        voting_intention=intention,
        voting_intention_at=contacted if intention else None,
    )
