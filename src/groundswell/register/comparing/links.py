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
_MIDDLES_AGREE = (
    "(e.middle_names = '' OR c.middle_names = ''"
    " OR left(e.middle_names, 1) = left(c.middle_names, 1))"
)
# Two people of one name in one home: a number that holds for a year does not tell them apart.
_NO_NAMESAKE = (
    "(e.household_key, e.name_key) NOT IN (SELECT (household_key, name_key) FROM namesakes)"
)
# An anonymous entry is never matched: only its own number within one edition says who it is.
_NAMED = "e.kind <> 'anonymous' AND c.kind <> 'anonymous'"
_IN_FORCE = "c.gone_at IS NULL"


def link_whole_register(
    connection: duckdb.DuckDBPyConnection, *, published_on: date, by_state_number: bool
) -> None:
    """Make ``links`` for a whole register.

    A later edition is numbered anew, so there name and home say more than the number; within one
    edition the number does. Two of one name in one home keep their order. Whoever left lately and
    is back at the same home is taken up again.
    """
    _begin(connection)
    if connection.execute("SELECT 1 FROM current LIMIT 1").fetchone() is None:
        return
    if by_state_number:
        _link(connection, "state_number", f"e.state_number = c.state_number AND {_IN_FORCE}")
        return
    known = f"{_IN_FORCE} AND {_NAMED}"
    in_edition = f"{_IN_FORCE} AND c.edition = {literal(published_on.isoformat())}"
    in_place = f"{_SAME_NAME} AND {_SAME_HOME} AND {known}"
    _find_namesakes(connection)
    by_number = f"{SAME_NUMBER} AND {_NO_NAMESAKE}"
    _link(connection, "unchanged", f"{by_number} AND {in_place} AND {_SAME_DETAILS}")
    _link(
        connection,
        "number",
        f"{SAME_NUMBER} AND {in_edition} AND ((e.kind = 'anonymous' AND c.kind = 'anonymous')"
        f" OR ({_NAMED} AND {_NAMES_ALIKE}))",
    )
    _link_namesakes_in_order(connection)
    _link(connection, "name_and_home", f"{in_place} AND {_SAME_DETAILS}")
    _link(connection, "name_and_home", f"{in_place} AND {_MIDDLES_AGREE}")
    _link(connection, "number_and_name", f"{by_number} AND {_SAME_NAME} AND {known}")
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


def _find_namesakes(connection: duckdb.DuckDBPyConnection) -> None:
    """Make ``namesakes``: homes in which two people have one name, in the file or in force."""
    in_one_home = "WHERE {0} household_key <> '' GROUP BY ALL HAVING count(*) > 1"
    connection.execute(
        "CREATE OR REPLACE TABLE namesakes AS SELECT household_key, name_key FROM entries "
        + in_one_home.format("EXISTS (SELECT 1 FROM current) AND")
        + " UNION SELECT household_key, name_key FROM current "
        + in_one_home.format("gone_at IS NULL AND")
    )


def _link_namesakes_in_order(connection: duckdb.DuckDBPyConnection) -> None:
    """Link namesakes of one home whom nothing tells apart: the first is the first, and so on.

    Numbers follow the alphabet and leave those in the order in which they were. Where there are
    more of them in one edition than in the other, nobody can say who is who.
    """
    alike = "household_key, name_key, middle_names, name_suffix, attains_on"
    ranked = (
        f"SELECT {{0}}, {alike}, count(*) OVER (PARTITION BY {alike}) AS people,"
        f" row_number() OVER (PARTITION BY {alike} ORDER BY prefix, number, suffix) AS place"
        " FROM {1} WHERE {2} AND kind <> 'anonymous' AND {0} NOT IN (SELECT {0} FROM links)"
        " AND (household_key, name_key) IN (SELECT (household_key, name_key) FROM namesakes)"
    )
    connection.execute(
        "INSERT INTO links SELECT e.line, c.id, 'name_and_home', NULL"
        f" FROM ({ranked.format('line', 'entries', 'true')}) e"
        f" JOIN ({ranked.format('id', 'current', 'gone_at IS NULL')}) c"
        f" ON {_SAME_NAME} AND e.household_key = c.household_key AND {_SAME_DETAILS}"
        " AND e.people = c.people AND e.place = c.place"
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
