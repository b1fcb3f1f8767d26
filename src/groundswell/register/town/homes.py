"""Homes along a stretch of street: numbers on the right side, flats, house names, care homes."""

from dataclasses import dataclass
from random import Random

from groundswell.register.town.copies import coded, lettered, named, postcoded
from groundswell.register.town.shapes import Home
from groundswell.register.town.stretches import Stretch

_HOUSE_NAMES = (
    *("Rose Cottage", "The Laurels", "Fairview", "Meadow View", "Hillcrest", "The Old Forge"),
    *("Woodlands", "Orchard House", "The Bungalow", "Oakfield", "Sunnyside", "Ivy Cottage"),
    *("The Willows", "Dunroamin", "Highfield", "St Jude’s", "Mill Lodge", "The Granary"),
    *("Copse End", "Primrose Cottage", "Springfield", "Kia-Ora", "Tŷ Gwyn", "The Hollies"),
)
_BLOCKS = (
    *("Bentley", "Chestnut", "Beaumont", "Carlton", "Dorset", "Essex", "Fairfax", "Grosvenor"),
    *("Hanover", "Kestrel", "Lancaster", "Mayflower", "Nelson", "Orchid", "Priory", "Windsor"),
)
_FLATS_SHARE = {"houses": 0.01, "flats": 0.12, "rural": 0.0}
_NAMED_SHARE = {"houses": 0.025, "flats": 0.01, "rural": 0.65}


@dataclass(slots=True)
class Plot:
    """Where a home stands before it has its identity: number, name of house or block, flat."""

    number: str
    building: str = ""
    flat: str = ""


def plots_along(stretch: Stretch, how_many: int, room: int, chance: Random) -> list[Plot]:
    """So many plots from the lower end of the stretch up, at most ``room`` different numbers."""
    plots: list[Plot] = []
    places = sorted(chance.sample(range(room), min(room, how_many)))
    for index, place in enumerate(places):
        left = how_many - len(plots)
        if left <= 0:
            break
        number = stretch.number(place, room)
        if left >= 4 and chance.random() < _FLATS_SHARE[stretch.character]:
            plots.extend(_block(number, min(left, chance.randint(4, 14)), chance))
        else:
            plots.append(_house(stretch, number, index, chance))
    extra = how_many - len(plots)
    plots.extend(
        Plot(f"{stretch.number(place % room, room)}{'ABCDEF'[place // room % 6]}")
        for place in range(extra)
    )
    return plots


def _block(number: int, flats: int, chance: Random) -> list[Plot]:
    """A block of flats at one number, or a house split into A, B and C."""
    if flats <= 5 and chance.random() < 0.4:
        return [Plot(f"{number}{letter}") for letter in "ABCDE"[:flats]]
    name = f"{chance.choice(_BLOCKS)} {chance.choice(('Court', 'House', 'Lodge'))}"
    shown = str(number) if chance.random() < 0.6 else ""
    if chance.random() < 0.08:
        return [Plot(shown, name, f"Flat {'ABCDEFGHIJKLMN'[flat]}") for flat in range(flats)]
    return [Plot(shown, name, f"Flat {flat + 1}") for flat in range(flats)]


def _house(stretch: Stretch, number: int, index: int, chance: Random) -> Plot:
    lot = chance.random()
    if lot < _NAMED_SHARE[stretch.character]:
        name = _HOUSE_NAMES[(index * 7 + number) % len(_HOUSE_NAMES)]
        keeps_number = chance.random() < (0.1 if stretch.character == "rural" else 0.7)
        return Plot(str(number) if keeps_number else "", name)
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
