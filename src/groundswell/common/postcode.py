"""Postcodes: upper case with one space before the last three characters."""

import re

_SHAPE = re.compile(r"^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}$")
_TERRITORIES = "ASCN|STHL|TDCU|BBND|BIQQ|FIQQ|PCRN|SIQQ|TKCA"
_ODD_ONES = re.compile(rf"^(GIR 0AA|({_TERRITORIES}) 1ZZ)$")


def tidy(text: str) -> str:
    """The postcode as it is kept, or an empty string where the text is no postcode."""
    squeezed = re.sub(r"[^A-Z0-9]", "", text.upper())
    if squeezed.startswith("BFPO"):
        return f"BFPO {squeezed[4:]}" if squeezed[4:].isdigit() else ""
    spaced = f"{squeezed[:-3]} {squeezed[-3:]}"
    return spaced if _SHAPE.match(spaced) or _ODD_ONES.match(spaced) else ""


def outward(postcode: str) -> str:
    """The half that names the post town's district: ``SS14`` of ``SS14 1AA``."""
    return postcode.partition(" ")[0]
