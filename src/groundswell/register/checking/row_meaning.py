"""The one statement that puts together what every cell of a row means."""

from groundswell.register.checking.homes import number_back, number_order, postcode_cell
from groundswell.register.checking.operations import UNKNOWN
from groundswell.register.checking.workspace import literal
from groundswell.register.layouts import Mapping
from groundswell.register.reading.rows import UNCLOSED_QUOTE
from groundswell.register.rules.refusals import LONGEST, Oddity, Reason

_HASHED = (
    "prefix, number, suffix, state_number, markers, kind, title, forename, middle_names, surname,"
    " name_suffix, attains_on, born_on, birth_year, party, household_key, address, postcode,"
    " ward_id, constituency_id"
)
_HOME = ("flat", "house_name", "house_number", "street", "locality", "town", "address")
_MEANT = ("full_name", "surname", "forename", "middle_names", "title", "markers")
_DATED = ("age_date", "attains_on", "born_on")


def rows_as_stored(mapping: Mapping, fallback_constituency: int) -> str:
    """A SELECT of every row with all its columns, its oddities (bits), and why it is refused."""
    hashed = ", ".join(f"coalesce({name}::VARCHAR, '')" for name in _HASHED.split(", "))
    return f"""
    WITH joined AS ({_joined(mapping, fallback_constituency)}),
    kinds AS (SELECT *, {_KIND} AS kind FROM joined),
    homes AS (
        SELECT * EXCLUDE (home_key),
            CASE WHEN kind = 'ordinary' THEN home_key ELSE '' END AS household_key
        FROM kinds
    )
    SELECT * EXCLUDE (width, withheld, cleaned, anonymous, odd_date, has_marks, own_ward_id,
            written_number),
        md5(concat_ws(chr(31), {hashed})) AS row_hash, {_ODDITIES} AS oddities,
        {_reason(mapping)} AS reason, {_detail(mapping)} AS detail
    FROM homes"""


def _joined(mapping: Mapping, fallback_constituency: int) -> str:
    """Every row of the cells beside the meaning of each of its cells."""
    means = _Means(mapping)
    whole_name = mapping.names == "surname_first"
    surname, forename = ("full_name", "full_name") if whole_name else ("surname", "forename")
    middle = "middle_names" if mapping.position("middle_names") is not None else forename
    surname_key, forename_key = means(surname, "surname_key"), means(forename, "forename_key")
    attains_on = f"coalesce({means('attains_on', 'day', _NO_DAY)}"
    born_on = f"coalesce({means('born_on', 'day', _NO_DAY)}"
    born_on = f"{born_on}, {means('age_date', 'born_on', _NO_DAY)})"
    odd = [means(name, "odd", "false") for name in _DATED]
    anonymous = [means(name, "anonymous", "false") for name in {surname, forename}]
    home = ", ".join(f"{number_back(column)} AS {column}" for column in _HOME)
    elsewhere = "(SELECT arg_max(constituency_id, rows) FROM districts)"
    return f"""
        SELECT c.line, c.width, c.cleaned, {means.cell("withheld")} AS withheld, n.op, n.month,
            n.prefix, n.number, n.suffix, {_state_number(mapping)} AS state_number,
            {_as_written(mapping)} AS written_number, {means.cell("markers")} AS markers,
            {means("markers", "known")} AS known_markers,
            {means("markers", "unknown")} AS unknown_markers, {means("title", "title")} AS title,
            {means(forename, "forename")} AS forename,
            {means(middle, "middle_names")} AS middle_names,
            {means(surname, "surname")} AS surname, {means.cell("name_suffix")} AS name_suffix,
            trim(left({surname_key} || ' ' || {forename_key}, 120)) AS name_key,
            {surname_key} AS surname_key, {forename_key} AS forename_key,
            {" OR ".join(anonymous)} AS anonymous,
            {attains_on}, {means("age_date", "attains_on", _NO_DAY)}) AS attains_on,
            {born_on} AS born_on, {" OR ".join(odd)} AS odd_date,
            coalesce(year({born_on}), try_cast({means.cell("birth_year")} AS SMALLINT))
                AS birth_year,
            {means.cell("party")} AS party, {_absent_vote(mapping)} AS absent_vote,
            ltrim({means.cell("uprn")}, '0') AS uprn, {home}, {number_order()} AS number_order,
            p.postcode, g.latitude, g.longitude, g.ward_id AS own_ward_id,
            coalesce(g.ward_id, z.ward_id) AS ward_id, z.has_marks,
            coalesce(g.constituency_id, z.constituency_id, {elsewhere}, {fallback_constituency})
                AS constituency_id,
            CASE WHEN a.address = '' THEN '' ELSE left(coalesce(nullif(p.postcode_key, ''),
                {number_back("place")}) || '|' || {number_back("key")}, 200) END AS home_key
        FROM cells c JOIN numbered n USING (line) {means.joins()}
        LEFT JOIN means_address a ON a.value = c.template
        LEFT JOIN means_postcode p ON p.value = {postcode_cell(mapping)}
        LEFT JOIN places g ON g.postcode = p.postcode
        LEFT JOIN districts z ON z.prefix = n.prefix"""


_NO_DAY = "NULL::DATE"


class _Means:
    """SQL for what a field's cell means, for the fields that the file has."""

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping

    def __call__(self, field: str, column: str, otherwise: str = "''") -> str:
        """A column of the field's meanings; ``otherwise`` where the file lacks the field."""
        return f"m_{field}.{column}" if self._has(field) else otherwise

    def cell(self, field: str) -> str:
        """The cell itself, or an empty string where the file lacks the field."""
        return f"c.{field}" if self._has(field) else "''"

    def joins(self) -> str:
        """The joins of all tables of meanings that are there."""
        return " ".join(
            f"LEFT JOIN means_{field} m_{field} ON m_{field}.value = c.{field}"
            for field in (*_MEANT, *_DATED)
            if self._has(field)
        )

    def _has(self, field: str) -> bool:
        return self._mapping.position(field) is not None


# Anonymous entries show no name; the address that a withheld entry shows is not used.
_KIND = """CASE
    WHEN withheld = 'Y' OR anonymous OR (surname = '' AND forename = '') THEN 'anonymous'
    WHEN contains(known_markers, 'F') THEN 'overseas'
    WHEN home_key = '' THEN 'other' ELSE 'ordinary' END"""

_ODD = {
    Oddity.CLEANED: "cleaned",
    Oddity.UNKNOWN_MARKERS: "unknown_markers <> ''",
    Oddity.ODD_DATE: "coalesce(odd_date, false)",
    Oddity.NOT_ORDINARY: "kind <> 'ordinary'",
    Oddity.NO_POSTCODE: "postcode = ''",
    Oddity.POSTCODE_UNKNOWN: "postcode <> '' AND own_ward_id IS NULL",
    Oddity.NUMBER_WITH_SUFFIX: "suffix > 0",
    Oddity.PREFIX_WITH_MARKS: "has_marks",
    Oddity.FLAT: "flat <> ''",
    Oddity.NO_STREET: "kind = 'ordinary' AND street = ''",
    Oddity.NUMBER_RANGE: "contains(house_number, '-')",
    Oddity.ONE_NAME: "forename = '' OR surname = ''",
    Oddity.NAME_OF_SEVERAL_WORDS: "contains(surname, ' ') OR contains(surname, '-')"
    " OR contains(surname, '''')",
    Oddity.ACCENTS: "strlen(surname) > length(surname) OR strlen(forename) > length(forename)",
}
_ODDITIES = " + ".join(
    f"CASE WHEN {_ODD[oddity]} THEN {1 << place} ELSE 0 END" for place, oddity in enumerate(Oddity)
)


def _reason(mapping: Mapping) -> str:
    no_number = "state_number = ''" if mapping.number == "state" else "number IS NULL"
    # Bytes are counted at once, characters only where there are too many bytes.
    too_long = " OR ".join(
        f"(strlen({name}) > {most} AND length({name}) > {most})" for name, most in LONGEST.items()
    )
    return f"""CASE
        WHEN written_number = {literal(UNCLOSED_QUOTE)} THEN '{Reason.UNCLOSED_QUOTE}'
        WHEN width > {mapping.width} THEN '{Reason.TOO_MANY_COLUMNS}'
        WHEN op = '{UNKNOWN}' THEN '{Reason.UNKNOWN_OPERATION}'
        WHEN {no_number} AND written_number = '' THEN '{Reason.NO_NUMBER}'
        WHEN {no_number} THEN '{Reason.NUMBER_UNREADABLE}'
        WHEN absent_vote IS NULL THEN '{Reason.UNKNOWN_ABSENT_VOTE}'
        WHEN {too_long} THEN '{Reason.TOO_LONG}' ELSE '' END"""


def _detail(mapping: Mapping) -> str:
    columns = " ".join(
        f"WHEN strlen({name}) > {most} AND length({name}) > {most} THEN '{name}'"
        for name, most in LONGEST.items()
    )
    return f"""CASE WHEN width > {mapping.width} THEN width::VARCHAR
        WHEN number IS NULL THEN written_number {columns} ELSE '' END"""


def _state_number(mapping: Mapping) -> str:
    return "c.state_number" if mapping.number == "state" else "''"


def _as_written(mapping: Mapping) -> str:
    """The cell that holds the number; of a row cut short by an open quotation mark, that mark."""
    column = {"state": "state_number", "cells": "number"}.get(mapping.number, "whole_number")
    cut_short = f"c.width = 1 AND c.raw = {literal(UNCLOSED_QUOTE)}"
    return f"CASE WHEN {cut_short} THEN c.raw ELSE c.{column} END"


def _absent_vote(mapping: Mapping) -> str:
    if not mapping.absent_votes:
        return literal(mapping.absent_vote)
    cases = " ".join(
        f"WHEN {literal(written)} THEN {literal(kept)}"
        for written, kept in mapping.absent_votes.items()
    )
    return f"CASE upper(c.absent_vote) {cases} END"
