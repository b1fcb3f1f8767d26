"""What will be written for each entry, who leaves, and the counts a person decides by."""

from datetime import date
from typing import Any

import duckdb

from groundswell.register.checking.workspace import literal
from groundswell.register.comparing.links import SAME_NUMBER
from groundswell.register.rules.refusals import oddities

_DETAILS = (
    "title, forename, middle_names, surname, name_suffix, markers, kind, attains_on, born_on, party"
)


def make_plan(
    connection: duckdb.DuckDBPyConnection, *, published_on: date, update: bool, relist: bool
) -> None:
    """Make ``plan`` (an action for each entry) and ``leaving`` (id, constituency_id, because).

    Actions: new; across (the same person, now in another constituency: closed there, new here);
    update; edition (only listed again); same (nothing to write). ``relist`` has everybody listed
    again, because the file came under another supply, on which they now rest too.
    """
    edition = literal(published_on.isoformat())
    # The council goes on listing people for months after we were told that they moved or died.
    closed_by_a_person = "c.gone_because IN ('told_moved', 'deceased')"
    listed_before = "true" if update else f"c.edition = {edition}"
    if relist:
        listed_before = "false"
    differs = " OR ".join(
        f"e.{name} IS DISTINCT FROM c.{name}" for name in _DETAILS.replace(" ", "").split(",")
    )
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE plan AS
        SELECT e.line, c.id AS elector_id, c.person, l.how, l.score,
            CASE WHEN c.id IS NULL THEN 'new'
                WHEN {closed_by_a_person} THEN 'same'
                WHEN c.constituency_id <> e.constituency_id THEN 'across'
                WHEN e.row_hash <> c.row_hash OR c.gone_at IS NOT NULL THEN 'update'
                WHEN {listed_before} THEN 'same' ELSE 'edition' END AS action,
            c.id IS NOT NULL AND NOT ({SAME_NUMBER}) AS renumbered,
            coalesce(e.household_key <> c.household_key, false) AS moved,
            c.id IS NOT NULL AND ({differs}) AS details_differ
        FROM entries e LEFT JOIN links l ON l.line = e.line LEFT JOIN current c ON c.id = l.id
        WHERE e.op <> 'D'
        """
    )
    connection.execute(
        "CREATE OR REPLACE TABLE leaving AS SELECT c.id, c.constituency_id, 'moved' AS because"
        " FROM plan p JOIN current c ON c.id = p.elector_id"
        " WHERE p.action = 'across' AND c.gone_at IS NULL"
    )
    connection.execute(f"INSERT INTO leaving {_leaving_update() if update else _leaving_whole()}")


def count_plan(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """The counts of the plan, unknown markers and kinds, as kept in RegisterImport.summary."""
    counts = connection.execute(
        """
        SELECT count(*) FILTER (action = 'new') AS new,
            count(*) FILTER (action = 'update' AND NOT moved AND (details_differ OR NOT renumbered))
                AS changed,
            count(*) FILTER (moved) AS moved,
            count(*) FILTER (renumbered) AS renumbered,
            count(*) FILTER (action IN ('same', 'edition')) AS unchanged,
            count(*) FILTER (how NOT IN ('unchanged', 'number', 'state_number')) AS linked
        FROM plan
        """
    )
    names = [column[0] for column in counts.description or ()]
    row = counts.fetchone() or ()
    found: dict[str, Any] = dict(zip(names, row, strict=True))
    found["gone"] = _one(connection, "SELECT count(*) FROM leaving WHERE because <> 'moved'")
    found["to_review"] = _one(connection, "SELECT count(*) FROM doubts")
    found |= count_entries(connection)
    return found


def count_entries(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """What the check found in the file itself, whatever the register holds."""
    refused = _one(connection, "SELECT count(*) FROM refused")
    return {
        "refused": refused,
        "unknown_markers": _by_value(connection, "unknown_markers"),
        "kinds": _by_value(connection, "kind"),
        "without_place": _one(
            connection,
            "SELECT count(*) FROM entries WHERE kind = 'ordinary' AND latitude IS NULL",
        ),
        "constituencies": [
            row[0]
            for row in connection.execute(
                "SELECT DISTINCT constituency_id FROM entries ORDER BY 1"
            ).fetchall()
        ],
        "nastiest": nastiest(connection),
    }


def districts_missing(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Polling districts that we hold and that a whole register does not name at all."""
    rows = connection.execute(
        "SELECT DISTINCT prefix FROM current WHERE gone_at IS NULL"
        " AND prefix NOT IN (SELECT prefix FROM entries) ORDER BY 1 LIMIT 50"
    ).fetchall()
    return [row[0] for row in rows]


def nastiest(connection: duckdb.DuckDBPyConnection, count: int = 10) -> list[dict[str, Any]]:
    """The rows with most oddities, no two alike, as they will be stored."""
    found = connection.execute(
        """
        SELECT e.line, c.raw, CASE WHEN e.state_number <> '' THEN e.state_number
                ELSE e.prefix || '-' || e.number
                    || CASE WHEN e.suffix > 0 THEN '/' || e.suffix ELSE '' END END AS number,
            concat_ws(' ', nullif(e.title, ''), nullif(e.forename, ''), nullif(e.middle_names, ''),
                nullif(e.surname, ''), nullif(e.name_suffix, '')) AS name,
            e.address, e.postcode, e.kind, e.markers, e.oddities AS why
        FROM entries e JOIN cells c USING (line) WHERE e.line IN (
            SELECT min(line) FROM entries WHERE oddities > 0 GROUP BY oddities
            ORDER BY bit_count(oddities) DESC, min(line) LIMIT ?
        ) ORDER BY bit_count(e.oddities) DESC, e.line
        """,
        [count],
    )
    names = [column[0] for column in found.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return [{**row, "why": [str(oddity) for oddity in oddities(row["why"])]} for row in rows]


def _leaving_whole() -> str:
    return (
        "SELECT id, constituency_id, 'not_listed' FROM current"
        " WHERE gone_at IS NULL AND id NOT IN (SELECT id FROM links)"
    )


def _leaving_update() -> str:
    """Those removed and not taken up again, and those whose number somebody else now has."""
    return (
        "SELECT c.id, c.constituency_id, 'removed' FROM current c"
        " WHERE c.id IN (SELECT id FROM removed) AND c.id NOT IN (SELECT id FROM links)"
        " UNION SELECT c.id, c.constituency_id, 'replaced' FROM current c JOIN entries e"
        f" ON {SAME_NUMBER} JOIN plan p ON p.line = e.line"
        " WHERE p.action = 'new' AND c.gone_at IS NULL AND c.id NOT IN (SELECT id FROM removed)"
        " AND c.id NOT IN (SELECT id FROM links)"
    )


def _by_value(connection: duckdb.DuckDBPyConnection, column: str) -> dict[str, int]:
    rows = connection.execute(
        f"SELECT {column}, count(*) FROM entries WHERE {column} <> '' GROUP BY 1 ORDER BY 2 DESC"
        " LIMIT 30"
    ).fetchall()
    return dict(rows)


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
