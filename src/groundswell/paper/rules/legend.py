"""The codes written at doors and keyed afterwards: one letter each where letters allow it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

WHOLE_HOUSE = "+"
MARK = "."


@dataclass(frozen=True)
class Code:
    """What is written in a cell. ``question`` and ``value`` are set for a voting intention."""

    key: str
    label: str
    outcome: str
    question: str = ""
    value: str = ""
    meaning: str = ""
    of_house: bool = False


@dataclass(frozen=True)
class Mark:
    """Something asked for or offered, written and keyed behind a point: ``.p``."""

    key: str
    label: str
    kind: str


# What is wished for each result, best first; what an organisation uses for itself is not taken.
_WISHES: Mapping[str, Sequence[str]] = {
    "no_answer": ("O", "0", "NI"),
    "other_answered": ("E", "SE"),
    "refused": ("R", "RF"),
    "call_back": ("C", "CB"),
    "language": ("G", "LG"),
    "moved": ("M", "MV"),
    "deceased": ("D", "DD"),
    "do_not_contact": ("K", "DK"),
    "inaccessible": ("I", "IN"),
    "spoke": ("T", "TK"),
}
OF_HOUSE = frozenset({"no_answer", "refused", "inaccessible", "other_answered", "do_not_contact"})
WITH_DETAIL = frozenset({"language", "call_back"})
_MARKS = {
    "p": "poster",
    "h": "help",
    "v": "postal_vote",
    "l": "leaflets",
    "m": "membership",
    "t": "lift",
    "d": "donate",
    "i": "issue",
}


def legend_of(intentions: Iterable[Code], outcomes: Mapping[str, str]) -> tuple[Code, ...]:
    """All codes of a sheet: the organisation's letters, then each result under a free letter.

    ``outcomes`` maps an outcome to its words, in the order in which they are shown.
    """
    codes = list(intentions)
    taken = {code.key.upper() for code in codes}
    for outcome, label in outcomes.items():
        key = next(wish for wish in _wishes(outcome) if wish not in taken)
        taken.add(key)
        codes.append(Code(key, label, outcome, of_house=outcome in OF_HOUSE))
    return tuple(codes)


def marks_of(labels: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks for those kinds of wish that have words."""
    return tuple(Mark(key, labels[kind], kind) for key, kind in _MARKS.items() if kind in labels)


def mark_kinds(letters: str) -> tuple[str, ...]:
    """The kinds of wish that mark letters stand for; what stands for none is passed over."""
    return tuple(_MARKS[letter] for letter in letters if letter in _MARKS)


def written(codes: Iterable[Code]) -> list[dict[str, Any]]:
    """The codes as JSON that a printing keeps."""
    return [asdict(code) for code in codes]


def read(kept: Iterable[Mapping[str, Any]]) -> tuple[Code, ...]:
    """The codes back from that JSON."""
    return tuple(Code(**one) for one in kept)


def _wishes(outcome: str) -> Iterator[str]:
    yield from _WISHES.get(outcome, ())
    yield from (f"X{number}" for number in range(1, 100))
