"""Telling what a file of places holds, by its content and not by its name."""

from enum import StrEnum
from pathlib import Path

from groundswell.places.reading.opening import NotReadable, csv_rows
from groundswell.places.reading.postcodes import is_directory_heading
from groundswell.places.reading.seats import is_lookup_heading


class Content(StrEnum):
    """What there can be in a file of places."""

    POSTCODES = "postcodes"
    BOUNDARIES = "boundaries"
    SEATS = "seats"


def content_of(path: Path) -> Content:
    """What the file holds; ``NotReadable`` where it is none of these."""
    with path.open("rb") as file:
        beginning = file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n")
    if beginning.startswith(b"{"):
        return Content.BOUNDARIES
    header = next(csv_rows(path), [])
    if is_directory_heading(header):
        return Content.POSTCODES
    if is_lookup_heading(header):
        return Content.SEATS
    raise NotReadable("neither postcodes, nor boundaries, nor a lookup of wards")
