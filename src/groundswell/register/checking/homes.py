"""Addresses and postcodes of all rows, each kind of address taken apart once.

A town's register has few streets and many doors: the first number of an address is set aside, the
address without it is taken apart once for the whole street, and the number put back.
"""

import re
from pathlib import Path

import duckdb

from groundswell.register.checking.cells import STAND_IN
from groundswell.register.checking.meanings import table_of_meanings
from groundswell.register.layouts import Mapping
from groundswell.register.rules.address import last_postcode, read_address
from groundswell.register.rules.text import fold

SEPARATOR = "\x1f"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def take_homes_apart(connection: duckdb.DuckDBPyConnection, folder: Path, mapping: Mapping) -> None:
    """Make ``means_address`` and ``means_postcode``, for every template and postcode cell."""
    parts = ("flat", "house_name", "house_number", "street", "locality", "town", "address")
    table_of_meanings(
        connection,
        folder,
        name="means_address",
        of="SELECT DISTINCT template FROM cells",
        gives={
            **dict.fromkeys((*parts, "key", "place"), "VARCHAR"),
            "number_order": "INTEGER",
            "number_elsewhere": "BOOLEAN",
        },
        meaning=_address,
    )
    table_of_meanings(
        connection,
        folder,
        name="means_postcode",
        of=f"SELECT DISTINCT {postcode_cell(mapping)} FROM cells c",
        gives={"postcode": "VARCHAR", "postcode_key": "VARCHAR"},
        meaning=_us_zip if mapping.country == "US" else _postcode,
    )


def postcode_cell(mapping: Mapping) -> str:
    """SQL for the cell that holds the postcode: without one of its own, the last line used."""
    last_line = "split_part(c.address_lines, chr(31), -1)"
    if mapping.position("postcode") is None:
        return last_line
    return f"CASE WHEN c.postcode <> '' THEN c.postcode ELSE {last_line} END"


def number_back(column: str) -> str:
    """SQL for a column of ``means_address`` with the row's own number in it again.

    The number mostly is the house's; only where it is not, other columns are looked through.
    """
    change_case = "lower" if column in {"key", "place"} else "upper"
    put_back = f"replace(a.{column}, '{STAND_IN}', {change_case}(c.own_number))"
    if column in {"house_number", "address", "key"}:
        return put_back
    return f"CASE WHEN a.number_elsewhere THEN {put_back} ELSE a.{column} END"


def number_order() -> str:
    """SQL for the number of the house as an integer, 0 where there is none."""
    own = f"try_cast(left(rtrim(c.own_number, '{_LETTERS}'), 9) AS INTEGER)"
    return f"CASE WHEN a.number_order = {STAND_IN} THEN coalesce({own}, 0) ELSE a.number_order END"


def _address(lines: str) -> tuple[object, ...]:
    home = read_address(lines.split(SEPARATOR))
    elsewhere = (home.flat, home.house_name, home.street, home.locality, home.town, home.place_key)
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
        home.number_order,
        any(STAND_IN in part for part in elsewhere),
    )


def _postcode(cell: str) -> tuple[str, str]:
    postcode = last_postcode([cell])
    return postcode, fold(postcode)


def _us_zip(cell: str) -> tuple[str, str]:
    """The five digits by which a US post office is known; four more name a block."""
    found = re.match("[0-9]{5}", cell)
    return (found[0], found[0]) if found else ("", "")
