"""The rows of the file as they will be stored, and those refused with the reason."""

import duckdb

from groundswell.register.checking.homes import POSTCODE_CELL, WITHOUT_NUMBER, number_back
from groundswell.register.checking.numbers import number_columns
from groundswell.register.checking.operations import UNKNOWN, month_order, operation
from groundswell.register.checking.workspace import literal
from groundswell.register.layouts import Mapping
from groundswell.register.reading.rows import UNCLOSED_QUOTE
from groundswell.register.rules.refusals import LONGEST, Oddity, Reason

_NUMBERED = "prefix, number, suffix, state_number"
_HASHED = (
    "prefix, number, suffix, state_number, markers, kind, title, forename, middle_names, surname,"
    " name_suffix, attains_on, born_on, birth_year, party, household_key, address, postcode,"
    " ward_id, constituency_id"
)


def make_entries(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, *, fallback_constituency: int
) -> None:
    """Make ``entries`` and ``refused`` (line, reason, detail, raw) from the cells and meanings."""
    connection.execute(
        f"CREATE OR REPLACE TABLE numbered AS SELECT line, {number_columns(mapping.number)},"
        f" {operation(mapping)} AS op, {month_order(mapping)} AS month FROM cells"
    )
    _make_districts(connection)
    connection.execute(_checked(mapping, fallback_constituency))
    connection.execute(
        "CREATE OR REPLACE TABLE refused AS"
        " SELECT line, reason, detail, raw FROM checked WHERE reason <> ''"
    )
    connection.execute(
        "CREATE OR REPLACE TABLE entries AS SELECT * EXCLUDE (reason, detail),"
        f" md5(concat_ws(chr(31), {_with_blanks(_HASHED)})) AS row_hash"
        " FROM checked WHERE reason = '' AND op <> '-'"
    )
    for table in ("checked", "cells", "raw", "numbered"):
        connection.execute(f"DROP TABLE {table}")


def refuse_repeated_numbers(connection: duckdb.DuckDBPyConnection, *, update: bool) -> None:
    """Move to ``refused`` what names one elector number twice.

    In a whole register the first row stands. In an update the latest month stands, as files often
    repeat the year so far; where one month both adds and removes, a person must look.
    """
    connection.execute(
        f"CREATE OR REPLACE TABLE twice AS SELECT {_NUMBERED}, min(line) AS first_line,"
        f" arg_max(line, month * 1e9 + line) AS last_line, max(month) AS last_month"
        f" FROM entries GROUP BY {_NUMBERED} HAVING count(*) > 1"
    )
    same_number = " AND ".join(f"e.{name} = t.{name}" for name in _NUMBERED.split(", "))
    if update:
        clash = (
            "CREATE OR REPLACE TABLE clash AS SELECT t.*,"
            " string_agg(e.line::VARCHAR, ', ' ORDER BY e.line)"
            f" AS lines FROM twice t JOIN entries e ON {same_number} AND e.month = t.last_month"
            " GROUP BY ALL HAVING bool_or(e.op = 'D') AND bool_or(e.op <> 'D')"
        )
        connection.execute(clash)
        _refuse(connection, "clash t", same_number, Reason.ADDED_AND_REMOVED, "t.lines")
        connection.execute(
            f"DELETE FROM entries e USING twice t WHERE {same_number} AND e.line <> t.last_line"
        )
    else:
        later = f"{same_number} AND e.line <> t.first_line"
        _refuse(connection, "twice t", later, Reason.NUMBER_TWICE, "t.first_line::VARCHAR")


def _refuse(
    connection: duckdb.DuckDBPyConnection, source: str, condition: str, reason: str, detail: str
) -> None:
    connection.execute(
        f"INSERT INTO refused SELECT e.line, {literal(reason)}, {detail}, e.raw"
        f" FROM entries e JOIN {source} ON {condition}"
    )
    connection.execute("DELETE FROM entries WHERE line IN (SELECT line FROM refused)")


def _make_districts(connection: duckdb.DuckDBPyConnection) -> None:
    """Where each polling district lies: where most of its postcodes do."""
    connection.execute(
        "CREATE OR REPLACE TABLE districts AS SELECT n.prefix,"
        " mode(p.constituency_id) AS constituency_id, mode(p.ward_id) AS ward_id, count(*) AS rows"
        " FROM numbered n JOIN cells c USING (line)"
        f" LEFT JOIN means_postcode m ON m.value = {POSTCODE_CELL}"
        " LEFT JOIN places p ON p.postcode = m.postcode GROUP BY n.prefix"
    )


def _checked(mapping: Mapping, fallback_constituency: int) -> str:
    """The statement that joins every meaning to its row."""
    whole_name = mapping.names == "surname_first"
    names = "w" if whole_name else "s"
    forenames = "w" if whole_name else "f"
    middle = "f.middle_names" if mapping.position("middle_names") is None else "m.middle_names"
    state_number = "c.state_number" if mapping.number == "state" else "''"
    home = ", ".join(
        f"{number_back(column)} AS {column}"
        for column in (
            "flat",
            "house_name",
            "house_number",
            "street",
            "locality",
            "town",
            "address",
        )
    )
    elsewhere = "(SELECT mode(constituency_id) FROM districts)"
    return f"""
    CREATE OR REPLACE TABLE checked AS
    WITH joined AS (
        SELECT c.line, c.width, c.raw, c.withheld, n.op, n.month, n.prefix, n.number, n.suffix,
            {state_number} AS state_number, {_as_written(mapping)} AS written_number,
            c.markers, k.known AS known_markers, k.unknown AS unknown_markers, t.title,
            {forenames}.forename, {"w.middle_names" if whole_name else middle} AS middle_names,
            {names}.surname, c.name_suffix,
            trim(left({names}.surname_key || ' ' || {forenames}.forename_key, 120)) AS name_key,
            {names}.surname_key, {forenames}.forename_key,
            coalesce(d.attains_on, o.day) AS attains_on, coalesce(b.day, d.born_on) AS born_on,
            d.odd OR o.odd OR b.odd AS odd_date,
            coalesce(year(b.day), year(d.born_on), try_cast(c.birth_year AS SMALLINT))
                AS birth_year,
            c.party, {_absent_vote(mapping)} AS absent_vote, ltrim(c.uprn, '0') AS uprn, {home},
            p.postcode, p.postcode_key, g.latitude, g.longitude, g.ward_id AS own_ward_id,
            coalesce(g.ward_id, z.ward_id) AS ward_id,
            coalesce(g.constituency_id, z.constituency_id, {elsewhere}, {fallback_constituency})
                AS constituency_id,
            CASE WHEN address = '' THEN ''
                ELSE left(coalesce(nullif(p.postcode_key, ''), {number_back("place")}) || '|'
                    || {number_back("key")}, 200) END AS home_key
        FROM cells c JOIN numbered n USING (line)
        LEFT JOIN means_full_name w ON w.value = c.full_name
        LEFT JOIN means_surname s ON s.value = c.surname
        LEFT JOIN means_forename f ON f.value = c.forename
        LEFT JOIN means_middle_names m ON m.value = c.middle_names
        LEFT JOIN means_title t ON t.value = c.title
        LEFT JOIN means_markers k ON k.value = c.markers
        LEFT JOIN means_age_date d ON d.value = c.age_date
        LEFT JOIN means_attains_on o ON o.value = c.attains_on
        LEFT JOIN means_born_on b ON b.value = c.born_on
        LEFT JOIN means_address a ON a.value = {WITHOUT_NUMBER}
        LEFT JOIN means_postcode p ON p.value = {POSTCODE_CELL}
        LEFT JOIN places g ON g.postcode = p.postcode
        LEFT JOIN districts z ON z.prefix = n.prefix
    ), kinds AS (
        SELECT *, {_KIND} AS kind FROM joined
    )
    SELECT * EXCLUDE (width, withheld, home_key, own_ward_id),
        CASE WHEN kind = 'ordinary' THEN home_key ELSE '' END AS household_key,
        coalesce(try_cast(regexp_extract(house_number, '^[0-9]{{1,9}}') AS INTEGER), 0)
            AS number_order,
        {_ODDITIES} AS oddities, {_reason(mapping)} AS reason, {_detail(mapping)} AS detail
    FROM kinds"""


# Anonymous entries show no name; the address that a withheld entry shows is not used.
_KIND = r"""CASE WHEN withheld = 'Y' OR surname || forename = ''
        OR regexp_matches(forename || ' ' || surname, '(?i)\banonymous\b') THEN 'anonymous'
    WHEN contains(known_markers, 'F') THEN 'overseas'
    WHEN home_key = '' THEN 'other' ELSE 'ordinary' END"""

_ODD = {
    Oddity.CLEANED: r"regexp_matches(raw, '[^\t -~]|`')",
    Oddity.UNKNOWN_MARKERS: "unknown_markers <> ''",
    Oddity.ODD_DATE: "coalesce(odd_date, false)",
    Oddity.NOT_ORDINARY: "kind <> 'ordinary'",
    Oddity.NO_POSTCODE: "postcode = ''",
    Oddity.POSTCODE_UNKNOWN: "postcode <> '' AND own_ward_id IS NULL",
    Oddity.NUMBER_WITH_SUFFIX: "suffix > 0",
    Oddity.PREFIX_WITH_MARKS: "regexp_matches(prefix, '[^A-Z0-9]')",
    Oddity.FLAT: "flat <> ''",
    Oddity.NO_STREET: "kind = 'ordinary' AND street = ''",
    Oddity.NUMBER_RANGE: "contains(house_number, '-')",
    Oddity.ONE_NAME: "forename = '' OR surname = ''",
    Oddity.NAME_OF_SEVERAL_WORDS: "regexp_matches(surname, '[ ''-]')",
    Oddity.ACCENTS: "strlen(forename || surname) > length(forename || surname)",
}
_ODDITIES = " + ".join(
    f"CASE WHEN {_ODD[oddity]} THEN {1 << place} ELSE 0 END" for place, oddity in enumerate(Oddity)
)


def _reason(mapping: Mapping) -> str:
    no_number = {
        "cells": "number IS NULL",
        "whole": "number IS NULL",
        "slashed": "number IS NULL",
        "state": "state_number = ''",
    }[mapping.number]
    too_long = " OR ".join(f"length({name}) > {most}" for name, most in LONGEST.items())
    return f"""CASE
        WHEN width = 1 AND raw = {literal(UNCLOSED_QUOTE)} THEN '{Reason.UNCLOSED_QUOTE}'
        WHEN width > {mapping.width} THEN '{Reason.TOO_MANY_COLUMNS}'
        WHEN op = '{UNKNOWN}' THEN '{Reason.UNKNOWN_OPERATION}'
        WHEN {no_number} AND written_number = '' THEN '{Reason.NO_NUMBER}'
        WHEN {no_number} THEN '{Reason.NUMBER_UNREADABLE}'
        WHEN absent_vote IS NULL THEN '{Reason.UNKNOWN_ABSENT_VOTE}'
        WHEN {too_long} THEN '{Reason.TOO_LONG}' ELSE '' END"""


def _detail(mapping: Mapping) -> str:
    columns = " ".join(
        f"WHEN length({name}) > {most} THEN '{name}'" for name, most in LONGEST.items()
    )
    return f"""CASE WHEN width > {mapping.width} THEN width::VARCHAR
        WHEN number IS NULL THEN written_number {columns} ELSE '' END"""


def _as_written(mapping: Mapping) -> str:
    if mapping.number == "state":
        return "c.state_number"
    return "c.number" if mapping.number == "cells" else "c.whole_number"


def _absent_vote(mapping: Mapping) -> str:
    if not mapping.absent_votes:
        return literal(mapping.absent_vote)
    cases = " ".join(
        f"WHEN {literal(written)} THEN {literal(kept)}"
        for written, kept in mapping.absent_votes.items()
    )
    return f"CASE upper(c.absent_vote) {cases} END"


def _with_blanks(columns: str) -> str:
    """Columns as text, an empty one kept in its place."""
    return ", ".join(f"coalesce({name.strip()}::VARCHAR, '')" for name in columns.split(","))
