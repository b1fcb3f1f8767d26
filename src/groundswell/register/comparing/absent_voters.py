"""An absent voters' list compared with the register: who is on it, who no longer is."""

from typing import Any

import duckdb

from groundswell.register.comparing.links import SAME_NUMBER
from groundswell.register.rules.refusals import Reason


def plan_absent_votes(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Make ``absent`` (id, constituency_id, absent_vote) of what changes; the counts of it.

    Rows of people who are not on the register are refused. Who has a kind of absent vote that the
    list is about and is not on it, votes in person again.
    """
    connection.execute(
        "CREATE OR REPLACE TABLE listed AS SELECT e.line, c.id, c.constituency_id, e.absent_vote,"
        f" c.absent_vote AS before FROM entries e JOIN current c ON {SAME_NUMBER}"
        " WHERE c.gone_at IS NULL"
    )
    connection.execute(
        f"INSERT INTO refused SELECT line, '{Reason.NOT_ON_REGISTER}', '' FROM entries"
        " WHERE line NOT IN (SELECT line FROM listed)"
    )
    connection.execute(
        "CREATE OR REPLACE TABLE absent AS"
        " SELECT id, constituency_id, absent_vote, before FROM listed WHERE absent_vote <> before"
        " UNION ALL SELECT id, constituency_id, '', absent_vote FROM current"
        " WHERE gone_at IS NULL AND id NOT IN (SELECT id FROM listed)"
        " AND absent_vote IN (SELECT absent_vote FROM listed)"
    )
    counts = connection.execute(
        "SELECT count(*) FILTER (before = '') AS new,"
        " count(*) FILTER (before <> '' AND absent_vote <> '') AS changed,"
        " count(*) FILTER (absent_vote = '') AS gone FROM absent"
    ).fetchone()
    new, changed, gone = counts or (0, 0, 0)
    listed = connection.execute("SELECT count(*) FROM listed").fetchone()
    return {
        "new": new,
        "changed": changed,
        "gone": gone,
        "moved": 0,
        "unchanged": (listed[0] if listed else 0) - new - changed,
        "to_review": 0,
    }
