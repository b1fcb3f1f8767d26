"""What writing in bulk needs of a database, and the one that this installation uses."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import duckdb
from django.db import connection


class Engine(Protocol):
    """Bulk reading and writing; all within the transaction that is open."""

    def export(self, query: str, to: Path) -> None:
        """Write the rows of a SELECT to a CSV file, NULL as ``\\N``."""

    def reserve_ids(self, table: str, count: int) -> int:
        """The first of ``count`` ids in a row that nobody else will get."""

    def load(
        self, work: duckdb.DuckDBPyConnection, select: str, table: str, columns: Sequence[str]
    ) -> int:
        """Write the rows of a SELECT on the work database into a table; gives their number."""

    @contextmanager
    def indexes_set_aside(self, tables: Sequence[str]) -> Iterator[None]:
        """Drop the indexes of these tables while they are filled, if all of them are empty.

        An index built once over all rows costs a fraction of one kept up row by row.
        """

    def count_anew(self, tables: Sequence[str]) -> None:
        """Have the planner learn the new sizes at once, for this transaction's later statements."""

    def only_one_import(self) -> None:
        """Wait until no other import is being applied."""


def engine(folder: Path) -> Engine:
    """The engine of the default database; ``folder`` takes what passes between databases."""
    if connection.vendor == "postgresql":
        from groundswell.register.applying.postgresql import PostgresqlEngine

        return PostgresqlEngine(folder)
    from groundswell.register.applying.sqlite import SqliteEngine

    return SqliteEngine()
