"""Address lines taken apart: flat, house name, number, street, locality, town.

Councils put the same home in many ways (``Flat A / 12A``, ``1  Eden House`` then the street, the
number in a line of its own, the postcode again at the end). The parts serve for walking order and
for seeing that two spellings are one home; the text keeps what was written, in readable case.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from groundswell.common import postcode as postcodes
from groundswell.register.rules import words
from groundswell.register.rules.names import repair_case
from groundswell.register.rules.text import fold

_NUMBER = r"[0-9]+[A-Za-z]?(?: 1/2)?(?: ?[-–&] ?[0-9]+[A-Za-z]?)?"
_BARE_NUMBER = re.compile(rf"^({_NUMBER})$")
_NUMBERED = re.compile(rf"^({_NUMBER})[ ,]+(\D.*)$")
_FLAT_WORD = r"(?:flat|apartment|apt\.?|unit|room|studio|maisonette|suite|bedsit|lot|#)"
_FLAT = re.compile(
    rf"^(?:{_FLAT_WORD}\b.*|(?:the )?(?:annexe?|flat)|.*\b(?:floor|garden|basement)(?: flat)?)$",
    re.IGNORECASE,
)
_FLAT_THEN_REST = re.compile(rf"^({_FLAT_WORD} ?[A-Za-z0-9]+) ?/? (\d.*)$", re.IGNORECASE)
_FLAT_THEN_NAME = re.compile(rf"^({_FLAT_WORD} ?[A-Za-z0-9]+) (\D.*)$", re.IGNORECASE)
_FLAT_SLASH_NUMBER = re.compile(rf"^({_FLAT_WORD} ?\w+) ?/ ?({_NUMBER})$", re.IGNORECASE)
_FLAT_AT_END = re.compile(
    r"^(\d.+?),? ((?:apt|apartment|suite|unit|lot|#)\.? ?\w+)$", re.IGNORECASE
)
_ORDINAL = re.compile("^[0-9]+(?:st|nd|rd|th)$", re.IGNORECASE)
_NOWHERE = re.compile(
    r"\b(?:other electors?|service voters?|declaration of local connection"
    r"|no fixed (?:abode|address)|electoral (?:services|registration)|overseas electors?)\b",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """The parts of an address, as they are shown, and two keys: equal for spellings of one home.

    ``key`` is of the home within its postcode, ``place_key`` of the town, for want of a postcode.
    All are empty for nowhere.
    """

    flat: str = ""
    house_name: str = ""
    number: str = ""
    number_order: int = 0
    street: str = ""
    locality: str = ""
    town: str = ""
    text: str = ""
    key: str = ""
    place_key: str = ""


def read_address(lines: Sequence[str]) -> Address:
    """The address in these lines, cleaned (see used_lines); a postcode among them is passed over.

    Nothing, or words such as "Other Electors" in place of an address, give an empty Address.
    """
    return _read_parts(tuple(_parts(lines)))


@lru_cache(maxsize=1 << 14)
def _read_parts(lines: tuple[str, ...]) -> Address:
    """One street is written with many postcodes, which are left out by now: it is read once."""
    parts = list(lines)
    if not parts or any(_NOWHERE.search(part) for part in parts):
        return Address()
    flat, house_name, number, street, rest = _home(parts)
    rest = _without_county(rest)
    locality, town = ", ".join(rest[:-1]), rest[-1] if rest else ""
    number = number.replace(" 1/2", "½").replace(" ", "").upper()
    shown = [*_door(flat, house_name), f"{number} {street}".strip(), locality, town]
    return Address(
        flat=flat,
        house_name=house_name,
        number=number,
        number_order=_leading_digits(number),
        street=street,
        locality=locality,
        town=town,
        text=", ".join(part for part in shown if part),
        key=_key(flat, house_name, number, street),
        place_key=fold(town),
    )


def household_key(address: Address, postcode: str) -> str:
    """Equal for two spellings of one home, different for two homes, empty for nowhere."""
    return f"{fold(postcode) or address.place_key}|{address.key}"[:200] if address.text else ""


def used_lines(cells: Sequence[str]) -> list[str]:
    """The address lines that say something: without blank ones and repeats of the one before."""
    return [
        cell for place, cell in enumerate(cells) if cell and (not place or cell != cells[place - 1])
    ]


def last_postcode(lines: Sequence[str]) -> str:
    """The postcode in the last line that is used, for files without a column of their own."""
    used = [line for line in lines if line]
    return postcodes.tidy(used[-1]) if used else ""


def readable(text: str) -> str:
    """A line as people write it: ``12A ST JOHN'S ROAD`` gives ``12A St John's Road``.

    Small words are small within a name, and large where one begins: ``25 The Street by the Sea``.
    """
    words_of_line = text.split()
    letters = "".join(word for word in words_of_line if not word[0].isdigit())
    one_case = letters.isupper() or letters.islower()
    shown, begins = [], True
    for word in words_of_line:
        shown.append(_readable_word(word, one_case=one_case, begins=begins))
        begins = word[0].isdigit()
    return " ".join(shown)


def _readable_word(word: str, *, one_case: bool, begins: bool) -> str:
    if word[0].isdigit():
        return word.lower() if _ORDINAL.match(word) else word.upper()
    if not one_case:
        return word
    if not begins and word.lower() in words.SMALL:
        return word.lower()
    return word.upper() if any(c.isdigit() for c in word) else repair_case(word, surname=True)


def _parts(lines: Sequence[str]) -> list[str]:
    return [part for line in lines for part in _parts_of(line)]


@lru_cache(maxsize=1 << 15)
def _parts_of(line: str) -> list[str]:
    """Streets and towns come again and again: they are taken apart once."""
    parts: list[str] = []
    for piece in line.split(","):
        part = readable(piece.strip())
        if part and not postcodes.tidy(part):
            parts += _split_flat(part)
    return parts


def _split_flat(part: str) -> list[str]:
    for pattern in (_FLAT_SLASH_NUMBER, _FLAT_THEN_REST):
        if found := pattern.match(part):
            return [found[1], found[2]]
    if (found := _FLAT_THEN_NAME.match(part)) and _is_building(found[2]):
        return [found[1], found[2]]
    if found := _FLAT_AT_END.match(part):
        return [found[2], found[1]]
    return [part]


def _home(parts: list[str]) -> tuple[str, str, str, str, list[str]]:
    """Flat, house name, number, street, and what follows the street."""
    flat = house_name = ""
    for place, part in enumerate(parts):
        later = parts[place + 1 :]
        if found := _street_at(part, later, first=place == 0):
            return flat, house_name, *found
        own_flat, own_name = _door_at(part)
        if own_name and (house_name or (place and not flat)):
            if not any(_is_street(line) for line in later):
                if flat and _is_block(house_name) and _has_street_and_town(parts[place:]):
                    return flat, house_name, "", part, later
                return flat, house_name, "", "", parts[place:]
        else:
            flat, house_name = flat or own_flat, own_name or house_name
    return flat, house_name, "", "", []


def _street_at(part: str, later: list[str], *, first: bool) -> tuple[str, str, list[str]] | None:
    """Number, street and the rest where this part begins them; None where it does not."""
    street_follows = bool(later) and _is_street(later[0])
    if found := _NUMBERED.match(part):
        is_flat = street_follows and _is_building(found[2])
        is_flat = is_flat or (_is_block(found[2]) and _has_street_and_town(later))
        return None if is_flat else (found[1], found[2], later)
    if found := _BARE_NUMBER.match(part):
        is_flat = not later or _goes_on_to_street(later)
        return None if is_flat else (found[1], later[0], later[1:])
    if not _is_street(part):
        return None
    is_name = (first or _is_building(part)) and (street_follows or _number_follows(later))
    return None if is_name else ("", part, later)


def _door_at(part: str) -> tuple[str, str]:
    """Flat and house name in a part before the street."""
    if found := _NUMBERED.match(part):
        return found[1], found[2]
    if _BARE_NUMBER.match(part) or _FLAT.match(part):
        return part, ""
    return "", part


def _goes_on_to_street(later: list[str]) -> bool:
    """Whether a bare number was a flat's: a building or a numbered street comes next."""
    if _NUMBERED.match(later[0]):
        return True
    if len(later) > 1 and _is_building(later[0]) and _is_street(later[1]):
        return True
    return _is_block(later[0]) and _has_street_and_town(later[1:])


def _number_follows(later: list[str]) -> bool:
    return bool(later) and bool(_BARE_NUMBER.match(later[0]))


def _is_street(part: str) -> bool:
    ends = part.lower().split()
    if _NUMBERED.match(part):
        return True
    return ends[-1] in words.STREETS or ends[0] in words.STREETS_BEGIN


def _is_building(part: str) -> bool:
    return part.lower().split()[-1] in words.BUILDINGS


def _is_block(part: str) -> bool:
    """Whether it is named like a block of flats, and like nothing else."""
    return bool(part) and _is_building(part) and not _is_street(part)


def _has_street_and_town(lines: list[str]) -> bool:
    """Whether a street can stand before the town here, whatever it is called.

    A block of flats stands in a street, also in one like Long Riding or Broadmayne; only a house of
    its own may stand in a village that names no streets.
    """
    return len(_without_county(lines)) > 1


def _without_county(lines: list[str]) -> list[str]:
    return lines[:-1] if len(lines) > 1 and lines[-1].lower() in words.COUNTIES else lines


def _door(flat: str, house_name: str) -> list[str]:
    if flat and house_name and _BARE_NUMBER.match(flat):
        return [f"{flat} {house_name}"]
    return [flat, house_name]


def _leading_digits(number: str) -> int:
    digits = re.match("[0-9]{0,9}", number)
    return int(digits[0]) if digits and digits[0] else 0


def _key(flat: str, house_name: str, number: str, street: str) -> str:
    ends = street.lower().replace(".", "").split()
    if len(ends) > 1:
        ends[-1] = words.ABBREVIATIONS.get(ends[-1], ends[-1])
    bare_flat = re.sub(rf"^{_FLAT_WORD}\b", "", flat, flags=re.IGNORECASE) or flat
    house = "" if number else house_name
    return "|".join([fold("".join(ends)), number.lower(), fold(house), fold(bare_flat)])
