"""The next yearly register: people move, come and go, marry, and every number is given anew."""

from dataclasses import dataclass, replace
from random import Random

from groundswell.register.town.dice import dice
from groundswell.register.town.families import draw_family
from groundswell.register.town.ids import newcomer_ids
from groundswell.register.town.living import Living
from groundswell.register.town.people import PersonMaker, may_register, slipped
from groundswell.register.town.shapes import Part, Person, Sex, Town


@dataclass(frozen=True, slots=True)
class Turnover:
    """Shares of last year's electors: who moves within the town, is new, is gone.

    ``married`` is the share of women under 50 living with a man of another name who take it,
    ``put_right`` that of misprinted names put right, ``misprinted`` that of names newly misprinted.
    """

    moved: float = 0.08
    new: float = 0.04
    gone: float = 0.03
    married: float = 0.06
    put_right: float = 0.5
    misprinted: float = 0.004


def next_year(town: Town, seed: int, turnover: Turnover | None = None) -> Town:
    """The register a year later. ``person_id`` and ``home_id`` last, so links can be scored."""
    shares = turnover or Turnover()
    chance = dice("year", seed, town.number, town.edition)
    published = town.published.replace(year=town.published.year + 1)
    maker = PersonMaker(chance, published, newcomer_ids(town.number, town.edition))
    living = Living(town, chance, published)
    before = len(living.everybody())
    _some_go(living, chance, round(before * shares.gone))
    moved = _households_move(living, round(before * shares.moved * 2 / 3))
    _young_ones_leave(living, chance, round(before * shares.moved) - moved)
    _some_come(living, maker, round(before * shares.new))
    _names_change(living, chance, shares)
    return Town(
        number=town.number,
        seed=seed,
        published=published,
        edition=town.edition + 1,
        parts=[_part(part, living, chance) for part in town.parts],
    )


def _some_go(living: Living, chance: Random, going: int) -> None:
    """Deaths, among the old, and those who leave the town, whole households of them."""
    oldest = sorted(living.everybody(), key=lambda pair: pair[1].born)[: going * 3]
    deaths = chance.sample(oldest, going * 2 // 5)
    for home_id, person in deaths:
        living.people[home_id].remove(person)
    left = going - len(deaths)
    for home_id in living.inhabited():
        if 0 < len(living.people[home_id]) <= min(left, 5):
            left -= len(living.clear(home_id))


def _households_move(living: Living, moving: int) -> int:
    """Whole households go round: each into the home of the one before, the first into an empty one.

    How many people have moved.
    """
    leaving = []
    left = moving
    for home_id in living.inhabited():
        if len(living.people[home_id]) <= min(left, 4):
            left -= len(living.people[home_id])
            leaving.append(home_id)
    if not leaving:
        return 0
    free = living.empty()
    target = free[0] if free else leaving[0]
    waiting = [living.clear(home_id) for home_id in leaving]
    for home_id, people in zip(leaving, waiting, strict=True):
        living.people[target] = people
        target = home_id
    return moving - left


def _young_ones_leave(living: Living, chance: Random, leaving: int) -> None:
    """Those of 19 to 34 who live with others: to an empty home, or to somebody young and single."""
    young = [
        (home_id, person)
        for home_id, person in living.everybody()
        if 19 <= living.age(person) <= 34 and len(living.people[home_id]) >= 2
    ]
    empty = living.empty()
    singles = [home_id for home_id in living.inhabited() if _is_young_single(living, home_id)]
    for home_id, person in chance.sample(young, min(leaving, len(young))):
        if empty and (not singles or chance.random() < 0.4):
            living.move(person, home_id, empty.pop())
        elif singles:
            living.move(person, home_id, singles.pop())


def _is_young_single(living: Living, home_id: int) -> bool:
    people = living.people[home_id]
    return len(people) == 1 and 20 <= living.age(people[0]) <= 45


def _some_come(living: Living, maker: PersonMaker, coming: int) -> None:
    """New families in half of the empty homes; the others come of age, or come as lodgers."""
    left = coming
    empty = living.empty()
    for home_id in empty[: (len(empty) + 1) // 2]:
        living.people[home_id] = list(draw_family(maker).people[:left])
        left -= len(living.people[home_id])
    for home_id in living.inhabited():
        if left > 0 and (person := _one_more(living, home_id, maker)):
            living.people[home_id].append(person)
            left -= 1


def _one_more(living: Living, home_id: int, maker: PersonMaker) -> Person | None:
    """A child of nearly 18 where there are parents, by their name; with a lone person, a lodger."""
    people, chance = living.people[home_id], maker.chance
    sex: Sex = "F" if chance.random() < 0.5 else "M"
    parent = next((one for one in people if 38 <= living.age(one) <= 58), None)
    if parent and len(people) <= 4:
        child = maker.person(sex, chance.uniform(17, 18.4), parent.surname, None)
        return child if may_register(child.born, maker.published) else None
    if len(people) == 1 and living.age(people[0]) < 60:
        surname, where = maker.family_name()
        return maker.person(sex, chance.uniform(20, 50), surname, where)
    return None


def _names_change(living: Living, chance: Random, shares: Turnover) -> None:
    for people in living.people.values():
        for index, person in enumerate(people):
            people[index] = _renamed(person, people, living, chance, shares)


def _renamed(
    person: Person, people: list[Person], living: Living, chance: Random, shares: Turnover
) -> Person:
    """The person with a name misprinted, put right or taken in marriage, or as before."""
    lot = chance.random()
    if person.slip:
        return replace(person, slip=None) if lot < shares.put_right else person
    if lot < shares.misprinted:
        return replace(person, slip=slipped(chance, person.forename, person.surname))
    if person.sex == "F" and living.age(person) < 50 and lot > 1 - shares.married:
        husband = next((one for one in people if _could_have_married(person, one)), None)
        if husband:
            return replace(person, surname=husband.surname, title="Mrs")
    return person


def _could_have_married(woman: Person, man: Person) -> bool:
    near = abs((woman.born - man.born).days) < 9 * 365
    return man.sex == "M" and near and man.surname != woman.surname


def _part(part: Part, living: Living, chance: Random) -> Part:
    """The part as it is now; one in twelve of those without an address has come off."""
    return Part(
        polling_district=part.polling_district,
        ward_code=part.ward_code,
        households=living.households(part),
        outsiders=tuple(one for one in part.outsiders if chance.random() > 1 / 12),
    )
