"""A door as turf and walking order see it."""

import re
from dataclasses import dataclass

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Door:
    """A household to call at; ``people`` are to be asked for there.

    ``order`` is the house number as an integer (0: none), ``flat`` and ``name`` as printed.
    Latitude and longitude in degrees, None where nobody knows.
    """

    household_id: int
    street: str = ""
    order: int = 0
    number: str = ""
    name: str = ""
    flat: str = ""
    latitude: float | None = None
    longitude: float | None = None
    postcode: str = ""
    people: int = 1


def side_of(door: Door) -> str:
    """Which side of the street by its number: odd, even, or none where it has no number."""
    if not door.order:
        return ""
    return "odd" if door.order % 2 else "even"


def building_of(door: Door) -> tuple[str, int, str, str]:
    """Doors behind one street door share this: flats of a block, 12A and 12B."""
    if door.order:
        return (door.street, door.order, "", door.postcode)
    return (door.street, 0, door.name or door.number, door.postcode)


def within_building(door: Door) -> tuple[int, int, str, str]:
    """The order of flats in a building: floor by floor from the ground, then as numbered."""
    words = door.flat.lower()
    ground = "ground" in words or words.startswith("g/")
    found = [int(one) for one in _DIGITS.findall(door.flat)]
    first = found[0] if found else 0
    # "Flat 203" or "2/3" is the third on the second floor; "Flat 7" says nothing of floors.
    floor = 0 if ground else first if "/" in words else first // 100
    return (floor, first if len(found) < 2 else found[1], door.number, door.flat)


def along_the_street(door: Door) -> tuple[int, str, str, tuple[int, int, str, str]]:
    """The order of doors along one side of a street: numbers, then names, flats within each."""
    return (
        door.order or 10**9,
        door.name if not door.order else "",
        door.number,
        within_building(door),
    )
