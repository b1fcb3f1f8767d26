"""What somebody types to find an elector: number, postcode, telephone, name or street."""

import re
from dataclasses import dataclass

from groundswell.common import postcode as postcodes
from groundswell.register.rules.elector_number import ElectorNumber, parse
from groundswell.register.rules.text import clean, fold

_PHONE = re.compile(r"^[+(]?[0-9][0-9 ()/.-]{5,}$")
_HOUSE = re.compile(r"^([0-9]+[A-Za-z]?)[ ,]+(.+)$")
# The last digits of a number are the same however its country and area are written.
_LAST_DIGITS = 9
_LEAST_LETTERS = 2


@dataclass(frozen=True)
class Sought:
    """What a text can mean; empty parts are not meant.

    ``name_keys`` are beginnings of ``Elector.name_key`` (surname, then forename).
    """

    number: ElectorNumber | None = None
    postcode: str = ""
    phone_digits: str = ""
    name_keys: tuple[str, ...] = ()
    house: str = ""
    street: str = ""

    def __bool__(self) -> bool:
        return self != Sought()


def what_is_sought(text: str) -> Sought:
    """Every meaning that the text can have; one letter alone means nothing."""
    tidied = clean(text).strip(" ,.")
    if postcode := postcodes.tidy(tidied):
        return Sought(postcode=postcode)
    if _PHONE.match(tidied):
        return Sought(phone_digits=re.sub("[^0-9]", "", tidied)[-_LAST_DIGITS:])
    number = parse(tidied)
    if len(fold(tidied)) < _LEAST_LETTERS:
        return Sought()
    house = _HOUSE.match(tidied)
    if house:
        return Sought(number=number, house=house[1].upper(), street=house[2].split(",")[0])
    return Sought(number=number, name_keys=_name_keys(tidied), street=tidied)


def _name_keys(text: str) -> tuple[str, ...]:
    """``Smith, Ann``, ``Ann Smith`` and ``Ann van der Berg`` as keys to look for, surest first."""
    before, comma, after = text.partition(",")
    words = [fold(word) for word in text.replace(",", " ").split() if fold(word)]
    if comma:
        return (f"{fold(before)} {fold(after.split()[0]) if after.split() else ''}".strip(),)
    if len(words) < 2:
        return tuple(words)
    surname_last = f"{''.join(words[1:])} {words[0]}"
    last_alone = f"{words[-1]} {words[0]}"
    surname_first = f"{words[0]} {words[1]}"
    return tuple(dict.fromkeys((surname_last, last_alone, surname_first)))
