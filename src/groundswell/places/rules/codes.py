"""The nine-character codes of the Government Statistical Service (GSS) say what an area is.

ONS, Register of Geographic Codes: a letter for the nation, two digits for the kind of area in that
nation, six digits for the area.
"""

import re
from typing import Literal

AreaKind = Literal["country", "nation", "region", "constituency", "council", "ward"]

_SHAPE = re.compile(r"^[EWSNK][0-9]{8}$")
_KINDS: dict[str, AreaKind] = {
    "K02": "country",
    **dict.fromkeys(("E92", "W92", "S92", "N92"), "nation"),
    "E12": "region",
    **dict.fromkeys(("E14", "W07", "S14", "N05", "N06"), "constituency"),
    **dict.fromkeys(("E06", "E07", "E08", "E09", "W06", "S12", "N09"), "council"),
    **dict.fromkeys(("E05", "W05", "S13", "N08"), "ward"),
}


def kind_of_code(code: str) -> AreaKind | None:
    """What sort of area the code names, or None where it is no such code or of another kind."""
    return _KINDS.get(code[:3]) if _SHAPE.match(code) else None


def nation_of_code(code: str) -> str:
    """The letter of the nation, or an empty string for codes that are not of one nation."""
    return code[0] if _SHAPE.match(code) and code[0] in "EWSN" else ""
