"""Franchise markers: the letters after a name that say at which polls somebody may vote."""

import re
from typing import NamedTuple

KNOWN_EVERYWHERE = "FGBKELAP"
KNOWN_IN_SCOTLAND = "M"


class Markers(NamedTuple):
    """Letters we know, and whatever else stood in the column, to the letter."""

    known: str
    unknown: str


def read_markers(text: str, *, nation: str = "") -> Markers:
    """The letters in a marker column, which may be run together or separated (``GL``, ``G, L``).

    F overseas, G K B citizens of the EU by date of their rules, E peer abroad, L member of the
    Lords, A postal and P proxy voter in the polling station's copy; M in Scotland. A group with
    one letter we do not know stays whole among the unknown: nobody is dropped because of one.
    """
    known_letters = KNOWN_EVERYWHERE + (KNOWN_IN_SCOTLAND if nation == "S" else "")
    known, unknown = "", []
    for group in re.split(r"[\s,;/|+&.]+", text.strip()):
        if group and all(letter in known_letters for letter in group.upper()):
            known += group.upper()
        elif group:
            unknown.append(group)
    return Markers("".join(dict.fromkeys(known)), " ".join(unknown))
