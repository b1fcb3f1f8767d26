"""Files of places for a town's copies, which no directory of postcodes knows."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from groundswell.places import gazetteer
from groundswell.register.town.copies import coded, named, postcoded
from groundswell.register.town.writing import files

_SEATS = [
    *("ward_code", "ward", "constituency_code", "constituency", "council_code", "council"),
]
_POSTCODES = [
    *("Postcode", "Positional_quality_indicator", "Eastings", "Northings", "Country_code"),
    *("NHS_regional_HA_code", "NHS_HA_code", "Admin_county_code", "Admin_district_code"),
    "Admin_ward_code",
]


class PlaceFiles(NamedTuple):
    """A lookup of wards to constituencies and councils, and a directory of postcodes."""

    seats: Path
    postcodes: Path


def write_places(towns: int, folder: Path) -> PlaceFiles:
    """Write the places of towns 1 to ``towns`` as files that ``places`` can load, in that order.

    The postcodes of a copy lie where those of Basildon lie.
    """
    paths = PlaceFiles(folder / "seats.csv", folder / "postcodes.csv")
    files.write(paths.seats, _SEATS, _seats(towns), files.Form())
    files.write(paths.postcodes, _POSTCODES, _postcodes(towns), files.Form())
    return paths


def _seats(towns: int) -> Iterator[list[str]]:
    for town in range(1, towns + 1):
        for seat in gazetteer.ward_seats().values():
            yield [
                coded(seat.ward_code, town),
                named(seat.ward, town),
                coded(seat.constituency_code, town),
                named(seat.constituency, town),
                coded(gazetteer.COUNCIL_CODE, town),
                named(gazetteer.COUNCIL_NAME, town),
            ]


def _postcodes(towns: int) -> Iterator[list[str]]:
    for town in range(1, towns + 1):
        for point in gazetteer.postcode_points():
            ward = coded(point.ward_code, town)
            place = [str(point.easting), str(point.northing)]
            yield [postcoded(point.postcode, town), "10", *place, "", "", "", "", "", ward]
