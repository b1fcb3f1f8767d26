"""The register in force, as it is brought into the work database."""

from pathlib import Path

import duckdb

from groundswell.register.checking.workspace import literal

ELECTOR_COLUMNS = {
    "id": "BIGINT",
    "constituency_id": "BIGINT",
    "person": "VARCHAR",
    "household_id": "BIGINT",
    "household_key": "VARCHAR",
    "prefix": "VARCHAR",
    "number": "INTEGER",
    "suffix": "INTEGER",
    "state_number": "VARCHAR",
    "markers": "VARCHAR",
    "kind": "VARCHAR",
    "title": "VARCHAR",
    "forename": "VARCHAR",
    "middle_names": "VARCHAR",
    "surname": "VARCHAR",
    "name_suffix": "VARCHAR",
    "name_key": "VARCHAR",
    "attains_on": "DATE",
    "born_on": "DATE",
    "party": "VARCHAR",
    "absent_vote": "VARCHAR",
    "edition": "DATE",
    "row_hash": "VARCHAR",
    "gone_at": "DATE",
    "gone_because": "VARCHAR",
}
HOUSEHOLD_COLUMNS = {
    "id": "BIGINT",
    "constituency_id": "BIGINT",
    "key": "VARCHAR",
    "address": "VARCHAR",
    "ward_id": "BIGINT",
}


def load_current(connection: duckdb.DuckDBPyConnection, electors: Path, homes: Path) -> None:
    """Make ``current`` and ``homes`` from CSV files with these columns; NULL is ``\\N`` in them."""
    key_parts = (
        "split_part(name_key, ' ', 1) AS surname_key, split_part(name_key, ' ', 2) AS forename_key"
    )
    _load(connection, "current", electors, ELECTOR_COLUMNS, f"*, {key_parts}")
    _load(connection, "homes", homes, HOUSEHOLD_COLUMNS, "*")


def _load(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    path: Path,
    columns: dict[str, str],
    wanted: str,
) -> None:
    connection.execute(
        f"CREATE OR REPLACE TABLE {table} AS SELECT {wanted} FROM read_csv({literal(str(path))},"
        f" header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
        f" nullstr = '\\N', columns = {columns})"
    )
    path.unlink()
