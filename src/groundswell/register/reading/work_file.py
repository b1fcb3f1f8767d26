"""The work file: every row as clean UTF-8 for the database that checks it.

Characters are cleaned on the way (see rules/text.py) and rows brought to one width, so that the
checking reads one dialect only. Rows pass one at a time: memory stays the same for any size.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from groundswell.register.reading.rows import Row, open_rows
from groundswell.register.reading.shape import FileShape
from groundswell.register.rules.text import clean

# Columns of the work file before the cells: line number, width as it came, raw cells if cleaned.
BEFORE_CELLS = ("line", "width", "raw")
_TELL_EVERY = 20_000


@dataclass(frozen=True)
class WorkFile:
    """What was written: ``columns`` cells to a row after line number, width and raw text."""

    path: Path
    columns: int
    rows: int


def _nobody_listens(rows: int) -> None:
    """For callers that do not show how far it is."""


def sample_rows(path: Path, shape: FileShape, count: int = 50) -> list[list[str]]:
    """The first rows, cleaned, for recognising the layout."""
    with open_rows(path, shape) as rows:
        return [
            [clean(cell) for cell in row] for _, (_, row) in zip(range(count), rows, strict=False)
        ]


def expected_rows(path: Path, shape: FileShape) -> int:
    """About how many rows the file has, by the length of its first lines; 0 where unknown."""
    if shape.is_workbook:
        return 0
    with path.open("rb") as file:
        beginning = file.read(64 * 1024)
    return path.stat().st_size * beginning.count(b"\n") // max(len(beginning), 1)


def write_work_file(
    path: Path,
    shape: FileShape,
    to: Path,
    *,
    columns: int,
    has_header: bool,
    tell: Callable[[int], None] = _nobody_listens,
) -> WorkFile:
    """Write the rows below the header to ``to``; ``tell`` hears how many from time to time.

    ``tell`` may raise to stop the work. Cells beyond ``columns`` are left out when empty; a row
    with more keeps its true width in the second column, so that the check refuses it.
    """
    counted = _Counted(tell)
    with open_rows(path, shape) as rows, to.open("w", encoding="utf-8", newline="") as file:
        if has_header:
            next(rows, None)
        csv.writer(file, lineterminator="\n").writerows(_work_rows(rows, columns, counted))
    return WorkFile(path=to, columns=columns, rows=counted.rows)


@dataclass
class _Counted:
    tell: Callable[[int], None]
    rows: int = 0


def _work_rows(rows: Iterator[Row], columns: int, counted: _Counted) -> Iterator[list[object]]:
    padding = [[""] * (columns - width) for width in range(columns + 1)]
    for line, row in rows:
        counted.rows += 1
        if not counted.rows % _TELL_EVERY:
            counted.tell(counted.rows)
        text = "".join(row)
        if text.isascii() and text.isprintable() and "`" not in text:
            raw = ""
        else:
            raw = "\t".join(" ".join(cell.splitlines()).replace("\t", " ") for cell in row)
            row = [clean(cell) for cell in row]  # noqa: PLW2901 - the cleaned row replaces it
        width = len(row)
        if width == columns:
            yield [line, width, raw, *row]
        elif width < columns:
            yield [line, width, raw, *row, *padding[width]]
        else:
            used = max((n for n in range(columns, width) if row[n].strip()), default=-1) + 1
            yield [line, used or columns, raw, *row[:columns]]
