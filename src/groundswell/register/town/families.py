"""Who lives together: couples of near ages, grown children at home, single pensioners, sharers."""

from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from groundswell.register.town.people import PersonMaker, may_register
from groundswell.register.town.shapes import Person, Sex


@dataclass(frozen=True, slots=True)
class Family:
    """People who share a home; ``care`` says that it is a care home."""

    people: tuple[Person, ...]
    care: bool = False


def draw_family(maker: PersonMaker) -> Family:
    """A household of a kind as common as it is."""
    make = _KINDS[bisect(_UPTO, maker.chance.random() * _UPTO[-1])][1]
    people = [one for one in make(maker) if may_register(one.born, maker.published)]
    return Family(tuple(people))


def care_home(maker: PersonMaker) -> Family:
    """Eight to twenty residents, old and unrelated, more women than men."""
    residents = []
    for _ in range(maker.chance.randint(8, 20)):
        surname, where = maker.family_name()
        sex: Sex = "F" if maker.chance.random() < 0.7 else "M"
        age = maker.chance.uniform(76, 101)
        residents.append(maker.person(sex, age, surname, where, married=True))
    return Family(tuple(residents), care=True)


def _single(maker: PersonMaker, youngest: float, oldest: float, women: float) -> list[Person]:
    surname, where = maker.family_name()
    sex: Sex = "F" if maker.chance.random() < women else "M"
    age = maker.chance.uniform(youngest, oldest)
    return [maker.person(sex, age, surname, where, married=age > 60)]


def _couple(maker: PersonMaker, youngest: float, oldest: float) -> list[Person]:
    """Two people a few years apart; the younger they are, the less often they share a name."""
    chance = maker.chance
    surname, where = maker.family_name()
    age = chance.uniform(youngest, oldest)
    other_age = max(18.0, age - 2 + chance.gauss(0, 3.2))
    shared = chance.random() < (0.95 if age > 60 else 0.8 if age > 38 else 0.55)
    first: Sex = "M"
    second: Sex = "F"
    if chance.random() < 0.03:
        first = second = "F" if chance.random() < 0.5 else "M"
    other_name, other_where = (surname, where) if shared else maker.family_name()
    return [
        maker.person(first, age, surname, where, married=shared),
        maker.person(second, other_age, other_name, other_where, married=shared),
    ]


def _with_children(maker: PersonMaker, parents: list[Person], surname: str) -> list[Person]:
    """The parents and their children of 16 to 25 who still live at home, by their name."""
    chance = maker.chance
    mother = parents[-1]
    mothers_age = (maker.published - mother.born).days / 365.25
    where = None
    children = []
    age = min(25.9, mothers_age - chance.uniform(20, 34))
    for _ in range(chance.choice((1, 1, 2, 2, 3))):
        if age < 16:
            break
        sex: Sex = "F" if chance.random() < 0.48 else "M"
        children.append(maker.person(sex, age, surname, where))
        age -= chance.uniform(1.2, 4.5)
    return parents + children


def _family(maker: PersonMaker) -> list[Person]:
    parents = _couple(maker, 42, 60)
    return _with_children(maker, parents, parents[0].surname)


def _lone_parent(maker: PersonMaker) -> list[Person]:
    parent = _single(maker, 40, 58, women=0.86)
    return _with_children(maker, parent, parent[0].surname)


def _three_generations(maker: PersonMaker) -> list[Person]:
    """A family with an old parent of one of the two."""
    people = _family(maker)
    parent = maker.chance.choice(people[:2])
    age = (maker.published - parent.born).days / 365.25 + maker.chance.uniform(22, 34)
    surname, where = (parent.surname, None)
    return [*people, maker.person("F", min(age, 99), surname, where, married=True)]


def _sharers(maker: PersonMaker) -> list[Person]:
    """Three to six unrelated people of 20 to 42."""
    return [
        person
        for _ in range(maker.chance.randint(3, 6))
        for person in _single(maker, 20, 42, women=0.46)
    ]


_KINDS: tuple[tuple[float, Callable[[PersonMaker], list[Person]]], ...] = (
    (0.14, lambda maker: _single(maker, 66, 96, women=0.66)),
    (0.16, lambda maker: _single(maker, 24, 66, women=0.46)),
    (0.17, lambda maker: _couple(maker, 65, 92)),
    (0.26, lambda maker: _couple(maker, 24, 64)),
    (0.17, _family),
    (0.05, _lone_parent),
    (0.02, _three_generations),
    (0.03, _sharers),
)
_UPTO = tuple(accumulate(share for share, _ in _KINDS))
