"""Dealing the doors of a round out to sheets of paper. Lengths are millimetres."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ROWS_ON_A_SHEET = 28


@dataclass(frozen=True)
class Measures:
    """How high things are on a sheet of one edition, and how much room there is below its head."""

    room: float
    row: float
    house: float
    street: float
    left_out: float


# An A4 page less margins, head, codes and column headings leaves the room; the two are matched by
# the lengths in sheets.typ. A row takes a Micro QR code with its quiet zone, or 16-point type.
STANDARD = Measures(room=240.0, row=8.2, house=0.0, street=5.0, left_out=5.0)
LARGE = Measures(room=208.0, row=16.0, house=9.5, street=10.0, left_out=10.0)
EDITIONS = {"standard": STANDARD, "large": LARGE}


@dataclass(frozen=True)
class Person:
    """One elector as a sheet has them; ``letter`` is the organisation's for their last intention.

    ``said_on`` is when that was, in a few characters; ``known`` what else helps at the door.
    """

    elector_id: int
    elector_number: str
    name: str
    letter: str = ""
    said_on: str = ""
    postal: bool = False
    known: str = ""


@dataclass(frozen=True)
class Door:
    """One household in its place in the walk; ``nobody`` means that no one is to be sent there."""

    household_id: int
    label: str
    street: str
    people: tuple[Person, ...] = ()
    note: str = ""
    nobody: bool = False
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class Row:
    """One elector on a sheet, with the number under which they are keyed."""

    number: int
    person: Person


@dataclass(frozen=True)
class Block:
    """One household on a sheet; ``street`` is set where a new street begins."""

    door: Door
    rows: tuple[Row, ...]
    street: str = ""


@dataclass(frozen=True)
class Sheet:
    """One page to carry; numbers count from 1."""

    number: int
    blocks: tuple[Block, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, from the top."""
        return tuple(row for block in self.blocks for row in block.rows)


def deal_out(doors: Iterable[Door], measures: Measures = STANDARD) -> list[Sheet]:
    """The sheets of a walk: same order, households whole unless one alone is longer than a page.

    Rows are numbered through all sheets from 1, so that a row's number names it on any of them.
    A door where nobody is to be sent has no rows, only its line. A door without people is left out.
    """
    pages: list[list[Block]] = [[]]
    used, number, street = 0.0, 0, ""
    for door in doors:
        for people in _portions(door, measures):
            needed = _height(door, len(people), measures)
            begins = door.street != street or not pages[-1]
            if pages[-1] and used + needed + begins * measures.street > measures.room:
                pages.append([])
                used, begins = 0.0, True
            rows = tuple(Row(number + at, one) for at, one in enumerate(people, start=1))
            pages[-1].append(Block(door, rows, door.street if begins else ""))
            used += needed + begins * measures.street
            number, street = number + len(people), door.street
    return [Sheet(at, tuple(blocks)) for at, blocks in enumerate(pages, start=1) if blocks]


def _portions(door: Door, measures: Measures) -> list[Sequence[Person]]:
    if door.nobody:
        return [()]
    most = int((measures.room - measures.street - measures.house) // measures.row)
    return [door.people[at : at + most] for at in range(0, len(door.people), most)]


def _height(door: Door, people: int, measures: Measures) -> float:
    return measures.left_out if door.nobody else measures.house + people * measures.row
