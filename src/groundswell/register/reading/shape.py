"""What kind of file it is."""

import zipfile
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from groundswell.register.reading.delimiter import detect_delimiter
from groundswell.register.reading.encoding import detect_encoding, error_handling

# A workbook is opened whole: one that unpacks to more than this is refused, to be saved as CSV.
WORKBOOK_LIMIT = 700 * 1024 * 1024
_OLD_WORKBOOK = bytes.fromhex("d0cf11e0a1b11ae1")


class Why(Enum):
    """Why a file cannot be read."""

    EMPTY = "empty"
    ZIP = "zip"
    PDF = "pdf"
    BINARY = "binary"
    JSON = "json"
    WORKBOOK_TOO_LARGE = "workbook_too_large"
    WORKBOOK_BROKEN = "workbook_broken"


class UnreadableFile(Exception):
    """The file is no table of rows that we can read; ``why`` says what it is instead."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class FileShape:
    """How to read the file: ``delimiter`` and ``encoding`` are empty for a workbook."""

    encoding: str = ""
    delimiter: str = ""

    @property
    def is_workbook(self) -> bool:
        """Whether it is an Excel file."""
        return not self.delimiter


def look_at(path: Path) -> FileShape:
    """What kind of file this is, by its content alone; raises UnreadableFile."""
    with path.open("rb") as file:
        start = file.read(64)
    if not start.strip():
        raise UnreadableFile(Why.EMPTY)
    if start.startswith(b"PK"):
        _refuse_other_archives(path)
        return FileShape()
    if start.startswith(_OLD_WORKBOOK):
        return FileShape()
    if start.startswith(b"%PDF"):
        raise UnreadableFile(Why.PDF)
    encoding = detect_encoding(path)
    beginning = _beginning(path, encoding)
    if beginning.lstrip()[:1] in "[{" and '"' in beginning[:200]:
        raise UnreadableFile(Why.JSON)
    if _looks_binary(beginning):
        raise UnreadableFile(Why.BINARY)
    return FileShape(encoding=encoding, delimiter=detect_delimiter(beginning))


def _beginning(path: Path, encoding: str) -> str:
    """The first lines, without the last one, which may be cut."""
    with path.open(encoding=encoding, errors=error_handling(encoding), newline="") as file:
        text = file.read(32 * 1024)
        whole = not file.read(1)
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text if whole or end < 0 else text[:end]


def _looks_binary(text: str) -> bool:
    strange = sum(1 for c in text if not c.isprintable() and not c.isspace())
    return strange > len(text) // 20


def _refuse_other_archives(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile:
        raise UnreadableFile(Why.WORKBOOK_BROKEN) from None
    if not any(entry.filename.startswith("xl/workbook.") for entry in entries):
        raise UnreadableFile(Why.ZIP)
    if sum(entry.file_size for entry in entries) > WORKBOOK_LIMIT:
        raise UnreadableFile(Why.WORKBOOK_TOO_LARGE)
