"""What is applied: one import, told to every step of the writing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from groundswell.register.applying.engine import Engine
from groundswell.register.work_folder import Watch

ELECTORS, HOMES = "register_elector", "register_household"
ENTRIES, VOTES = "register_registerentry", "register_pastvote"


@dataclass(frozen=True)
class Job:
    """One import being applied, with both databases."""

    import_id: int
    council_id: int
    published_on: date
    work: duckdb.DuckDBPyConnection
    engine: Engine
    folder: Path
    watch: Watch

    def one(self, query: str) -> int:
        """The number that a query on the work database gives."""
        row = self.work.execute(query).fetchone()
        return int(row[0]) if row and row[0] is not None else 0

    def load(self, select: str, table: str, columns: Sequence[str]) -> None:
        """Write the rows of a SELECT on the work database into a table, each of them."""
        self.engine.load(self.work, select, table, columns)

    def make(self, table: str, select: str) -> None:
        """A table of the work database."""
        self.work.execute(f"CREATE OR REPLACE TABLE {table} AS {select}")
