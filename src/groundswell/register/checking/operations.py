"""What each row does to the register, as SQL; rules/months.py states the rule for months."""

from groundswell.register.checking.workspace import literal
from groundswell.register.layouts import Mapping
from groundswell.register.rules.months import ADD, CHANGE, IGNORE, REMOVE

UNKNOWN = "?"


def operation(mapping: Mapping) -> str:
    """SQL for the operation: A, M, D, ``-`` to leave the row out, ``?`` unknown, or empty."""
    if mapping.position("created_month") is not None:
        return _monthly(mapping)
    if mapping.position("operation") is None:
        return "''"
    cases = " ".join(
        f"WHEN {literal(written)} THEN {literal(meant)}"
        for written, meant in mapping.operations.items()
    )
    return f"CASE upper(c.operation) {cases} ELSE '{UNKNOWN}' END"


def month_order(mapping: Mapping) -> str:
    """SQL by which the rows of one elector follow each other: the year begins in December."""
    if mapping.position("created_month") is None:
        return "0"
    months = ", ".join(_month(mapping, name) for name in ("created", "changed", "deleted"))
    return f"greatest({months}) % 12"


def _monthly(mapping: Mapping) -> str:
    created, deleted = _month(mapping, "created"), _month(mapping, "deleted")
    return (
        f"CASE WHEN {deleted} > 0 AND {created} = {deleted} THEN '{IGNORE}'"
        f" WHEN {deleted} > 0 THEN '{REMOVE}'"
        f" WHEN {created} > 0 THEN '{ADD}' ELSE '{CHANGE}' END"
    )


def _month(mapping: Mapping, name: str) -> str:
    if mapping.position(f"{name}_month") is None:
        return "0"
    return f"coalesce(try_cast(c.{name}_month AS INTEGER), 0)"
