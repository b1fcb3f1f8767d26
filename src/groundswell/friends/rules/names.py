"""Names as people keep them in a telephone, and as a register prints them: what both share.

The table beside this file is the one source: the pages hand the same table to the script that does
this on a supporter's own device (static/friends/names.js), and a test holds the two to one list.
"""

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_MARKS = re.compile(r"\(.*?\)|\[.*?\]|\d+")
_LETTERS_NFD_LEAVES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
# From so many consonants on, they alone tell a name; a shorter one needs its vowels, too.
_ENOUGH = 4
_MOST_FORENAMES = 4


class Name(NamedTuple):
    """A surname and a forename, folded."""

    surname: str
    forename: str


def table() -> dict[str, Any]:
    """The table as the pages hand it on: titles, particles, sounds, nicknames."""
    return dict(_table())


def fold(text: str) -> str:
    """Letters alone, without case and accents: ``Siân O'Brien`` gives ``sianobrien``."""
    flat = unicodedata.normalize("NFKD", text).lower().replace("ß", "ss")
    return "".join(one for one in flat.translate(_LETTERS_NFD_LEAVES) if one.isalpha())


def sound(name: str) -> str:
    """A folded name as it sounds, so that spellings of one name come out alike.

    Vowels are run together, and left out after the first letter where four consonants or more
    remain: ``clarke`` and ``clark`` give ``klrk``, ``browne`` gives ``bran``.
    """
    for pattern, by in _sounds():
        name = pattern.sub(by, name)
    bones = name[:1] + name[1:].replace("a", "")
    return bones if len(bones) >= _ENOUGH else name


def forenames(name: str) -> tuple[str, ...]:
    """How a folded forename may sound in full: ``liz`` as ``elizabeth``; itself where unknown."""
    return tuple(dict.fromkeys(sound(full) for full in _nicknames().get(name, (name,))))


def surnames(text: str) -> tuple[str, ...]:
    """A surname, and for a double-barrelled one each of its parts; folded."""
    parts = [fold(part) for part in re.split(r"[-\u2010-\u2015]", text)]
    told = [fold(text), *(part for part in parts if len(part) > 2)]
    return tuple(dict.fromkeys(one for one in told if one))


def names_in(text: str) -> tuple[Name, ...]:
    """The ways to read a whole name as somebody typed it, surest first; none of one word.

    ``Smith, Ann``, ``Dr Ann Smith (work)``, ``Jan van der Berg``, and ``Smith Ann`` where only the
    last word is known as a forename.
    """
    text = _MARKS.sub(" ", text)
    before, comma, after = text.partition(",")
    if comma and _words(after):
        return _named(" ".join(_words(before)), _words(after)[0])
    words = _words(text)
    if len(words) < 2:
        return ()
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _table()["particles"]:
        start -= 1
    ways = [*_named("".join(words[start:]) if start < len(words) - 1 else words[-1], words[0])]
    if len(words) > 2 and start == len(words) - 1:
        ways += _named(f"{words[-2]}-{words[-1]}", words[0])[:1]
    if len(words) == 2 and _is_forename(words[1]) and not _is_forename(words[0]):
        ways += _named(words[0], words[1])
    return tuple(dict.fromkeys(ways))


def names_of(surname: str, forename: str) -> tuple[Name, ...]:
    """The same where surname and forename stand apart; one of them empty: the other is read."""
    if not (surname.strip() and forename.strip()):
        return names_in(surname or forename)
    given = _words(_MARKS.sub(" ", forename))
    family = " ".join(_words(_MARKS.sub(" ", surname)))
    return _named(family, given[0]) if given else ()


def _named(surname: str, forename: str) -> tuple[Name, ...]:
    given = fold(forename)
    return tuple(Name(one, given) for one in surnames(surname) if given)


def _words(text: str) -> list[str]:
    words = [word for word in re.split(r"[\s.]+", text) if fold(word)]
    while len(words) > 1 and fold(words[0]) in _table()["titles"]:
        words = words[1:]
    return words


def _is_forename(word: str) -> bool:
    return fold(word) in _nicknames()


@cache
def _table() -> dict[str, Any]:
    text = (files(__package__) / "names.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


@cache
def _sounds() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(one), by.replace("$", "\\")) for one, by in _table()["sounds"]]


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    """Each known forename with the full names that it may stand for."""
    found: dict[str, list[str]] = {}
    for group in _table()["nicknames"]:
        full, *short = group.split()
        for name in (full, *short):
            told = found.setdefault(name, [])
            if name == full:
                told.insert(0, full)
            else:
                told.append(full)
    return {name: tuple(full[:_MOST_FORENAMES]) for name, full in found.items()}
