"""Towns beyond Basildon: copies of it under made-up names, postcodes and codes.

A benchmark needs more electors than one town has. Copy 2 is "New Basildon": the same streets and
shape, in postcode areas and with area codes that do not exist, so nothing mixes with the real ones.
"""

_NAMES = (
    *(
        "New",
        "Upper",
        "Lower",
        "North",
        "South",
        "East",
        "West",
        "Great",
        "Little",
        "Old",
        "Nether",
    ),
    *("Over", "High", "Long", "Market", "Castle", "Abbey", "Kings", "Queens", "Bishops", "Temple"),
    "Saint",
)
# Postcode areas that Royal Mail has not given out: Z and Y with a second letter, but ZE and YO.
_UNUSED_AREAS = tuple(
    first + second
    for first in "ZY"
    for second in "ABCDEFGHKLMNOPQRSTUVWXY"
    if first + second not in {"ZE", "YO"}
)
MOST_TOWNS = len(_NAMES) + 1


def named(name: str, town: int) -> str:
    """The name of a place in copy ``town``; 1 is the real one."""
    return name if town == 1 else f"{_NAMES[town - 2]} {name}"


def coded(code: str, town: int) -> str:
    """An area's code in copy ``town``: ``E05004021`` becomes ``X05024021``."""
    return code if town == 1 else f"X{code[1:3]}{town:02d}{code[-4:]}"


def lettered(letters: str, town: int) -> str:
    """A polling district's letters in copy ``town``."""
    return letters if town == 1 else f"{town}{letters}"


def postcoded(postcode: str, town: int) -> str:
    """A postcode in copy ``town``: Basildon's two areas become two that are unused."""
    if town == 1:
        return postcode
    area = _UNUSED_AREAS[2 * (town - 2) + (0 if postcode.startswith("CM") else 1)]
    return area + postcode[2:]
