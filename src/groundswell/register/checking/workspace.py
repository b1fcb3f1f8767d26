"""The work database of one import: a DuckDB file beside the upload, within bounds of memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

MEMORY_LIMIT = "640MB"
THREADS = 2


@contextmanager
def open_workspace(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the work database in this folder, made when there is none."""
    connection = duckdb.connect(str(folder / "check.duckdb"))
    try:
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        connection.execute(f"SET threads = {THREADS}")
        connection.execute(f"SET temp_directory = {literal(str(folder / 'spill'))}")
        connection.execute("SET preserve_insertion_order = false")
        connection.execute("SET enable_progress_bar = false")
        # What is written here is read once or twice and deleted: packing it would not pay.
        connection.execute("PRAGMA force_compression = 'uncompressed'")
        yield connection
    finally:
        connection.close()


def settle(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring what was written to its place in the file: after each large table this is cheapest."""
    connection.execute("CHECKPOINT")


def literal(text: str) -> str:
    """The text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"
