"""What a pretend town is made of; things keep their hidden truth, so matching can be scored."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Sex = Literal["F", "M"]
Kind = Literal["ordinary", "other", "overseas", "anonymous"]
Operation = Literal["A", "M", "D"]


@dataclass(slots=True, frozen=True)
class Person:
    """Somebody made up. ``slip`` is how a clerk misprinted a name: (field, what was printed)."""

    person_id: int
    sex: Sex
    born: date
    title: str
    forename: str
    middle: str
    surname: str
    marker: str = ""
    postal: bool = False
    slip: tuple[str, str] | None = None

    @property
    def printed_forename(self) -> str:
        """The forename as the register has it."""
        return self.slip[1] if self.slip and self.slip[0] == "forename" else self.forename

    @property
    def printed_surname(self) -> str:
        """The surname as the register has it."""
        return self.slip[1] if self.slip and self.slip[0] == "surname" else self.surname


@dataclass(slots=True, frozen=True)
class Home:
    """One dwelling on a real street; its number or name is made up.

    ``flat`` is "Flat 3" or "Room 2", ``building`` the name of a house or block, ``number`` the
    number on the street ("12", "12A", "4- 6"), any of them empty. ``uprn`` has twelve digits that
    no real dwelling has.
    """

    home_id: int
    flat: str
    building: str
    number: str
    street: str
    locality: str
    post_town: str
    postcode: str
    ward_code: str
    constituency_code: str
    polling_district: str
    order: tuple[str, str, int, str, int]

    @property
    def uprn(self) -> str:
        """A made-up Unique Property Reference Number."""
        return f"9{self.home_id:011d}"


@dataclass(slots=True, frozen=True)
class Household:
    """A home and those of its people who may be on the register."""

    home: Home
    people: tuple[Person, ...]


@dataclass(slots=True, frozen=True)
class Outsider:
    """Somebody registered in a district without an address there, or without a name."""

    person: Person
    kind: Kind


@dataclass(slots=True, frozen=True)
class PretendElector:
    """A line of the register: ``prefix``-``number``/``suffix``, where suffix 0 is none."""

    person: Person
    home: Home | None
    kind: Kind
    prefix: str
    number: int
    suffix: int
    attains_on: date | None

    @property
    def person_id(self) -> int:
        """Who it really is, the same in every edition."""
        return self.person.person_id

    @property
    def household_id(self) -> int | None:
        """The dwelling, the same in every edition; None for those without an address."""
        return self.home.home_id if self.home else None

    @property
    def elector_number(self) -> str:
        """As printed: ``KD-2/2-289/1``."""
        tail = f"/{self.suffix}" if self.suffix else ""
        return f"{self.prefix}-{self.number}{tail}"


@dataclass(slots=True, frozen=True)
class Part:
    """The part of a register that one polling district is."""

    polling_district: str
    ward_code: str
    households: tuple[Household, ...]
    outsiders: tuple[Outsider, ...]


@dataclass(slots=True)
class Town:
    """A town's register in one edition. ``number`` 1 is Basildon itself, higher ones its copies."""

    number: int
    seed: int
    published: date
    edition: int
    parts: list[Part] = field(repr=False)

    def electors(self) -> Iterator[PretendElector]:
        """Every line of the register, in its order, numbered."""
        from groundswell.register.town.enrol import enrol

        for part in self.parts:
            yield from enrol(part, self.published, self.seed, self.edition)


@dataclass(slots=True, frozen=True)
class Change:
    """A line of a monthly notice: added, amended or deleted in ``month`` (1 to 12)."""

    operation: Operation
    elector: PretendElector
    month: int
