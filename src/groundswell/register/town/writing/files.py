"""Text files in the encodings that councils use, one row at a time."""

import codecs
import csv
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# Letters that lose nothing but a stroke when a Western European character set has no room for them.
_PLAINER = {"Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ø": "O", "ø": "o"}


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is written. A UTF-16 file has no mark at its start, as councils send it."""

    encoding: str = "utf-8"
    delimiter: str = ","
    all_quoted: bool = False


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], form: Form) -> int:
    """Write a header and the rows with Windows line ends; the number of rows written."""
    written = 0
    with path.open("w", encoding=form.encoding, errors="plainer-letters", newline="") as file:
        writer = csv.writer(
            file,
            delimiter=form.delimiter,
            quoting=csv.QUOTE_ALL if form.all_quoted else csv.QUOTE_MINIMAL,
            lineterminator="\r\n",
        )
        writer.writerow(header)
        for row in rows:
            writer.writerow(row)
            written += 1
    return written


def _plainer(trouble: UnicodeError) -> tuple[str, int]:
    """A letter that the encoding lacks, as an old system keeps it: without its accent, or "?"."""
    if not isinstance(trouble, UnicodeEncodeError):
        raise trouble
    missing = trouble.object[trouble.start : trouble.end]
    plain = "".join(_PLAINER.get(letter, letter) for letter in missing)
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", plain)
        if not unicodedata.combining(letter)
    )
    return bare if bare.isascii() else "?" * len(missing), trouble.end


codecs.register_error("plainer-letters", _plainer)
