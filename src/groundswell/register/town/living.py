"""Who lives in which home of a town, while a year goes by."""

from datetime import date
from random import Random

from groundswell.register.town.shapes import Household, Part, Person, Town


class Living:
    """The people of each home, by its id; the order of homes is that of the register."""

    def __init__(self, town: Town, chance: Random, on: date) -> None:
        self.people = {
            household.home.home_id: list(household.people)
            for part in town.parts
            for household in part.households
        }
        self._chance = chance
        self._on = on

    def everybody(self) -> list[tuple[int, Person]]:
        """Each person with the id of their home."""
        return [(home_id, one) for home_id, people in self.people.items() for one in people]

    def inhabited(self) -> list[int]:
        """The homes with people in them, in any order."""
        return self._shuffled([home_id for home_id, people in self.people.items() if people])

    def empty(self) -> list[int]:
        """The homes without people, in any order."""
        return self._shuffled([home_id for home_id, people in self.people.items() if not people])

    def clear(self, home_id: int) -> list[Person]:
        """Everybody leaves that home; who they were."""
        people, self.people[home_id] = self.people[home_id], []
        return people

    def move(self, person: Person, home_id: int, to: int) -> None:
        """One person goes from one home to another."""
        self.people[home_id].remove(person)
        self.people[to].append(person)

    def age(self, person: Person) -> float:
        """In years, at the end of the year."""
        return (self._on - person.born).days / 365.25

    def households(self, part: Part) -> tuple[Household, ...]:
        """The homes of a part with those who live there now; empty ones stay for the next year."""
        return tuple(
            Household(one.home, tuple(self.people[one.home.home_id])) for one in part.households
        )

    def _shuffled(self, home_ids: list[int]) -> list[int]:
        self._chance.shuffle(home_ids)
        return home_ids
