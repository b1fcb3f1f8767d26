"""Which layout a file has: by its headings, or by its shape where it has none."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from time import strptime

from groundswell.register.layouts.layout import Layout, all_layouts
from groundswell.register.layouts.mapping import Mapping
from groundswell.register.rules.text import fold

Rows = Sequence[Sequence[str]]


def recognise(rows: Rows) -> Mapping | None:
    """How to read a file that begins with these rows, or None where no layout fits.

    Headings are compared by letters and digits alone. Of several layouts that fit, the one that
    can use most columns is taken.
    """
    fitting = [found for layout in all_layouts() if (found := fit(layout, rows))]
    return max(fitting, key=lambda found: len(found.columns), default=None)


def fit(layout: Layout, rows: Rows) -> Mapping | None:
    """How the layout reads these rows, or None where it does not fit."""
    if not rows:
        return None
    return _by_headings(layout, rows[0]) if layout.has_header else _by_shape(layout, rows)


def header_signature(heading: Sequence[str]) -> str:
    """A hash by which a heading seen before is known again, whatever its case and spacing."""
    return hashlib.sha256("\t".join(fold(cell) for cell in heading).encode()).hexdigest()


def _by_headings(layout: Layout, heading: Sequence[str]) -> Mapping | None:
    columns: dict[int, str] = {}
    names = {fold(alias): key for key, aliases in layout.columns.items() for alias in aliases}
    for place, cell in enumerate(heading):
        held = names.get(fold(cell))
        if held and held not in columns.values():
            columns[place] = held
    held_fields = set(columns.values())
    folded = {fold(cell) for cell in heading}
    if not layout.needs <= held_fields or any(fold(name) in folded for name in layout.lacks):
        return None
    return Mapping(
        layout=layout.name,
        columns=columns,
        width=len(heading),
        elections=_elections(layout, heading),
        **layout.reading,
    )


def _elections(layout: Layout, heading: Sequence[str]) -> dict[int, tuple[str, str]]:
    if not layout.elections:
        return {}
    found = {place: re.match(layout.elections, cell) for place, cell in enumerate(heading)}
    return {
        place: (match["poll"], _iso(match["day"], layout.election_dates))
        for place, match in found.items()
        if match
    }


def _iso(day: str, pattern: str) -> str:
    return date(*strptime(day, pattern)[:3]).isoformat()


def _by_shape(layout: Layout, rows: Rows) -> Mapping | None:
    width = max(len(row) for row in rows)
    if width not in layout.widths:
        return None
    for place, shape in layout.shapes.items():
        fitting = sum(1 for row in rows if len(row) > place and re.fullmatch(shape, row[place]))
        if fitting < 0.9 * len(rows):
            return None
    return Mapping(
        layout=layout.name,
        columns=dict(layout.positions),
        width=width,
        has_header=False,
        **layout.reading,
    )
