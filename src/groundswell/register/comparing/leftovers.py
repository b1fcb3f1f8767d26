"""Entries and electors that nothing links by itself, weighed pair by pair."""

import csv
from pathlib import Path

import duckdb

from groundswell.register.checking.workspace import literal
from groundswell.register.rules.same_person import (
    DOUBTFUL,
    SURE,
    Judged,
    Pair,
    best_of,
    judge,
)

# A name that many leftover entries share says too little to be worth every pair.
MOST_NAMESAKES = 40


def link_leftovers(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Add the sure ones to ``links`` and make ``doubts`` (line, id, score) of the doubtful ones."""
    no_doubts(connection)
    old = _set_apart(connection, "unmet", "current", "gone_at IS NULL", "id")
    if not old:
        return
    new = _set_apart(connection, "unlinked", "entries", "op <> 'D'", "line")
    judged = judge(_pairs(connection), new=new, old=old)
    sure = best_of(judged, least=SURE)
    linked = {pair.line for pair in sure} | {-pair.elector for pair in sure}
    open_ones = [p for p in judged if p.line not in linked and -p.elector not in linked]
    _keep(connection, folder, "sure", sure)
    connection.execute("INSERT INTO links SELECT line, id, 'weighed', score FROM sure")
    _keep(connection, folder, "doubts", best_of(open_ones, least=DOUBTFUL))


def no_doubts(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``doubts`` empty."""
    connection.execute("CREATE OR REPLACE TABLE doubts (line INTEGER, id BIGINT, score DOUBLE)")


def doubt_moves(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``doubts`` of an update: the same name removed at one address and added at another.

    They are one person only after somebody confirms it, so that what was recorded of one does not
    pass to a namesake.
    """
    connection.execute(
        "CREATE OR REPLACE TABLE doubts AS SELECT e.line, c.id, NULL::DOUBLE AS score"
        " FROM entries e JOIN current c ON e.name_key = c.name_key"
        " WHERE e.op <> 'D' AND e.kind <> 'anonymous' AND c.kind <> 'anonymous'"
        " AND e.line NOT IN (SELECT line FROM links) AND c.id NOT IN (SELECT id FROM links)"
        " AND (c.gone_at IS NOT NULL OR c.id IN (SELECT id FROM removed))"
        " AND (e.middle_names = c.middle_names OR e.middle_names = '' OR c.middle_names = '')"
        " QUALIFY row_number() OVER (PARTITION BY e.line ORDER BY c.gone_at DESC NULLS FIRST) = 1"
        " AND row_number() OVER (PARTITION BY c.id ORDER BY e.line) = 1"
    )


def _set_apart(
    connection: duckdb.DuckDBPyConnection, table: str, of: str, condition: str, key: str
) -> int:
    """The rows of entries or current that nothing links yet, and how many they are."""
    connection.execute(
        f"CREATE OR REPLACE TABLE {table} AS SELECT {key}, household_key, name_key, surname_key,"
        f" forename_key, middle_names, born_on, attains_on FROM {of} WHERE kind <> 'anonymous'"
        f" AND {condition} AND {key} NOT IN (SELECT {key} FROM links)"
    )
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def _pairs(connection: duckdb.DuckDBPyConnection) -> list[Pair]:
    """Pairs worth weighing: in one home, or of one name."""
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE pairs AS
        WITH few AS (
            SELECT name_key FROM unlinked GROUP BY name_key HAVING count(*) <= {MOST_NAMESAKES}
            INTERSECT
            SELECT name_key FROM unmet GROUP BY name_key HAVING count(*) <= {MOST_NAMESAKES}
        )
        SELECT e.line, c.id, true AS same_home FROM unlinked e JOIN unmet c
            ON e.household_key = c.household_key WHERE e.household_key <> ''
        UNION ALL
        SELECT e.line, c.id, false FROM unlinked e JOIN unmet c ON e.name_key = c.name_key
            JOIN few ON few.name_key = e.name_key
            WHERE e.household_key <> c.household_key OR e.household_key = ''
        """
    )
    rows = connection.execute(
        """
        WITH shares AS (
            SELECT surname_key, forename_key, count(*) AS people FROM entries GROUP BY ALL
        ), surnames AS (
            SELECT surname_key, sum(people) / sum(sum(people)) OVER () AS share
            FROM shares GROUP BY surname_key
        ), forenames AS (
            SELECT forename_key, sum(people) / sum(sum(people)) OVER () AS share
            FROM shares GROUP BY forename_key
        ), moves AS (
            SELECT e.household_key AS new_home, c.household_key AS old_home, count(*) AS people
            FROM pairs p JOIN unlinked e USING (line) JOIN unmet c USING (id)
            WHERE NOT p.same_home AND e.household_key <> '' AND c.household_key <> ''
            GROUP BY ALL
        )
        SELECT p.line, p.id, p.same_home,
            jaro_winkler_similarity(e.surname_key, c.surname_key),
            jaro_winkler_similarity(e.forename_key, c.forename_key),
            s.share, f.share, lower(e.middle_names), lower(c.middle_names),
            coalesce(e.born_on, e.attains_on), coalesce(c.born_on, c.attains_on),
            coalesce(m.people, 1) - 1
        FROM pairs p JOIN unlinked e USING (line) JOIN unmet c USING (id)
        JOIN surnames s ON s.surname_key = e.surname_key
        JOIN forenames f ON f.forename_key = e.forename_key
        LEFT JOIN moves m ON m.new_home = e.household_key AND m.old_home = c.household_key
        """
    ).fetchall()
    return [Pair(*row) for row in rows]


def _keep(
    connection: duckdb.DuckDBPyConnection, folder: Path, table: str, pairs: list[Judged]
) -> None:
    path = folder / f"{table}.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows((p.line, p.elector, round(p.probability, 4)) for p in pairs)
    columns = {"line": "INTEGER", "id": "BIGINT", "score": "DOUBLE"}
    connection.execute(
        f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM read_csv({literal(str(path))},"
        f" header = false, auto_detect = false, columns = {columns})"
    )
    path.unlink()
