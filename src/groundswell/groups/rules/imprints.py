"""What the imprint of an independent group needs.

The Elections Act 2022, Part 6, asks for the name and address of the promoter and of anybody on
whose behalf something is published. No rule of thumb proves that they are there; this finds the
imprints in which they cannot be.
"""

import re

SHORTEST = 25
_HOUSE_OR_POSTCODE = re.compile(r"\d")


def could_be_imprint(text: str) -> bool:
    """Whether a name and an address could be in it: long enough, and with a number."""
    words = text.split()
    long_enough = len(text.strip()) >= SHORTEST and len(words) >= 5
    return long_enough and bool(_HOUSE_OR_POSTCODE.search(text))
