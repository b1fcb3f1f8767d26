"""Finding columns by their names, which carry a year (``WD24CD``, ``PCON25CD``)."""

import re
from collections.abc import Sequence


def column(header: Sequence[str], *patterns: str) -> int | None:
    """The position of the first column whose whole name fits, the earlier patterns first."""
    names = [name.strip().lower() for name in header]
    for pattern in patterns:
        for position, name in enumerate(names):
            if re.fullmatch(pattern, name):
                return position
    return None


def cell(row: Sequence[str], position: int | None) -> str:
    """The trimmed text in that column; empty where the row or the file has none."""
    return row[position].strip() if position is not None and position < len(row) else ""


WARD_CODE = (r"wd\d\dcd", r"osward", r"ward_code", r"admin_ward_code")
SEAT_CODE = (r"pcon\d\dcd", r"pcon", r"constituency_code")
