"""Which column of a file of contact details holds what."""

import hashlib
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz

from groundswell.common import postcode as postcodes
from groundswell.register.layouts import GuessedColumn, has_heading
from groundswell.register.rules.text import fold

FIELDS = (
    "whole_number",
    "full_name",
    "forename",
    "surname",
    "address_1",
    "address_2",
    "address_3",
    "address_4",
    "postcode",
    "phone",
    "landline",
    "mobile",
    "email",
    "tags",
    "postal",
    "source",
    "obtained_on",
    "consent_channels",
    "consent_wording",
    "consent_on",
    "consent_how",
)
WHO = frozenset({"whole_number", "full_name", "surname"})
WHAT = frozenset({"phone", "landline", "mobile", "email", "tags", "postal"})

_SHAPES = (
    ("email", r"[^@\s]+@[^@\s]+\.[a-z]+", 0.9),
    ("mobile", r"(\+44 ?|0)7[0-9 ]{8,11}", 0.9),
    ("phone", r"(\+|0)[0-9 ()-]{8,16}", 0.8),
    ("whole_number", r".*[A-Za-z].*-[0-9]+(/[0-9]*)?", 0.8),
)
_SURE, _LIKE_A_HEADING, _MOST_SAMPLES = 0.95, 86, 5


def recognise(rows: Sequence[Sequence[str]]) -> dict[int, str] | None:
    """What each column holds, where every heading is one we know; else None: a person says."""
    if not has_heading(rows):
        return None
    names = _known_headings()
    held = {place: names.get(fold(cell), "") for place, cell in enumerate(rows[0]) if cell}
    known = [name for name in held.values() if name]
    if len(known) < len(held) or len(set(known)) < len(known):
        return None
    return held if WHO & set(known) and WHAT & set(known) else None


def guess(rows: Sequence[Sequence[str]]) -> list[GuessedColumn]:
    """A guess at each column, by its heading, else by its values; no field is guessed twice."""
    headed = has_heading(rows)
    body = rows[1:] if headed else rows
    taken: set[str] = set()
    guesses = []
    for place in range(max((len(row) for row in rows), default=0)):
        heading = rows[0][place] if headed and place < len(rows[0]) else ""
        values = [row[place] for row in body if place < len(row) and row[place]]
        field, sure = max((_by_heading(heading), _by_values(values)), key=lambda one: one[1])
        if field in taken:
            field, sure = "", 0.0
        taken.add(field)
        samples = tuple(dict.fromkeys(values))[:_MOST_SAMPLES]
        guesses.append(GuessedColumn(place, heading, field, sure, samples))
    return guesses


def signature(heading: Sequence[str]) -> str:
    """A hash by which headings named once by a person are known again; never a register's."""
    cells = "\t".join(["contact details", *(fold(cell) for cell in heading)])
    return hashlib.sha256(cells.encode()).hexdigest()


def _by_heading(heading: str) -> tuple[str, float]:
    folded = fold(heading)
    names = _known_headings()
    if not folded:
        return "", 0.0
    if folded in names:
        return names[folded], _SURE
    nearest = max(names, key=lambda name: fuzz.ratio(folded, name))
    likeness = fuzz.ratio(folded, nearest)
    return (names[nearest], likeness / 125) if likeness >= _LIKE_A_HEADING else ("", 0.0)


def _by_values(values: Sequence[str]) -> tuple[str, float]:
    if not values:
        return "", 0.0
    if sum(1 for value in values if postcodes.tidy(value)) > 0.6 * len(values):
        return "postcode", 0.9
    for field, shape, sure in _SHAPES:
        if sum(1 for value in values if re.fullmatch(shape, value)) > 0.8 * len(values):
            return field, sure
    return "", 0.0


@cache
def _known_headings() -> dict[str, str]:
    text = (files(__package__) / "headings.toml").read_text(encoding="utf-8")
    return {fold(alias): field for field, names in tomllib.loads(text).items() for alias in names}
