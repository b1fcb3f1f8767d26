"""Rows from one database to another through a pipe: the one writes while the other reads."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import duckdb

from groundswell.register.checking.workspace import literal

_PATIENCE = 0.05


class IncompleteLoad(Exception):
    """The database took fewer rows than it was given: nothing of the import may stand."""


@contextmanager
def piped(
    work: duckdb.DuckDBPyConnection, select: str, folder: Path
) -> Iterator[tuple[BinaryIO, "Writer"]]:
    """The rows of a SELECT as CSV (NULL as ``\\N``), to be read to their end within the block.

    Beside them who writes them, to be asked afterwards how many they were. Trouble of the writing
    side is raised here when the block ends.
    """
    pipe = folder / "rows.pipe"
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe, mode=0o600)
    writer = Writer(work.cursor(), select, pipe)
    writer.start()
    try:
        with pipe.open("rb") as rows:
            writer.reader_is_there.set()
            yield rows, writer
    finally:
        writer.reader_is_there.set()
        writer.join()
        pipe.unlink()
    if writer.trouble is not None:
        raise writer.trouble


class Writer(threading.Thread):
    """Writes the rows; when it cannot, lets go the reader who waits at the pipe's other end."""

    def __init__(self, work: duckdb.DuckDBPyConnection, select: str, pipe: Path) -> None:
        super().__init__(name="register-rows")
        self.trouble: duckdb.Error | None = None
        self.written = 0
        self.reader_is_there = threading.Event()
        self._work, self._select, self._pipe = work, select, pipe

    def run(self) -> None:
        """Write until all is read, or until the reader is gone."""
        try:
            told = self._work.execute(
                f"COPY ({self._select}) TO {literal(str(self._pipe))}"
                " (FORMAT csv, HEADER false, NULLSTR '\\N', USE_TMP_FILE false)"
            ).fetchone()
            self.written = int(told[0]) if told else 0
        except duckdb.Error as trouble:
            self.trouble = trouble
            while not self.reader_is_there.wait(_PATIENCE):
                with suppress(OSError):
                    os.close(os.open(self._pipe, os.O_WRONLY | os.O_NONBLOCK))
        finally:
            self._work.close()
