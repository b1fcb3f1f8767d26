"""What the columns of an unknown file probably hold, for a person to confirm."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz

from groundswell.common import postcode as postcodes
from groundswell.register.layouts.layout import all_layouts
from groundswell.register.rules.text import fold

_DATE = r"[0-9]{1,4}[-/ .][0-9A-Za-z]{1,9}[-/ .][0-9]{2,4}"
_SHAPES = (
    ("whole_number", r".*[A-Za-z].*-[0-9]+(/[0-9]*)?", 0.8),
    ("title", r"(?i)(mr|mrs|miss|ms|mx|dr|rev|sir|lady|lord|prof)\.?", 0.8),
    ("age_date", _DATE, 0.6),
    ("uprn", r"[0-9]{10,12}", 0.6),
    ("address_1", r"[0-9]+[A-Za-z]? [A-Za-z' ]+", 0.5),
    ("number", r"[0-9]{1,5}", 0.4),
)
SURE_OF_HEADING, SURE_OF_POSTCODE, LIKE_A_HEADING = 0.95, 0.9, 86


@dataclass(frozen=True)
class GuessedColumn:
    """A column of an unknown file: its heading, what it may hold, how sure (0–1), some values."""

    position: int
    heading: str
    field: str
    sure: float
    samples: tuple[str, ...]


def guess_columns(rows: Sequence[Sequence[str]], *, headed: bool) -> list[GuessedColumn]:
    """A guess for each column, by heading first, then by the look of its values.

    No field is guessed twice: the column about which we are surest has it, others have none.
    """
    heading = rows[0] if headed and rows else ()
    body = rows[1:] if headed else rows
    guesses = []
    for place in range(max((len(row) for row in rows), default=0)):
        values = [row[place] for row in body if place < len(row) and row[place]]
        title = heading[place] if place < len(heading) else ""
        field, sure = max((_by_heading(title), _by_values(values)), key=lambda guessed: guessed[1])
        samples = tuple(dict.fromkeys(values))[:5]
        guesses.append(GuessedColumn(place, title, field, sure, samples))
    return _each_field_once(guesses)


def has_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: it has words only, each once, and no data."""
    if not rows:
        return False
    cells = [cell for cell in rows[0] if cell]
    number_or_date = re.compile(rf"[0-9.,/ -]+|{_DATE}")
    if not cells or len(set(cells)) < len(cells):
        return False
    return not any(number_or_date.fullmatch(cell) or postcodes.tidy(cell) for cell in cells)


def _by_heading(heading: str) -> tuple[str, float]:
    folded = fold(heading)
    if not folded:
        return "", 0.0
    names = _known_headings()
    if folded in names:
        return names[folded], SURE_OF_HEADING
    nearest = max(names, key=lambda name: fuzz.ratio(folded, name))
    likeness = fuzz.ratio(folded, nearest)
    return (names[nearest], likeness / 125) if likeness >= LIKE_A_HEADING else ("", 0.0)


def _by_values(values: list[str]) -> tuple[str, float]:
    if not values:
        return "", 0.0
    if sum(1 for value in values if postcodes.tidy(value)) > 0.6 * len(values):
        return "postcode", SURE_OF_POSTCODE
    for field, shape, sure in _SHAPES:
        if sum(1 for value in values if re.fullmatch(shape, value)) > 0.8 * len(values):
            return field, sure
    return "", 0.0


def _each_field_once(guesses: list[GuessedColumn]) -> list[GuessedColumn]:
    surest: dict[str, GuessedColumn] = {}
    for guess in sorted(guesses, key=lambda guess: -guess.sure):
        surest.setdefault(guess.field, guess)
    return [
        guess
        if surest[guess.field] is guess
        else GuessedColumn(guess.position, guess.heading, "", 0.0, guess.samples)
        for guess in guesses
    ]


@cache
def _known_headings() -> dict[str, str]:
    """Every heading that some layout uses, and others often seen, with its field."""
    more = tomllib.loads((files(__package__) / "other-headings.toml").read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for columns in (more, *(layout.columns for layout in all_layouts())):
        for key, aliases in columns.items():
            for alias in aliases:
                names.setdefault(fold(alias), key)
    return names
