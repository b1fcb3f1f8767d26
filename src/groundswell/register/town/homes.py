"""Homes along a stretch of street: numbers on the right side, flats, house names, care homes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from random import Random

from groundswell.register.town.copies import coded, lettered, named, postcoded
from groundswell.register.town.shapes import Home
from groundswell.register.town.stretches import Stretch

_FIRST_WORDS = (
    *("Rose", "Ivy", "Oak", "Willow", "Orchard", "Meadow", "Hill", "Mill", "Copse", "Primrose"),
    *(
        "St Jude’s",
        "Sunny",
        "Fair",
        "Holly",
        "Kia-Ora",
        "Forge",
        "Tŷ Gwyn",
        "Spring",
        "Elm",
        "Dene",
    ),
)
_HOUSE_WORDS = ("Cottage", "View", "Lodge", "House", "Bungalow", "Farm")
_HOUSE_NAMES = tuple(f"{one} {other}" for other in _HOUSE_WORDS for one in _FIRST_WORDS)
_BLOCK_WORDS = (
    *("Bentley", "Chestnut", "Beaumont", "Carlton", "Dorset", "Essex", "Fairfax", "Grosvenor"),
    *("Hanover", "Kestrel", "Lancaster", "Mayflower", "Nelson", "Orchid", "Priory", "Windsor"),
)
_BLOCKS = tuple(f"{one} {other}" for other in ("Court", "House", "Lodge") for one in _BLOCK_WORDS)
_FLATS_SHARE = {"houses": 0.01, "flats": 0.12, "rural": 0.0}
_NAMED_SHARE = {"houses": 0.025, "flats": 0.01, "rural": 0.65}


@dataclass(slots=True)
class Plot:
    """Where a home stands before it has its identity: number, name of house or block, flat."""

    number: str
    building: str = ""
    flat: str = ""


def plots_along(stretch: Stretch, how_many: int, room: int, chance: Random) -> list[Plot]:
    """So many plots, no two alike, from the lower end of the stretch up.

    There are at most ``room`` house numbers; those who are left over live in one block of flats.
    """
    names = _from_anywhere(_HOUSE_NAMES, chance), _from_anywhere(_BLOCKS, chance)
    plots: list[Plot] = []
    for place in sorted(chance.sample(range(room), min(room, how_many))):
        left = how_many - len(plots)
        if left <= 0:
            break
        number = stretch.number(place, room)
        if left >= 4 and chance.random() < _FLATS_SHARE[stretch.character]:
            plots.extend(_flats(number, min(left, chance.randint(4, 14)), names[1], chance))
        else:
            plots.append(_house(stretch, number, names[0], chance))
    if left_over := how_many - len(plots):
        plots.extend(_block("", next(names[1]), left_over, chance))
    return plots


def _from_anywhere(names: tuple[str, ...], chance: Random) -> Iterator[str]:
    """All the names in turn, round and round, beginning somewhere."""
    start = chance.randrange(len(names))
    return cycle(names[start:] + names[:start])


def _flats(number: int, flats: int, names: Iterator[str], chance: Random) -> list[Plot]:
    """A block of flats at one number, or a house split into A, B and C."""
    if flats <= 5 and chance.random() < 0.4:
        return [Plot(f"{number}{letter}") for letter in "ABCDE"[:flats]]
    return _block(str(number) if chance.random() < 0.6 else "", next(names), flats, chance)


def _block(number: str, name: str, flats: int, chance: Random) -> list[Plot]:
    if flats <= 14 and chance.random() < 0.08:
        return [Plot(number, name, f"Flat {letter}") for letter in "ABCDEFGHIJKLMN"[:flats]]
    return [Plot(number, name, f"Flat {flat + 1}") for flat in range(flats)]


def _house(stretch: Stretch, number: int, names: Iterator[str], chance: Random) -> Plot:
    lot = chance.random()
    if lot < _NAMED_SHARE[stretch.character]:
        keeps_number = chance.random() < (0.1 if stretch.character == "rural" else 0.7)
        return Plot(str(number) if keeps_number else "", next(names))
    if lot > 0.996:
        return Plot(f"{number}- {number + stretch.step}")
    return Plot(f"{number}A" if lot > 0.985 else str(number))


def home(stretch: Stretch, plot: Plot, home_id: int, town: int, constituency_code: str) -> Home:
    """The dwelling on that plot, in that copy of the town."""
    digits = "".join(letter for letter in plot.number.split("-")[0] if letter.isdigit())
    flat_digits = plot.flat.split(" ")[-1]
    return Home(
        home_id=home_id,
        flat=plot.flat,
        building=plot.building,
        number=plot.number,
        street=stretch.street,
        locality=stretch.locality,
        post_town=named(stretch.post_town, town),
        postcode=postcoded(stretch.postcode, town),
        ward_code=coded(stretch.ward_code, town),
        constituency_code=coded(constituency_code, town),
        polling_district=lettered(stretch.polling_district, town),
        order=(
            stretch.street,
            stretch.locality,
            int(digits or 0),
            plot.number + plot.building,
            int(flat_digits) if flat_digits.isdigit() else 0,
        ),
    )
