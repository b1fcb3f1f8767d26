"""Whose row is this? A row of a file of contact details or past canvassing, and the register.

People write addresses and names freely, and last year's elector numbers belong to others this
year. So a number counts only where the name beside it fits, a name only where the home fits too,
and everything in between is for a person to decide.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from groundswell.register.rules.text import fold

# From which likeness (0 to 1) a name is taken as the same, and as worth a look.
SAME_NAME, LIKE_NAME = 0.92, 0.78
_SAME_HOME, _SAME_STREET = 0.95, 0.5
# The forename alone fits, as when somebody marries; and the least for a look at somebody at home.
_NEW_SURNAME, _WORTH_A_LOOK = 0.75, 0.72


class Certainty(StrEnum):
    """How sure it is whose row it is."""

    SURE = "sure"
    UNCLEAR = "unclear"
    NOBODY = "nobody"


class How(StrEnum):
    """By what somebody was found, or why nobody was."""

    NUMBER = "number"
    NAME_AND_HOME = "name_and_home"
    LIKE_NAME_AND_HOME = "like_name_and_home"
    NUMBER_OF_ANOTHER = "number_of_another"
    NAME_ELSEWHERE = "name_elsewhere"
    NAMESAKES = "namesakes"
    ANONYMOUS = "anonymous"
    NOTHING_GIVEN = "nothing_given"
    NOT_FOUND = "not_found"


class Person(NamedTuple):
    """Name and home, folded: of a row, or of an elector. Empty where unknown.

    ``home`` is Household.key of the register, or the same made of the row's address; ``address``
    its words in lower case.
    """

    surname: str
    forename: str
    home: str = ""
    postcode: str = ""
    address: str = ""


@dataclass(frozen=True)
class Candidate:
    """An elector that the row may be about; ``place`` is where the caller keeps the rest of it."""

    place: int
    person: Person
    anonymous: bool = False


@dataclass(frozen=True)
class Judgement:
    """How sure, which candidate (None: nobody), by what, and how alike (0 to 1)."""

    certainty: Certainty
    how: How
    candidate: Candidate | None = None
    likeness: float = 0.0


def whose_row(row: Person, *, numbered: Candidate | None, others: Iterable[Candidate]) -> Judgement:
    """Whose row it is; ``numbered`` has the row's elector number, ``others`` its home or name."""
    named = bool(row.surname)
    if numbered is not None and numbered.anonymous:
        return Judgement(Certainty.NOBODY, How.ANONYMOUS)
    if numbered is not None:
        likeness = name_likeness(row, numbered.person) if named else 1.0
        if likeness >= LIKE_NAME:
            return Judgement(Certainty.SURE, How.NUMBER, numbered, likeness)
    elif not named:
        return Judgement(Certainty.NOBODY, How.NOT_FOUND)
    found = _by_name_and_home(row, [one for one in others if not one.anonymous])
    if found.candidate is None and numbered is not None:
        likeness = name_likeness(row, numbered.person)
        return Judgement(Certainty.UNCLEAR, How.NUMBER_OF_ANOTHER, numbered, likeness)
    return found


def name_likeness(one: Person, other: Person) -> float:
    """How alike two names are, 0 to 1; an initial, or a forename left out, is nearly as good."""
    surnames = JaroWinkler.similarity(one.surname, other.surname)
    if one.forename != other.forename and not (one.forename and other.forename):
        return surnames * 0.85
    forenames = _forenames(one.forename, other.forename)
    if one.forename and forenames >= SAME_NAME and surnames < _NEW_SURNAME:
        return _NEW_SURNAME
    return min(surnames, forenames)


def _forenames(one: str, other: str) -> float:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if longer == shorter:
        return 1.0
    if len(shorter) == 1:
        return 0.95 if longer[0] == shorter else 0.3
    likeness = float(JaroWinkler.similarity(one, other))
    return max(likeness, 0.95) if len(shorter) >= 3 and longer.startswith(shorter) else likeness


def home_likeness(one: Person, other: Person) -> float:
    """How alike two homes are, 0 to 1: the same, the same but for spelling, close by, elsewhere."""
    if one.home and one.home == other.home:
        return 1.0
    if one.postcode and other.postcode and one.postcode != other.postcode:
        return _SAME_STREET if _same_door(one, other) else 0.0
    near = bool(one.postcode) and one.postcode == other.postcode
    if _same_door(one, other) or (near and _same_words(one, other)):
        return _SAME_HOME
    return _SAME_STREET if near else 0.0


def _same_door(one: Person, other: Person) -> bool:
    """Whether street, number and flat are the same but for spelling."""
    first, second = (person.home.split("|")[1:] for person in (one, other))
    if len(first) != 4 or len(second) != 4 or not first[0]:
        return False
    number, flat = first[1], first[3]
    if (number, flat) != (second[1], second[3]) or not (number or flat or first[2]):
        return False
    streets = fuzz.ratio(first[0], second[0]) / 100
    return streets >= SAME_NAME and (bool(number) or first[2] == second[2])


def _same_words(one: Person, other: Person) -> bool:
    """Whether two addresses of one postcode have the same numbers and letters, and like words."""
    if not (one.address and other.address):
        return False
    doors = [
        sorted(word for word in person.address.split() if len(word) == 1 or word[0].isdigit())
        for person in (one, other)
    ]
    alike = fuzz.token_set_ratio(one.address, other.address) >= 100 * SAME_NAME
    return alike and doors[0] == doors[1] and bool(doors[0])


def _by_name_and_home(row: Person, candidates: list[Candidate]) -> Judgement:
    named = [(name_likeness(row, one.person), one) for one in candidates]
    judged = [
        (home_likeness(row, one.person), likeness, one)
        for likeness, one in named
        if likeness >= _WORTH_A_LOOK
    ]
    at_home = [one for one in judged if one[0] >= _SAME_HOME]
    same = [one for one in at_home if one[1] >= SAME_NAME]
    if len(same) == 1:
        return _judgement(Certainty.SURE, How.NAME_AND_HOME, same[0])
    if same:
        best = max(same, key=lambda one: one[1])
        rivals = [one for one in same if one[1] >= best[1] - 0.02]
        if len(rivals) == 1 and best[1] == 1.0:
            return _judgement(Certainty.SURE, How.NAME_AND_HOME, best)
        return _judgement(Certainty.UNCLEAR, How.NAMESAKES, best)
    if at_home:
        best = max(at_home, key=lambda one: one[1])
        return _judgement(Certainty.UNCLEAR, How.LIKE_NAME_AND_HOME, best)
    elsewhere = [one for one in judged if one[1] >= SAME_NAME]
    nearest = max((one[0] for one in elsewhere), default=0.0)
    elsewhere = [one for one in elsewhere if one[0] == nearest]
    if len(elsewhere) == 1:
        return _judgement(Certainty.UNCLEAR, How.NAME_ELSEWHERE, elsewhere[0])
    return Judgement(Certainty.NOBODY, How.NAMESAKES if elsewhere else How.NOT_FOUND)


def _judgement(certainty: Certainty, how: How, judged: tuple[float, float, Candidate]) -> Judgement:
    home, name, candidate = judged
    return Judgement(certainty, how, candidate, round(name * (0.5 + home / 2), 3))


def person(
    surname: str, forename: str, home: str = "", postcode: str = "", address: str = ""
) -> Person:
    """A Person of names and address as written."""
    words = " ".join(word for word in map(fold, address.replace(",", " ").split()) if word)
    return Person(fold(surname), fold(forename), home, fold(postcode), words)
