"""What writing in bulk needs of a database, and the one that this installation uses."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import duckdb
from django.db import connection


class Engine(Protocol):
    """Bulk reading and writing; all within the transaction that is open."""

    def export(self, query: str, to: Path) -> None:
        """Write the rows of a SELECT to a CSV file, NULL as ``\\N``."""

    def reserve_ids(self, table: str, count: int, /) -> int:
        """The first of ``count`` ids in a row that nobody else will get."""

    def load(
        self, work: duckdb.DuckDBPyConnection, select: str, table: str, columns: Sequence[str]
    ) -> int:
        """Write the rows of a SELECT on the work database into a table; gives their number."""

    def count_anew(self, tables: Mapping[str, Sequence[str]]) -> None:
        """Have the planner learn the new sizes at once, for this transaction's later statements.

        Of each table, what its ``columns`` hold: those by which rows are found before it ends.
        """

    def only_one_import(self) -> None:
        """Wait until no other import is being applied."""


def engine(folder: Path) -> Engine:
    """The engine of the default database; ``folder`` takes what passes between databases."""
    if connection.vendor == "postgresql":
        from groundswell.register.applying.postgresql import PostgresqlEngine

        return PostgresqlEngine(folder)
    from groundswell.register.applying.sqlite import SqliteEngine

    return SqliteEngine()
