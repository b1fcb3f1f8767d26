"""A door as turf and walking order see it."""

import re
from dataclasses import dataclass

_DIGITS = re.compile(r"\d+")
_FLOORS = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True, slots=True)
class Door:
    """A household to call at; ``people`` are to be asked for there.

    ``order`` is the house number as an integer (0: none), ``flat`` and ``name`` as printed.
    Latitude and longitude in degrees, None where nobody knows.
    """

    household_id: int
    street: str = ""
    locality: str = ""
    order: int = 0
    number: str = ""
    name: str = ""
    flat: str = ""
    latitude: float | None = None
    longitude: float | None = None
    postcode: str = ""
    people: int = 1


def street_of(door: Door) -> tuple[str, str]:
    """What tells one street from others of its name."""
    return (door.street, door.locality)


def side_of(door: Door) -> str:
    """Which side of the street by its number: odd, even, or none where it has no number."""
    if not door.order:
        return ""
    return "odd" if door.order % 2 else "even"


def building_of(door: Door) -> tuple[str, str, int, str, str]:
    """Doors behind one street door share this: flats of a block, 12A and 12B."""
    if door.order:
        return (*street_of(door), door.order, "", "")
    return (*street_of(door), 0, door.name or door.number, door.postcode)


def within_building(door: Door) -> tuple[int, int, str, str]:
    """The order of flats in a building: floor by floor from the ground, then as numbered.

    "Flat 203" and "2/3" are the third on the second floor; "Flat 7" says nothing of floors.
    """
    words = door.flat.lower()
    found = [int(one) for one in _DIGITS.findall(words)]
    if "basement" in words:
        floor = -1
    elif "ground" in words or words.startswith("g/"):
        floor = 0
    elif named := next((at for at, word in enumerate(_FLOORS, start=1) if word in words), 0):
        floor = named
    else:
        floor = (found[0] if "/" in words else found[0] // 100) if found else 0
    return (floor, found[-1] if found else 0, door.number, door.flat)


def along_the_street(door: Door) -> tuple[int, str, tuple[int, int, str, str]]:
    """The order of doors along one side of a street: numbers, then names, flats within each."""
    if door.order:
        return (door.order, "", within_building(door))
    return (10**9, door.name or door.number, within_building(door))
