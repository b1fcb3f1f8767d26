"""Files of places as their makers publish them, read row by row, without Django."""

from groundswell.places.reading.boundaries import AreaFound, read_boundaries
from groundswell.places.reading.opening import NotReadable, csv_rows
from groundswell.places.reading.postcodes import PostcodeFound, read_postcodes
from groundswell.places.reading.refused import Reason, RefusedLine
from groundswell.places.reading.seats import SeatFound, read_seats
from groundswell.places.reading.telling_apart import Content, content_of

__all__ = [
    "AreaFound",
    "Content",
    "NotReadable",
    "PostcodeFound",
    "Reason",
    "RefusedLine",
    "SeatFound",
    "content_of",
    "csv_rows",
    "read_boundaries",
    "read_postcodes",
    "read_seats",
]
