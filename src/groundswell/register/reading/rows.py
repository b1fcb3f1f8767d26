"""The rows of a file, one at a time, with the line each ends on.

Most rows are plain: printable ASCII without quotation marks. They pass as text with tabs between
the cells, whatever separated them; the others are read with care and pass as lists of cells.
"""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
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
Block = Sequence[tuple[int, LineOrCells]]

LONGEST_CELL = 8_000
MOST_LINES_OF_A_ROW = 12
# The only cell of a row in which a quotation mark is opened and not closed for many lines.
UNCLOSED_QUOTE = "\ufffd"
_BLOCK = 1 << 17  # characters looked at together


@contextmanager
def open_rows(path: Path, shape: FileShape) -> Iterator[Iterator[Row]]:
    """Iterate over (line number, cells as text) of every row that is not empty."""
    with open_blocks(path, shape) as blocks:
        yield ((number, as_cells(line)) for block in blocks for number, line in block)


def as_cells(line: LineOrCells) -> list[str]:
    """The cells of a row, which comes as text with tabs between where it is plain."""
    return line.split("\t") if isinstance(line, str) else line


@contextmanager
def open_blocks(path: Path, shape: FileShape) -> Iterator[Iterator[Block]]:
    """Like ``open_rows``, many rows at a time and plain ones in one piece: quickest by far."""
    if shape.is_workbook:
        yield ([row] for row in _workbook_rows(path))
        return
    with path.open(
        encoding=shape.encoding, errors=error_handling(shape.encoding), newline=""
    ) as file:
        yield _delimited_blocks(_Lines(file), shape.delimiter)


class _Lines:
    """The lines of a file, a block or one at a time; ``number`` counts those taken."""

    def __init__(self, file: TextIO) -> None:
        self.number = 0
        self._file = file
        self._next: deque[str] = deque()

    def block(self) -> list[str]:
        """The next lines, many of them; none at the end."""
        lines = list(self._next) or self._file.readlines(_BLOCK)
        self._next.clear()
        self.number += len(lines)
        return lines

    def give_back(self, lines: list[str]) -> None:
        """These were taken and shall come again."""
        self._next.extendleft(reversed(lines))
        self.number -= len(lines)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if not self._next:
            self._next.extend(self._file.readlines(_BLOCK))
        if not self._next:
            raise StopIteration
        self.number += 1
        return self._next.popleft()


def _delimited_blocks(lines: _Lines, delimiter: str) -> Iterator[Block]:
    csv.field_size_limit(LONGEST_CELL)
    while block := lines.block():
        text = "".join(block).replace("\r\n", "\n")
        if '"' in text:
            lines.give_back(block)
            yield list(_quoted_rows(lines, len(block), delimiter))
        elif "\r" in text:
            first = lines.number - len(block) + 1
            rows = ((at, body.rstrip("\r\n")) for at, body in enumerate(block, first))
            yield [(at, body.split(delimiter)) for at, body in rows if body.strip(delimiter)]
        else:
            yield _unquoted_rows(text, lines.number - len(block) + 1, delimiter)


def _unquoted_rows(text: str, first: int, delimiter: str) -> Block:
    """Rows without quotation marks, one a line; ``first`` is the number of the first line."""
    text = text.removesuffix("\n")
    lines = enumerate(text.split("\n"), first)
    if not _is_printable(text.encode("ascii", "ignore").decode(), delimiter):
        return [(at, _plain_or_cells(row, delimiter)) for at, row in lines if row.strip(delimiter)]
    if delimiter != "\t":
        lines = enumerate(text.replace(delimiter, "\t").split("\n"), first)
    return [
        (at, row if row.isascii() and "`" not in row else row.split("\t"))
        for at, row in lines
        if row.strip("\t")
    ]


def _plain_or_cells(body: str, delimiter: str) -> LineOrCells:
    if body.isascii() and "`" not in body and _is_printable(body, delimiter):
        return body.replace(delimiter, "\t")
    return body.split(delimiter)


def _is_printable(text: str, delimiter: str) -> bool:
    """Whether this ASCII holds no control characters, delimiters and ends of lines aside."""
    return text.replace(delimiter, "").replace("\n", "").isprintable()


def _quoted_rows(lines: _Lines, count: int, delimiter: str) -> Iterator[Row]:
    """The rows that begin on the next ``count`` lines, some of which are quoted."""
    until = lines.number + count
    while lines.number < until:
        text = next(lines)
        number = lines.number
        body = text.rstrip("\r\n")
        if '"' in body:
            row, used = _quoted_row(text, lines, delimiter)
            if any(row):
                yield number + used - 1, row
        elif body.strip(delimiter):
            yield number, body.split(delimiter)


def _quoted_row(text: str, lines: _Lines, delimiter: str) -> tuple[list[str], int]:
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
        lines.give_back(ahead)
        return [UNCLOSED_QUOTE], 1
    if ahead and text.count('"') % 2 and "".join(ahead).count('"') % 2 == 0:
        lines.give_back(ahead)
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
