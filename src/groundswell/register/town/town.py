"""Making a town: exactly so many electors, along real streets, the same for the same seed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from random import Random

from groundswell.places import gazetteer
from groundswell.register.town.copies import MOST_TOWNS, coded, lettered
from groundswell.register.town.dice import dice
from groundswell.register.town.families import Family, care_home, draw_family
from groundswell.register.town.homes import home, plots_along
from groundswell.register.town.ids import district_ids
from groundswell.register.town.people import PersonMaker
from groundswell.register.town.shapes import Household, Outsider, Part, Person, Sex, Town
from groundswell.register.town.stretches import Stretch, stretches

LARGEST_TOWN = 130_000  # about the borough's real electorate
KNOWN_STREETS_UP_TO = 20_000  # beyond it, the streets known from addresses would be too crowded
_PEOPLE_A_HOME = 1.86
_FEWEST_A_DISTRICT = 120
_CARE_HOME_EACH = 4_000


@dataclass(frozen=True, slots=True)
class Allotment:
    """How many electors a polling district shall have, and along which stretches they live."""

    index: int
    polling_district: str
    ward_code: str
    electors: int
    stretches: tuple[Stretch, ...]


def make_county(electors: int, seed: int, published: date) -> Iterator[Town]:
    """Towns with so many electors in all, one after another: Basildon first, then its copies."""
    towns = ceil(electors / LARGEST_TOWN)
    if towns > MOST_TOWNS:
        raise ValueError(f"at most {MOST_TOWNS * LARGEST_TOWN:,} electors can be made")
    shares = _in_proportion(electors, [1] * max(1, towns))
    for number, share in enumerate(shares, start=1):
        yield make_town(share, seed, published, number=number)


def make_town(electors: int, seed: int, published: date, *, number: int = 1) -> Town:
    """One town of so many electors, entries without an address included."""
    parts = [_part(allotment, seed, published, number) for allotment in _allot(electors)]
    return Town(number=number, seed=seed, published=published, edition=0, parts=parts)


def _allot(electors: int) -> list[Allotment]:
    """The electors shared among polling districts by the number of their postcodes."""
    by_district: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches(whole_borough=electors > KNOWN_STREETS_UP_TO):
        by_district[stretch.polling_district].append(stretch)
    letters = sorted(by_district)
    wanted = max(1, min(len(letters), electors // _FEWEST_A_DISTRICT))
    chosen = [letters[index * len(letters) // wanted] for index in range(wanted)]
    shares = _in_proportion(electors, [len(by_district[one]) for one in chosen])
    return [
        Allotment(index, one, by_district[one][0].ward_code, share, tuple(by_district[one]))
        for index, (one, share) in enumerate(zip(chosen, shares, strict=True))
    ]


def _in_proportion(total: int, weights: list[int]) -> list[int]:
    """Whole shares of the total by weight, their sum exact (largest remainders)."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares


def _part(allotment: Allotment, seed: int, published: date, town: int) -> Part:
    chance = dice(seed, town, allotment.polling_district)
    first_id = district_ids(town, allotment.index)
    maker = PersonMaker(chance, published, first_id)
    outsiders = make_outsiders(maker, allotment.electors, certainly=allotment.index == 0)
    families = _families(maker, allotment.electors - len(outsiders))
    return Part(
        polling_district=lettered(allotment.polling_district, town),
        ward_code=coded(allotment.ward_code, town),
        households=tuple(_housed(families, allotment, chance, first_id, town)),
        outsiders=tuple(outsiders),
    )


def _families(maker: PersonMaker, electors: int) -> list[Family]:
    """Families of exactly so many people; the last one is cut to fit."""
    families: list[Family] = []
    left = electors
    care_homes = maker.chance.random() < electors / _CARE_HOME_EACH
    while left > 0:
        family = care_home(maker) if care_homes and left > 60 else draw_family(maker)
        care_homes = False
        family = Family(family.people[:left], family.care)
        left -= len(family.people)
        if family.people:
            families.append(family)
    maker.chance.shuffle(families)
    return families


def _housed(
    families: list[Family], allotment: Allotment, chance: Random, first_id: int, town: int
) -> Iterator[Household]:
    """Each family in a home of its own, spread over the district's stretches."""
    seat = gazetteer.ward_seats()[allotment.ward_code].constituency_code
    weights = [chance.randint(12, 30) for _ in allotment.stretches]
    counts = _in_proportion(len(families), weights)
    usual = allotment.electors / _PEOPLE_A_HOME / len(allotment.stretches)
    room = max(8, ceil(usual * 1.9))
    waiting = iter(families)
    serial = first_id
    for stretch, count in zip(allotment.stretches, counts, strict=True):
        for plot in plots_along(stretch, count, room, chance):
            family = next(waiting)
            if family.care:
                plot.building, plot.flat = f"{stretch.street.split(' ')[0]} Grange Care Home", ""
            yield Household(home(stretch, plot, serial, town, seat), family.people)
            serial += 1


def make_outsiders(maker: PersonMaker, electors: int, *, certainly: bool) -> list[Outsider]:
    """Those without an address: overseas, in the services, anonymous. About one in two hundred."""
    if electors < 40:
        return []
    chance = maker.chance
    found: list[Outsider] = []
    for kind, share in (("overseas", 0.004), ("other", 0.0015), ("anonymous", 0.0004)):
        how_many = int(electors * share + chance.random()) + (1 if certainly else 0)
        found.extend(_outsider(maker, kind) for _ in range(how_many))
    return found


def _outsider(maker: PersonMaker, kind: str) -> Outsider:
    surname, where = maker.family_name()
    sex: Sex = "F" if maker.chance.random() < 0.5 else "M"
    person: Person = maker.person(sex, maker.chance.uniform(22, 80), surname, where)
    if kind == "overseas":
        return Outsider(person, "overseas")
    return Outsider(person, "other" if kind == "other" else "anonymous")
