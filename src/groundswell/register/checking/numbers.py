"""Elector numbers as SQL, by the same patterns as rules/elector_number.py."""

import duckdb

from groundswell.register.checking.workspace import literal
from groundswell.register.layouts import Mapping
from groundswell.register.rules.elector_number import NUMBER_CELL, SLASHED, SUFFIX_CELL, WHOLE


def number_columns(mapping: Mapping) -> str:
    """SQL for ``prefix``, ``number`` (NULL where unreadable) and ``suffix`` of ``cells c``.

    Numbers in cells of their own repeat from district to district: ``means_number`` and
    ``means_number_suffix``, made by ``read_number_cells``, say what each of them means.
    """
    prefix = "upper(c.prefix)" if mapping.position("prefix") is not None else "''"
    if mapping.number == "state":
        return f"{prefix} AS prefix, 0 AS number, 0 AS suffix"
    if mapping.number == "cells" and mapping.position("number_suffix") is None:
        return f"{prefix} AS prefix, n.number, n.suffix"
    if mapping.number == "cells":
        return (
            f"{prefix} AS prefix, CASE WHEN x.readable THEN n.number END AS number,"
            " CASE WHEN x.suffix > 0 THEN x.suffix ELSE n.suffix END AS suffix"
        )
    prefix, number, suffix = _parts_of_whole(slashed=mapping.number == "slashed")
    return (
        f"upper({prefix}) AS prefix, try_cast({number} AS INTEGER) AS number,"
        f" coalesce(try_cast({suffix} AS INTEGER), 0) AS suffix"
    )


def number_joins(mapping: Mapping) -> str:
    """SQL that joins to ``cells c`` what ``number_columns`` needs."""
    if mapping.number != "cells":
        return ""
    joins = " LEFT JOIN means_number n ON n.value = c.number"
    if mapping.position("number_suffix") is not None:
        joins += " LEFT JOIN means_number_suffix x ON x.value = c.number_suffix"
    return joins


def read_number_cells(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> None:
    """Make ``means_number`` and ``means_number_suffix`` from the cells."""
    if mapping.number != "cells":
        return
    number, suffix = _group("value", NUMBER_CELL, 1), _group("value", NUMBER_CELL, 2)
    connection.execute(
        f"CREATE OR REPLACE TABLE means_number AS SELECT value, try_cast({number} AS INTEGER)"
        f" AS number, coalesce(try_cast({suffix} AS INTEGER), 0) AS suffix"
        " FROM (SELECT DISTINCT number AS value FROM cells)"
    )
    if mapping.position("number_suffix") is None:
        return
    connection.execute(
        "CREATE OR REPLACE TABLE means_number_suffix AS SELECT value,"
        f" regexp_matches(value, {_pattern(SUFFIX_CELL)}) AS readable,"
        f" coalesce(try_cast({_group('value', SUFFIX_CELL, 1)} AS INTEGER), 0) AS suffix"
        " FROM (SELECT DISTINCT number_suffix AS value FROM cells)"
    )


def _parts_of_whole(*, slashed: bool) -> list[str]:
    """SQL for the three parts of a number in one cell; lists of absent voters put a slash in it."""
    parts = [_group("c.whole_number", WHOLE, group) for group in (1, 2, 3)]
    if not slashed:
        return parts
    fits = f"regexp_matches(c.whole_number, {_pattern(SLASHED)})"
    return [
        f"CASE WHEN {fits} THEN {_group('c.whole_number', SLASHED, group)} ELSE {part} END"
        for group, part in enumerate(parts, start=1)
    ]


def _group(column: str, pattern: str, group: int) -> str:
    return f"regexp_extract({column}, {_pattern(pattern)}, {group})"


def _pattern(pattern: str) -> str:
    """The pattern as SQL, its named groups counted from the left."""
    for name in ("prefix", "number", "suffix"):
        pattern = pattern.replace(f"?P<{name}>", "")
    return literal(pattern)
