"""The work file: every row as clean UTF-8, tab-separated, for the database that checks it.

Characters are cleaned on the way (see rules/text.py) and rows brought to one width, so that the
checking reads one dialect only. Rows pass one at a time: memory stays the same for any size.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from groundswell.register.reading.rows import Block, as_cells, open_blocks, open_rows
from groundswell.register.reading.shape import FileShape
from groundswell.register.rules.text import clean

# Columns of the work file before the cells: line number, width as it came, raw cells if cleaned,
# their tabs written as in RAW_TAB.
BEFORE_CELLS = ("line", "width", "raw")
RAW_TAB = "\x1e"


@dataclass(frozen=True)
class WorkFile:
    """What was written: ``columns`` cells to a row after line number, width and raw text."""

    path: Path
    columns: int
    rows: int


def sample_rows(path: Path, shape: FileShape, count: int = 50) -> list[list[str]]:
    """The first rows, cleaned, for recognising the layout."""
    with open_rows(path, shape) as rows:
        return [[clean(cell) for cell in row] for _, row in islice(rows, count)]


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
    tell: Callable[[int], None] | None = None,
) -> WorkFile:
    """Write the rows below the header to ``to``; ``tell`` hears how many from time to time.

    ``tell`` may raise to stop the work. Cells beyond ``columns`` are left out when empty; a row
    with more keeps its true width in the second column, so that the check refuses it.
    """
    written = 0
    with open_blocks(path, shape) as blocks, to.open("w", encoding="utf-8", newline="") as file:
        heading = has_header
        for block in blocks:
            rows = block[1:] if heading and block else block
            heading = heading and not block
            file.write(_work_lines(rows, columns))
            written += len(rows)
            if tell:
                tell(written)
    return WorkFile(path=to, columns=columns, rows=written)


def _work_lines(rows: Block, columns: int) -> str:
    tabs = columns - 1
    return "".join(
        [
            f"{line}\t{columns}\t\t{row}\n"
            if isinstance(row, str) and row.count("\t") == tabs
            else _rarer_row(line, as_cells(row), columns)
            for line, row in rows
        ]
    )


def _rarer_row(line: int, row: list[str], columns: int) -> str:
    """A row with characters to be cleaned, or with more or fewer cells than the heading."""
    raw = ""
    plain = [_is_plain(cell) for cell in row]
    cleaned = [cell if is_plain else clean(cell) for cell, is_plain in zip(row, plain, strict=True)]
    if not all(plain):
        raw = RAW_TAB.join(
            cell if is_plain else _one_line(cell) for cell, is_plain in zip(row, plain, strict=True)
        )
    width = len(row)
    if width > columns:
        width = max((n + 1 for n in range(columns, width) if row[n].strip()), default=columns)
    cells = [*cleaned, *[""] * (columns - len(row))][:columns]
    return "\t".join([str(line), str(width), raw, *cells]) + "\n"


def _one_line(cell: str) -> str:
    """The cell as supplied, but for what would break the work file."""
    return " ".join(cell.replace("\t", " ").replace(RAW_TAB, " ").replace("\0", "").splitlines())


def _is_plain(cell: str) -> bool:
    return cell.isascii() and cell.isprintable() and "`" not in cell
