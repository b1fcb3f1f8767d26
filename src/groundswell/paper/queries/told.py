"""A row of a sheet as the keying page's script has it."""

from typing import Any

from groundswell.paper.queries.keying import ShownRow


def row_as_told(row: ShownRow) -> dict[str, Any]:
    """Plain values by name."""
    keyed = row.keyed
    return {
        "number": row.number,
        "elector_number": row.elector_number,
        "door": " ".join(part for part in (row.door, row.street) if part),
        "name": row.name,
        "code": keyed.code if keyed else "",
        "label": row.code.label if row.code else "",
        "more": _more(row),
    }


def _more(row: ShownRow) -> str:
    if row.keyed is None:
        return ""
    marks = " ".join(f".{letter}" for letter in row.keyed.marks)
    return " ".join(part for part in (marks, row.keyed.words) if part)
