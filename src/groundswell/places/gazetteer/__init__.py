"""The real places that come with the package: Basildon's postcodes, wards, seats and streets.

Plain readers without Django; where each file comes from stands in ``SOURCES.md`` beside it.
"""

import csv
import gzip
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).parent
POSTCODES = FOLDER / "codepoint_open_basildon.csv.gz"
WARDS = FOLDER / "wards_basildon_2013.geojson"
CONSTITUENCIES = FOLDER / "constituencies_2024.geojson"
SEATS = FOLDER / "ward_constituency.csv"

COUNCIL_CODE = "E07000066"
COUNCIL_NAME = "Basildon"

Character = Literal["houses", "flats", "rural"]


@dataclass(frozen=True, slots=True)
class PostcodePoint:
    """A postcode unit with its ward; easting and northing in metres on the National Grid."""

    postcode: str
    easting: int
    northing: int
    ward_code: str


@dataclass(frozen=True, slots=True)
class StreetPostcode:
    """A postcode that lies on a street, as addresses in it say."""

    postcode: str
    street: str
    locality: str
    post_town: str
    character: Character


@dataclass(frozen=True, slots=True)
class WardSeat:
    """A ward and the constituency of 2024 that it lies in."""

    ward_code: str
    ward: str
    constituency_code: str
    constituency: str


@cache
def postcode_points() -> tuple[PostcodePoint, ...]:
    """Every postcode of the borough, in order."""
    text = gzip.decompress(POSTCODES.read_bytes()).decode()
    return tuple(
        PostcodePoint(
            row["Postcode"], int(row["Eastings"]), int(row["Northings"]), row["Admin_ward_code"]
        )
        for row in csv.DictReader(io.StringIO(text))
    )


@cache
def street_postcodes() -> tuple[StreetPostcode, ...]:
    """The postcodes of which we know the street, by postcode."""
    characters: dict[str, Character] = {"houses": "houses", "flats": "flats", "rural": "rural"}
    return tuple(
        StreetPostcode(
            row["postcode"],
            row["street"],
            row["locality"],
            row["post_town"],
            characters[row["character"]],
        )
        for row in _rows("streets.csv")
    )


@cache
def business_postcodes() -> frozenset[str]:
    """Postcodes of shops, offices and works, where nobody lives."""
    return frozenset(row["postcode"] for row in _rows("business_postcodes.csv"))


@cache
def ward_seats() -> dict[str, WardSeat]:
    """By ward code, the constituency of 2024 that the ward lies in."""
    return {row["ward_code"]: WardSeat(**row) for row in _rows("ward_constituency.csv")}


def features(path: Path) -> list[dict[str, Any]]:
    """The features of a GeoJSON file."""
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
