"""The rows of a file, one at a time, with the line each ends on."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from groundswell.register.reading.encoding import error_handling
from groundswell.register.reading.shape import FileShape, UnreadableFile, Why

Cell = int | float | str | bool | time | date | datetime | object
Row = tuple[int, list[str]]

LONGEST_CELL = 8_000
MOST_LINES_OF_A_ROW = 12
# The only cell of a row in which a quotation mark is opened and not closed for many lines.
UNCLOSED_QUOTE = "\ufffd"


@contextmanager
def open_rows(path: Path, shape: FileShape) -> Iterator[Iterator[Row]]:
    """Iterate over (line number, cells as text) of every row that is not empty."""
    if shape.is_workbook:
        yield _workbook_rows(path)
        return
    with path.open(
        encoding=shape.encoding, errors=error_handling(shape.encoding), newline=""
    ) as file:
        yield _delimited_rows(file, shape.delimiter)


def _delimited_rows(lines: Iterable[str], delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    while True:
        try:
            for row in reader:
                line = reader.line_num
                if line > before + MOST_LINES_OF_A_ROW:
                    yield before + 1, [UNCLOSED_QUOTE]
                elif any(row):
                    yield line, row
                before = line
        except csv.Error:
            yield before + 1, [UNCLOSED_QUOTE]
            before = reader.line_num
            continue
        return


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
