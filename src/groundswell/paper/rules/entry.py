"""Reading one line that somebody typed from a sheet: ``17 S``, ``KD-289 S .p``, ``O+``, ``S``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from groundswell.paper.rules.legend import MARK, WHOLE_HOUSE, WITH_DETAIL, Code
from groundswell.paper.rules.row_codes import read_row_code

LONGEST = 200


@dataclass(frozen=True)
class Line:
    """What was meant: the row, its code, marks behind points, and words that go with them."""

    row: int
    code: Code
    whole_house: bool = False
    marks: str = ""
    words: str = ""


@dataclass(frozen=True)
class RowNamed:
    """Only a row was named: what comes next is about it."""

    row: int


class MisreadError(ValueError):
    """A line that means nothing on this sheet; ``why`` names the sentence to be said."""

    def __init__(self, why: str, typed: str = "") -> None:
        super().__init__(why)
        self.why, self.typed = why, typed


@dataclass(frozen=True)
class OnSheet:
    """What there is to choose from: row numbers by elector number, the codes, the mark letters."""

    printing_code: str
    rows: Mapping[int, str]
    codes: Sequence[Code]
    marks: frozenset[str] = frozenset()

    def code(self, typed: str) -> Code | None:
        """The code with this key, in whatever case."""
        return next((one for one in self.codes if one.key.upper() == typed.upper()), None)

    def row(self, typed: str) -> int | None:
        """The row with this number, row code or elector number; None where there is none."""
        if (read := read_row_code(typed)) is not None:
            return read[1] if read[0] == self.printing_code and read[1] in self.rows else None
        if typed.isdecimal() and int(typed) in self.rows:
            return int(typed)
        wanted = typed.upper()
        found = [row for row, number in self.rows.items() if number.upper() == wanted]
        if not found and typed.isdecimal():
            found = [row for row, number in self.rows.items() if _ends_in(number, typed)]
        return found[0] if len(found) == 1 else None


def read_line(typed: str, sheet: OnSheet, here: int | None) -> Line | RowNamed:
    """What a line says; ``here`` is the row it is about where it names none.

    A word alone is a code if it is one, else a row. Two words are a row and a code, wherever both
    can be read so. Raises MisreadError.
    """
    words = typed[:LONGEST].split()
    if not words:
        raise MisreadError("nothing")
    row, rest = _row_first(words, sheet)
    if row is not None and not rest:
        return RowNamed(row)
    where = row if row is not None else here
    if where is None:
        raise MisreadError("which_row")
    return _told(where, rest, sheet)


def _row_first(words: Sequence[str], sheet: OnSheet) -> tuple[int | None, Sequence[str]]:
    first, rest = words[0], list(words[1:])
    row = sheet.row(first)
    if row is not None and rest and _code(rest[0], sheet) is not None:
        return row, rest
    if _code(first, sheet) is not None:
        return None, words
    if row is not None:
        if rest:
            raise MisreadError("no_such_code", rest[0])
        return row, ()
    glued = _taken_apart(first, sheet)
    if glued is not None:
        return glued[0], [glued[1], *rest]
    looks_like_a_row = any(letter.isdigit() for letter in first)
    if len(words) > 1 or looks_like_a_row:
        raise MisreadError("no_such_row" if looks_like_a_row else "no_such_code", first)
    raise MisreadError("no_such_code", first)


def _taken_apart(word: str, sheet: OnSheet) -> tuple[int, str] | None:
    """``17S`` is row 17 and S."""
    digits = word[: len(word) - len(word.lstrip("0123456789"))]
    row, code = sheet.row(digits) if digits else None, word[len(digits) :]
    if row is None or not code or _code(code, sheet) is None:
        return None
    return row, code


def _code(word: str, sheet: OnSheet) -> Code | None:
    return sheet.code(word) or sheet.code(word.removesuffix(WHOLE_HOUSE))


def _told(row: int, rest: Sequence[str], sheet: OnSheet) -> Line:
    word, *more = rest
    code = _code(word, sheet)
    if code is None:
        raise MisreadError("no_such_code", word)
    whole_house = sheet.code(word) is None
    if whole_house and not code.of_house:
        raise MisreadError("not_of_house", code.key)
    marks, words = _marks_and_words(more, sheet.marks)
    if words and code.outcome not in WITH_DETAIL and "i" not in marks:
        raise MisreadError("what_is_that", words)
    if whole_house and (marks or words):
        raise MisreadError("house_takes_nothing", code.key)
    return Line(row, code, whole_house, marks, words)


def _marks_and_words(more: Iterable[str], known: frozenset[str]) -> tuple[str, str]:
    marks: list[str] = []
    words: list[str] = []
    for word in more:
        if not word.startswith(MARK) or words:
            words.append(word)
            continue
        for letter in word.removeprefix(MARK).lower():
            if letter not in known:
                raise MisreadError("no_such_mark", f"{MARK}{letter}")
            if letter not in marks:
                marks.append(letter)
    return "".join(marks), " ".join(words)


def _ends_in(elector_number: str, digits: str) -> bool:
    """Whether the number behind the district's letters is this one: ``289`` of ``KD-289``."""
    return elector_number.rpartition("-")[2] == digits
