"""Names of people: one column taken apart, capitals put right, keys for comparing."""

import re
from typing import NamedTuple

from groundswell.register.rules import words as known
from groundswell.register.rules.text import fold

_ANONYMOUS = re.compile(r"\banonymous\b", re.IGNORECASE)


class PersonName(NamedTuple):
    """A name as its bearer would write it."""

    surname: str
    forename: str = ""
    middle_names: str = ""


def split_surname_first(text: str) -> PersonName:
    """``SURNAME Forename Middle…`` of one column taken apart.

    Where only the surname is in capitals, the capitals say how far it reaches (``VAN DER BERG
    Jan``). Else it is the first word with the particles before it. One word is a surname.
    """
    words = text.replace(",", " ").split()
    if not words:
        return PersonName("")
    cut = _capitals(words) or _particles(words)
    return PersonName(" ".join(words[:cut]), *_forename_and_middle(words[cut:]))


def split_forenames(text: str) -> tuple[str, str]:
    """The first forename and the rest, where a column holds all of them."""
    return _forename_and_middle(text.split())


def is_anonymous(surname: str, forename: str) -> bool:
    """Whether the entry shows no person: no name at all, or the words "Anonymous Elector"."""
    return not (surname or forename) or says_anonymous(f"{forename} {surname}")


def says_anonymous(text: str) -> bool:
    """Whether the word stands where a name should."""
    return bool(_ANONYMOUS.search(text))


def repair_case(text: str, *, surname: bool = False) -> str:
    """Capitals where people put them, for names written in one case; others stay as they are."""
    if not (text.isupper() or text.islower()):
        return text
    words = text.lower().split()
    repaired = [_repair_word(word, surname=surname) for word in words]
    if surname and len(words) > 1:
        repaired = [_particle(words, place, repaired[place]) for place in range(len(words))]
    return " ".join(repaired)


def name_key(surname: str, forename: str) -> str:
    """Surname and first forename for comparing and finding: ``obrien sean``."""
    return f"{fold(surname)} {fold(forename)}"[:120].strip()


def _forename_and_middle(words: list[str]) -> tuple[str, str]:
    return (words[0], " ".join(words[1:])) if words else ("", "")


def _capitals(words: list[str]) -> int:
    leading = 0
    while leading < len(words) and words[leading].isupper() and len(words[leading]) > 1:
        leading += 1
    return leading if leading < len(words) and not words[-1].isupper() else 0


def _particles(words: list[str]) -> int:
    leading = 0
    while leading < len(words) - 2 and words[leading].lower() in known.PARTICLES:
        leading += 1
    return leading + 1


def _repair_word(word: str, *, surname: bool) -> str:
    if "-" in word:
        return "-".join(_repair_word(part, surname=surname) for part in word.split("-"))
    before, mark, after = word.partition("'")
    if mark and len(before) == 1 and after:
        return f"{before.upper()}'{_repair_word(after, surname=surname)}"
    if not surname and len(word) == 2 and not set(word) & set("aeiouy"):
        return word.upper()
    if word.startswith("mc") and len(word) > 3:
        return f"Mc{word[2:].capitalize()}"
    if word.startswith("mac") and word[3:] in known.AFTER_MAC:
        return f"Mac{word[3:].capitalize()}"
    return word.capitalize()


def _particle(words: list[str], place: int, repaired: str) -> str:
    word = words[place]
    if place == len(words) - 1:
        return repaired
    follows_particle = place > 0 and words[place - 1] in known.SMALL_IN_SURNAMES
    return (
        word if word in known.SMALL_IN_SURNAMES or (word == "la" and follows_particle) else repaired
    )
