"""Whose rows are these: rows of a file, by elector number or by name and address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from groundswell.common import postcode as postcodes
from groundswell.common import sql
from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.register.queries.councils import councils_for
from groundswell.register.queries.seats import seats_of_council
from groundswell.register.rules.address import household_key, read_address
from groundswell.register.rules.elector_number import ElectorNumber, parse_slashed
from groundswell.register.rules.names import name_key, split_forenames, split_surname_first
from groundswell.register.rules.whose_row import (
    Candidate,
    Certainty,
    How,
    Judgement,
    Person,
    person,
    whose_row,
)

_AT_ONCE = 2_000
_ELECTOR = """
    SELECT told.place, e.constituency_id, e.id, e.person, e.kind, e.surname, e.forename,
        e.prefix, e.number, e.suffix, e.state_number, COALESCE(h.key, ''),
        COALESCE(h.address, ''), COALESCE(h.postcode, '')
    FROM told JOIN register_elector e ON {condition}
    LEFT JOIN register_household h
        ON h.constituency_id = e.constituency_id AND h.id = e.household_id
    WHERE e.constituency_id IN ({seats}) AND e.council_id = %s AND e.gone_at IS NULL"""
# From the homes to the people, so that the index on postcodes is used.
_DWELLER = """
    SELECT told.place, e.constituency_id, e.id, e.person, e.kind, e.surname, e.forename,
        e.prefix, e.number, e.suffix, e.state_number, h.key, h.address, h.postcode
    FROM told JOIN register_household h ON h.postcode = told.postcode
    JOIN register_elector e ON e.constituency_id = h.constituency_id AND e.household_id = h.id
    WHERE h.constituency_id IN ({seats}) AND e.council_id = %s AND e.gone_at IS NULL"""


@dataclass(frozen=True)
class RowToMatch:
    """What a row says of whom it is about: ``number`` as written, names, address lines, postcode.

    ``full_name`` is used where there is no surname: "Ann Smith" or "SMITH Ann" in one column.
    """

    number: str = ""
    surname: str = ""
    forename: str = ""
    full_name: str = ""
    address: tuple[str, ...] = ()
    postcode: str = ""


@dataclass(frozen=True)
class Matched:
    """The elector found, with what is shown beside the row."""

    constituency_id: int
    elector_id: int
    person: UUID
    name: str
    number: str
    address: str
    postcode: str


@dataclass(frozen=True)
class Match:
    """Whose row it is; an unclear one is for a person to decide. ``how`` says by what, or why."""

    certainty: Certainty
    how: How
    elector: Matched | None = None
    likeness: float = 0.0


def match_rows(member: Member | None, council_id: int, rows: Sequence[RowToMatch]) -> list[Match]:
    """A Match for each row, in order, among the electors in force of a council.

    For data managers of the council (None: the system). Anonymous entries are never matched. Asks
    the database a few times for each 2,000 rows, so give many at once.
    """
    if member is not None and not councils_for(member).filter(pk=council_id).exists():
        raise NotFound
    found: list[Match] = []
    seats = sorted(seats_of_council(council_id))
    for start in range(0, len(rows), _AT_ONCE):
        found += _Chunk(seats, council_id, rows[start : start + _AT_ONCE]).matches()
    return found


def name_of(row: RowToMatch) -> tuple[str, str]:
    """Surname and first forename of a row."""
    if row.surname or not row.full_name:
        return row.surname, split_forenames(row.forename)[0]
    words = row.full_name.replace(",", " , ").split()
    if "," in words or words[0].isupper():
        split = split_surname_first(row.full_name)
        return split.surname, split.forename
    return (words[-1], words[0]) if len(words) > 1 else (words[0], "")


class _Chunk:
    """Some rows, and the electors that they may be about."""

    def __init__(self, seats: list[int], council_id: int, rows: Sequence[RowToMatch]) -> None:
        self._seats, self._council_id = seats, council_id
        self._rows = rows
        self._numbers = [parse_slashed(row.number) if row.number else None for row in rows]
        self._people = [_as_person(row) for row in rows]
        self._electors: list[Matched] = []
        self._known: dict[tuple[int, int], Candidate] = {}

    def matches(self) -> list[Match]:
        numbered = self._by_number()
        neighbours = self._by_postcode()
        judged: list[Judgement] = []
        for place, someone in enumerate(self._people):
            others = neighbours.get(someone.postcode, []) if someone.postcode else []
            judged.append(whose_row(someone, numbered=numbered.get(place), others=others))
        self._look_elsewhere(judged, numbered)
        return [self._match(judgement) for judgement in judged]

    def _look_elsewhere(self, judged: list[Judgement], numbered: dict[int, Candidate]) -> None:
        """Rows that nobody at their postcode fits: anybody of the same name in the council."""
        open_ones = [
            place
            for place, judgement in enumerate(judged)
            if self._people[place].surname
            and (judgement.candidate is None or judgement.how is How.NUMBER_OF_ANOTHER)
            and judgement.how is not How.ANONYMOUS
        ]
        namesakes = self._by_name(open_ones)
        for place in open_ones:
            if place in namesakes:
                judged[place] = whose_row(
                    self._people[place], numbered=numbered.get(place), others=namesakes[place]
                )

    def _by_number(self) -> dict[int, Candidate]:
        told = [
            (place, number.prefix.upper(), number.number, number.suffix)
            for place, number in enumerate(self._numbers)
            if number is not None
        ]
        same = "e.prefix = told.prefix AND e.number = told.number AND e.suffix = told.suffix"
        found = self._ask(
            _ELECTOR, ["int", "text", "int", "int"], told, "prefix, number, suffix", same
        )
        state_numbers = [
            (place, row.number.strip())
            for place, row in enumerate(self._rows)
            if row.number and self._numbers[place] is None
        ]
        same = "e.state_number = told.state_number"
        found |= self._ask(_ELECTOR, ["int", "text"], state_numbers, "state_number", same)
        return {place: candidates[0] for place, candidates in found.items()}

    def _by_postcode(self) -> dict[str, list[Candidate]]:
        """The people at each postcode that a row names, by the folded postcode."""
        named = {
            someone.postcode: postcodes.tidy(someone.postcode)
            for someone, number in zip(self._people, self._numbers, strict=True)
            if someone.postcode and (someone.surname or number is None)
        }
        codes = list(named)
        told = [(place, named[code]) for place, code in enumerate(codes) if named[code]]
        found = self._ask(_DWELLER, ["int", "text"], told, "postcode", "")
        return {codes[place]: candidates for place, candidates in found.items()}

    def _by_name(self, places: list[int]) -> dict[int, list[Candidate]]:
        told = [
            (place, name_key(self._people[place].surname, self._people[place].forename))
            for place in places
        ]
        return self._ask(_ELECTOR, ["int", "text"], told, "name_key", "e.name_key = told.name_key")

    def _ask(
        self,
        query: str,
        kinds: list[str],
        told: Sequence[tuple[object, ...]],
        names: str,
        condition: str,
    ) -> dict[int, list[Candidate]]:
        found: dict[int, list[Candidate]] = {}
        if not told or not self._seats:
            return found
        values, parameters = sql.values(kinds, told)
        seats = ", ".join(["%s"] * len(self._seats))
        statement = f"WITH told(place, {names}) AS ({values}) " + query.format(
            condition=condition, seats=seats
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [*parameters, *self._seats, self._council_id])
            for place, *row in cursor.fetchall():
                found.setdefault(place, []).append(self._candidate(row))
        return found

    def _candidate(self, row: Sequence[Any]) -> Candidate:
        seat, elector_id, who, kind, surname, forename, *rest = row
        if (seat, elector_id) not in self._known:
            prefix, number, suffix, state_number, home, address, postcode = rest
            self._electors.append(
                Matched(
                    constituency_id=seat,
                    elector_id=elector_id,
                    person=who if isinstance(who, UUID) else UUID(who),
                    name=f"{forename} {surname}".strip(),
                    number=state_number or str(ElectorNumber(prefix, number, suffix)),
                    address=address,
                    postcode=postcode,
                )
            )
            self._known[seat, elector_id] = Candidate(
                place=len(self._electors) - 1,
                person=person(surname, forename, home, postcode, address),
                anonymous=kind == "anonymous",
            )
        return self._known[seat, elector_id]

    def _match(self, judgement: Judgement) -> Match:
        if judgement.candidate is None:
            return Match(judgement.certainty, judgement.how)
        elector = self._electors[judgement.candidate.place]
        return Match(judgement.certainty, judgement.how, elector, judgement.likeness)


def _as_person(row: RowToMatch) -> Person:
    surname, forename = name_of(row)
    postcode = postcodes.tidy(row.postcode) or _last_postcode(row.address)
    home = household_key(read_address(row.address), postcode) if any(row.address) else ""
    return person(surname, forename, home, postcode, " ".join(row.address))


def _last_postcode(lines: Iterable[str]) -> str:
    """A postcode that stands in the address: a line of its own, or the end of the last line."""
    for line in reversed([line for line in lines if line]):
        for words in (2, 1):
            if code := postcodes.tidy(" ".join(line.replace(",", " ").split()[-words:])):
                return code
    return ""
