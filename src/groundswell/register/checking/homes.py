"""Addresses and postcodes of all rows, each kind of address taken apart once.

A town's register has few streets and many doors: the first number of an address is set aside, the
address without it is taken apart once for the whole street, and the number put back.
"""

import re
from pathlib import Path

import duckdb

from groundswell.register.checking.meanings import table_of_meanings
from groundswell.register.rules.address import last_postcode, read_address
from groundswell.register.rules.text import fold

SEPARATOR = "\x1f"
STAND_IN = "7070707"
# A number that stands alone, with what stands before and after it.
FIRST_NUMBER = r"(^|[\x1f ,])([0-9]+[A-Za-z]?)($|[\x1f ,])"
WITHOUT_NUMBER = f"regexp_replace(c.address_lines, '{FIRST_NUMBER}', '\\1{STAND_IN}\\3')"
# Without a postcode in its own column, the last line that is used may be one.
POSTCODE_CELL = (
    "CASE WHEN c.postcode <> '' THEN c.postcode ELSE split_part(c.address_lines, chr(31), -1) END"
)
_TEXT = "VARCHAR"


def take_homes_apart(connection: duckdb.DuckDBPyConnection, folder: Path, country: str) -> None:
    """Make ``means_address`` and ``means_postcode``, to be joined by ``address_columns``."""
    table_of_meanings(
        connection,
        folder,
        name="means_address",
        of=f"SELECT DISTINCT {WITHOUT_NUMBER} FROM cells c",
        gives=dict.fromkeys(
            (
                "flat",
                "house_name",
                "house_number",
                "street",
                "locality",
                "town",
                "address",
                "key",
                "place",
            ),
            _TEXT,
        ),
        meaning=_address,
    )
    table_of_meanings(
        connection,
        folder,
        name="means_postcode",
        of=f"SELECT DISTINCT {POSTCODE_CELL} FROM cells c",
        gives={"postcode": _TEXT, "postcode_key": _TEXT},
        meaning=_us_zip if country == "US" else _postcode,
    )


def number_back(column: str) -> str:
    """SQL for a column of ``means_address`` with the row's own number in it again."""
    number = f"upper(regexp_extract(c.address_lines, '{FIRST_NUMBER}', 2))"
    if column in {"key", "place"}:
        number = f"lower({number})"
    return f"replace(a.{column}, '{STAND_IN}', {number})"


def _address(lines: str) -> tuple[str, ...]:
    home = read_address(lines.split(SEPARATOR))
    return (
        home.flat,
        home.house_name,
        home.number,
        home.street,
        home.locality,
        home.town,
        home.text,
        home.key,
        home.place_key,
    )


def _postcode(cell: str) -> tuple[str, str]:
    postcode = last_postcode([cell])
    return postcode, fold(postcode)


def _us_zip(cell: str) -> tuple[str, str]:
    """The five digits by which a US post office is known; four more name a block."""
    found = re.match("[0-9]{5}", cell)
    return (found[0], found[0]) if found else ("", "")
