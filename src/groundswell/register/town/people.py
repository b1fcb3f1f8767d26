"""Making one person: name, age, title and the small things a register says of them."""

from datetime import date, timedelta
from random import Random

from groundswell.register.town.names import community as draw_community
from groundswell.register.town.names import name_book
from groundswell.register.town.names_elsewhere import SINGLE_NAMES, Community
from groundswell.register.town.shapes import Person, Sex

VOTING_AGE = 18  # England and Northern Ireland, at the elections these registers are for


class PersonMaker:
    """Makes people for one part of one edition, numbering them from ``first_id``."""

    def __init__(self, chance: Random, published: date, first_id: int) -> None:
        self.chance = chance
        self.published = published
        self._next_id = first_id
        self._book = name_book()

    def family_name(self) -> tuple[str, Community | None]:
        """A surname to share, and the community it comes from."""
        where = draw_community(self.chance)
        return self._book.surname(self.chance, where), where

    def person(
        self, sex: Sex, age: float, surname: str, where: Community | None, *, married: bool = False
    ) -> Person:
        """Somebody of that sex and age in years on the day of publication."""
        chance = self.chance
        born = self.published - timedelta(days=int(age * 365.25))
        forename = self._book.forename(chance, sex, born.year, where)
        if chance.random() < 1 / 4000:
            forename, surname = "", chance.choice(SINGLE_NAMES)
        middle = ""
        if forename and chance.random() < 0.6:
            middle = self._book.forename(chance, sex, born.year, None)
            middle = "" if middle == forename else middle
        self._next_id += 1
        return Person(
            person_id=self._next_id - 1,
            sex=sex,
            born=born,
            title=_title(chance, sex, age, married=married),
            forename=forename,
            middle=middle,
            surname=surname,
            marker=_marker(chance, where),
            postal=chance.random() < (0.3 if age > 65 else 0.16),
            slip=slipped(chance, forename, surname) if chance.random() < 0.012 else None,
        )


def may_register(born: date, published: date) -> bool:
    """Whether somebody is on a register published then: of voting age, or within a year of it.

    Representation of the People Act 1983 s. 4(5): those who attain voting age within twelve
    months from the 1 December that follows the application.
    """
    return attains_voting_age(born) <= published + timedelta(days=365)


def attains_voting_age(born: date) -> date:
    """The eighteenth birthday; 1 March for those born on 29 February."""
    try:
        return born.replace(year=born.year + VOTING_AGE)
    except ValueError:
        return date(born.year + VOTING_AGE, 3, 1)


def slipped(chance: Random, forename: str, surname: str) -> tuple[str, str]:
    """A clerk's slip in one of the two names: a letter lost, doubled or swapped."""
    which = "forename" if len(forename) > 3 and chance.random() < 0.5 else "surname"
    name = forename if which == "forename" else surname
    if len(name) < 2:
        return which, name * 2
    at = chance.randrange(1, max(2, len(name) - 1))
    one = name[at : at + 1]
    after = name[at + 1 : at + 2]
    way = chance.randrange(3)
    if way == 0 and len(name) > 3:
        return which, name[:at] + name[at + 1 :]
    if way == 1 and after and after != one:
        return which, name[:at] + after + one + name[at + 2 :]
    return which, name[:at] + one + name[at:]


def _title(chance: Random, sex: Sex, age: float, *, married: bool) -> str:
    if chance.random() < 0.012:
        return chance.choice(("Dr", "Rev", "Prof", "Dr"))
    if sex == "M":
        return "Mr"
    if married and (age > 45 or chance.random() < 0.5):
        return "Mrs"
    return "Miss" if age < 30 and chance.random() < 0.6 else "Ms"


def _marker(chance: Random, where: Community | None) -> str:
    """A franchise letter. Some are letters that no list explains, as real files have them."""
    if where and where.markers and chance.random() < 0.7:
        return chance.choice(where.markers)
    lot = chance.random()
    if lot < 0.0004:
        return "L"
    return chance.choice("UDZW") if lot < 0.0024 else ""
