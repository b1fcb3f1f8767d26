"""Elector numbers: the polling district's letters, a number, and the suffix of an added elector.

The letters may hold every mark that the number uses, so it is read from the right:
``KD-2/2-289/1`` is the first elector added after number 289 of polling district KD-2/2.
"""

import re
from typing import NamedTuple

# The same patterns are used in SQL (RE2): no look-around, no Unicode digits.
WHOLE = r"^(?P<prefix>.+?) *- *(?P<number>[0-9]{1,9}) *(?:/ *(?P<suffix>[0-9]{0,9}))?$"
SLASHED = r"^(?P<prefix>[^/]+?) */ *(?P<number>[0-9]{1,9}) *(?:/ *(?P<suffix>[0-9]{0,9}))?$"
NUMBER_CELL = r"^(?P<number>[0-9]{1,9}) *(?:[./] *(?P<suffix>[0-9]{0,9}))?$"
SUFFIX_CELL = r"^/? *(?P<suffix>[0-9]{0,9})$"


class ElectorNumber(NamedTuple):
    """An elector number; suffix 0 is none and is not written."""

    prefix: str
    number: int
    suffix: int = 0

    def __str__(self) -> str:
        ending = f"/{self.suffix}" if self.suffix else ""
        return f"{self.prefix}-{self.number}{ending}"


def parse(text: str) -> ElectorNumber | None:
    """The elector number in one cell, read from the right; None where there is none."""
    return _read(WHOLE, text.strip())


def parse_slashed(text: str) -> ElectorNumber | None:
    """An elector number whose district stands before a slash (``AB/123``), as in Eros lists."""
    return _read(SLASHED, text.strip()) or parse(text)


def from_cells(prefix: str, number: str, suffix: str = "") -> ElectorNumber | None:
    """The elector number in cells of its own; ``123.1`` in the number's cell carries a suffix.

    A suffix cell that says something wins. None where the number or suffix is no whole number.
    """
    in_number = re.match(NUMBER_CELL, number.strip())
    in_suffix = re.match(SUFFIX_CELL, suffix.strip())
    if in_number is None or in_suffix is None:
        return None
    own = int(in_suffix["suffix"] or 0)
    return ElectorNumber(
        prefix.strip(), int(in_number["number"]), own or int(in_number["suffix"] or 0)
    )


def _read(pattern: str, text: str) -> ElectorNumber | None:
    found = re.match(pattern, text)
    if found is None:
        return None
    return ElectorNumber(found["prefix"], int(found["number"]), int(found["suffix"] or 0))
