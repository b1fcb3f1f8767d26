"""The rows of a file, one at a time, with the line each ends on.

Most rows are plain: printable ASCII without quotation marks. They pass as text with tabs between
the cells, whatever separated them; the others are read with care and pass as lists of cells.
"""

import csv
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import TextIO

from python_calamine import CalamineError, CalamineWorkbook

from groundswell.register.reading.encoding import error_handling
from groundswell.register.reading.shape import FileShape, UnreadableFile, Why

Cell = int | float | str | bool | time | date | datetime | object
Row = tuple[int, list[str]]
LineOrCells = str | list[str]

LONGEST_CELL = 8_000
MOST_LINES_OF_A_ROW = 12
# The only cell of a row in which a quotation mark is opened and not closed for many lines.
UNCLOSED_QUOTE = "\ufffd"


@contextmanager
def open_rows(path: Path, shape: FileShape) -> Iterator[Iterator[Row]]:
    """Iterate over (line number, cells as text) of every row that is not empty."""
    with open_lines(path, shape) as lines:
        yield ((number, as_cells(line)) for number, line in lines)


def as_cells(line: LineOrCells) -> list[str]:
    """The cells of a row, which comes as text with tabs between where it is plain."""
    return line.split("\t") if isinstance(line, str) else line


@contextmanager
def open_lines(path: Path, shape: FileShape) -> Iterator[Iterator[tuple[int, LineOrCells]]]:
    """Like ``open_rows``, with plain rows left in one piece: the quickest for a whole register."""
    if shape.is_workbook:
        yield _workbook_rows(path)
        return
    with path.open(
        encoding=shape.encoding, errors=error_handling(shape.encoding), newline=""
    ) as file:
        yield _delimited_rows(file, shape.delimiter)


def _delimited_rows(file: TextIO, delimiter: str) -> Iterator[tuple[int, LineOrCells]]:
    csv.field_size_limit(LONGEST_CELL)
    given_back: deque[str] = deque()
    lines = _lines(file, given_back)
    number = 0
    for text in lines:
        number += 1
        body = text.rstrip("\r\n")
        if '"' in body:
            row, used = _quoted_row(text, lines, delimiter, given_back)
            number += used - 1
            if any(row):
                yield number, row
        elif body.isascii() and "`" not in body and _is_plain(body, delimiter):
            tabbed = body if delimiter == "\t" else body.replace(delimiter, "\t")
            if tabbed.strip("\t"):
                yield number, tabbed
        elif body.strip(delimiter):
            yield number, body.split(delimiter)


def _lines(file: TextIO, given_back: deque[str]) -> Iterator[str]:
    """The lines of the file; those given back come again before the next."""
    for line in file:
        yield line
        while given_back:
            yield given_back.popleft()


def _is_plain(body: str, delimiter: str) -> bool:
    return (body.replace("\t", "") if delimiter == "\t" else body).isprintable()


def _quoted_row(
    text: str, lines: Iterator[str], delimiter: str, given_back: deque[str]
) -> tuple[list[str], int]:
    """A row in which something is quoted, and over how many lines it goes.

    Where a quotation mark is opened and not closed within reason, only the line it stands on is
    given up, as a row of one cell that says so.
    """
    ahead: list[str] = []

    def following() -> Iterator[str]:
        for line in lines:
            ahead.append(line)
            yield line
            if len(ahead) == MOST_LINES_OF_A_ROW:
                raise csv.Error

    reader = csv.reader(chain([text], following()), delimiter=delimiter)
    try:
        row = next(reader, [])
    except csv.Error:
        given_back.extendleft(reversed(ahead))
        return [UNCLOSED_QUOTE], 1
    if ahead and text.count('"') % 2 and "".join(ahead).count('"') % 2 == 0:
        given_back.extendleft(reversed(ahead))
        return [UNCLOSED_QUOTE], 1
    return row, 1 + len(ahead)


def _workbook_rows(path: Path) -> Iterator[Row]:
    try:
        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
        above = sheet.start[0] if sheet.start else 0
        for place, cells in enumerate(sheet.iter_rows(), start=above + 1):
            row = [_as_text(cell) for cell in cells]
            if any(row):
                yield place, row
    except (CalamineError, IndexError):
        raise UnreadableFile(Why.WORKBOOK_BROKEN) from None


def _as_text(cell: Cell) -> str:
    """A cell as the council saw it: whole numbers without ``.0``, days as ISO dates."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
