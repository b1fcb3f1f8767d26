"""Which entry is which elector, where number, name or home say so by themselves."""

from datetime import date

import duckdb

from groundswell.register.checking.workspace import literal

SAME_NUMBER = (
    "e.prefix = c.prefix AND e.number = c.number AND e.suffix = c.suffix"
    " AND e.state_number = c.state_number"
)
_SAME_NAME = "e.name_key = c.name_key"
_SAME_HOME = "e.household_key = c.household_key AND e.household_key <> ''"
_SAME_DETAILS = (
    "e.middle_names = c.middle_names AND e.name_suffix = c.name_suffix"
    " AND e.attains_on IS NOT DISTINCT FROM c.attains_on"
)
_PART_OF_NAME = "(e.surname_key = c.surname_key OR e.forename_key = c.forename_key)"
_NAMES_ALIKE = f"({_PART_OF_NAME} OR jaro_winkler_similarity(e.name_key, c.name_key) > 0.85)"
# An anonymous entry is never matched: only its own number within one edition says who it is.
_NAMED = "e.kind <> 'anonymous' AND c.kind <> 'anonymous'"
_IN_FORCE = "c.gone_at IS NULL"


def link_whole_register(
    connection: duckdb.DuckDBPyConnection, *, published_on: date, by_state_number: bool
) -> None:
    """Make ``links`` for a whole register.

    A later edition is numbered anew, so there name and home say more than the number; within one
    edition the number does. Whoever left lately and is back at the same home is taken up again.
    """
    _begin(connection)
    if by_state_number:
        _link(connection, "state_number", f"e.state_number = c.state_number AND {_IN_FORCE}")
        return
    known = f"{_IN_FORCE} AND {_NAMED}"
    in_edition = f"{_IN_FORCE} AND c.edition = {literal(published_on.isoformat())}"
    in_place = f"{_SAME_NAME} AND {_SAME_HOME} AND {known}"
    _link(connection, "unchanged", f"{SAME_NUMBER} AND {in_place} AND {_SAME_DETAILS}")
    _link(
        connection,
        "number",
        f"{SAME_NUMBER} AND {in_edition} AND ((e.kind = 'anonymous' AND c.kind = 'anonymous')"
        f" OR ({_NAMED} AND {_NAMES_ALIKE}))",
    )
    _link(connection, "name_and_home", f"{in_place} AND {_SAME_DETAILS}")
    _link(connection, "name_and_home", in_place)
    _link(connection, "number_and_name", f"{SAME_NUMBER} AND {_SAME_NAME} AND {known}")
    _link(connection, "back", f"{_SAME_NAME} AND {_SAME_HOME} AND {_NAMED} AND NOT {_IN_FORCE}")


def link_update(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``links`` and ``removed`` for a monthly update, in which numbers are those in force.

    An addition under the number of somebody quite different replaces them. Who is removed at one
    number and added at another in the same home is the same person.
    """
    _begin(connection)
    _link(
        connection,
        "number",
        f"{SAME_NUMBER} AND {_IN_FORCE} AND (e.op = 'M' OR {_NAMES_ALIKE}"
        " OR (e.kind = 'anonymous' AND c.kind = 'anonymous'))",
    )
    connection.execute(
        "CREATE OR REPLACE TABLE removed AS SELECT e.line, c.id FROM entries e JOIN current c"
        f" ON {SAME_NUMBER} WHERE e.op = 'D' AND {_IN_FORCE}"
    )
    _link(
        connection,
        "back",
        f"{_SAME_NAME} AND {_SAME_HOME} AND {_NAMED}"
        f" AND (NOT {_IN_FORCE} OR c.id IN (SELECT id FROM removed))",
    )


def _begin(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "CREATE OR REPLACE TABLE links (line INTEGER, id BIGINT, how VARCHAR, score DOUBLE)"
    )


def _link(connection: duckdb.DuckDBPyConnection, how: str, condition: str) -> None:
    """Link the pairs that meet the condition and have no rival among those not yet linked."""
    connection.execute(
        f"INSERT INTO links SELECT line, id, {literal(how)}, NULL FROM ("
        f" SELECT e.line, c.id, count(*) OVER (PARTITION BY e.line) AS rivals_of_line,"
        " count(*) OVER (PARTITION BY c.id) AS rivals_of_elector"
        " FROM (SELECT * FROM entries WHERE op <> 'D' AND line NOT IN (SELECT line FROM links)) e"
        " JOIN (SELECT * FROM current WHERE id NOT IN (SELECT id FROM links)) c"
        f" ON {condition}) WHERE rivals_of_line = 1 AND rivals_of_elector = 1"
    )
