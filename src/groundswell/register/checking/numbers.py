"""Elector numbers as SQL, by the same patterns as rules/elector_number.py."""

from groundswell.register.checking.workspace import literal
from groundswell.register.rules.elector_number import NUMBER_CELL, SLASHED, SUFFIX_CELL, WHOLE


def number_columns(written: str) -> str:
    """SQL for ``prefix``, ``number`` (NULL where unreadable) and ``suffix``, of numbers so written.

    ``written`` is a Mapping's ``number``: cells, whole, slashed or state.
    """
    if written == "state":
        return "upper(prefix) AS prefix, 0 AS number, 0 AS suffix"
    if written == "cells":
        return _from_cells()
    parts = [_group("whole_number", WHOLE, group) for group in (1, 2, 3)]
    if written == "slashed":
        slashed = f"regexp_matches(whole_number, {_pattern(SLASHED)})"
        parts = [
            f"CASE WHEN {slashed} THEN {_group('whole_number', SLASHED, group)} ELSE {part} END"
            for group, part in enumerate(parts, start=1)
        ]
    prefix, number, suffix = parts
    return (
        f"upper({prefix}) AS prefix, try_cast({number} AS INTEGER) AS number,"
        f" coalesce(try_cast({suffix} AS INTEGER), 0) AS suffix"
    )


def _from_cells() -> str:
    """A suffix column that says something wins over a suffix in the number's cell."""
    own_suffix = f"coalesce(try_cast({_group('number_suffix', SUFFIX_CELL, 1)} AS INTEGER), 0)"
    return (
        f"upper(prefix) AS prefix, CASE WHEN regexp_matches(number_suffix, {_pattern(SUFFIX_CELL)})"
        f" THEN try_cast({_group('number', NUMBER_CELL, 1)} AS INTEGER) END AS number,"
        f" CASE WHEN {own_suffix} > 0 THEN {own_suffix}"
        f" ELSE coalesce(try_cast({_group('number', NUMBER_CELL, 2)} AS INTEGER), 0) END AS suffix"
    )


def _group(column: str, pattern: str, group: int) -> str:
    return f"regexp_extract({column}, {_pattern(pattern)}, {group})"


def _pattern(pattern: str) -> str:
    """The pattern as SQL, its named groups counted from the left."""
    for name in ("prefix", "number", "suffix"):
        pattern = pattern.replace(f"?P<{name}>", "")
    return literal(pattern)
