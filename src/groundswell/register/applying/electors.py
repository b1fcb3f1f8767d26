"""Electors: those who leave closed, those who stay put right, new ones written."""

from groundswell.register.applying.job import ELECTORS, Job
from groundswell.register.applying.side_table import update_from
from groundswell.register.checking.workspace import literal

COLUMNS = (
    "id",
    "constituency_id",
    "person",
    "council_id",
    "household_id",
    "ward_id",
    "polling_district_id",
    "prefix",
    "number",
    "suffix",
    "state_number",
    "markers",
    "unknown_markers",
    "kind",
    "title",
    "forename",
    "middle_names",
    "surname",
    "name_suffix",
    "name_key",
    "attains_on",
    "born_on",
    "birth_year",
    "party_registered",
    "absent_vote",
    "absent_vote_on",
    "edition",
    "last_import_id",
    "row_hash",
    "gone_at",
    "gone_because",
)
# What an entry says nothing of, and what a row keeps for as long as it lasts.
_KEPT_ON_UPDATE = {"id", "constituency_id", "person", "absent_vote", "absent_vote_on"}


def number_electors(job: Job) -> None:
    """Make ``written`` (line, id, person): who each entry is, new people with new ids."""
    first = job.engine.reserve_ids(
        ELECTORS, job.one("SELECT count(*) FROM plan WHERE action IN ('new', 'across')")
    )
    job.make(
        "written",
        "SELECT line, action, elector_id AS id, person FROM plan"
        " WHERE action NOT IN ('new', 'across') UNION ALL SELECT line, action,"
        f" {first} - 1 + row_number() OVER (ORDER BY line),"
        " coalesce(person, replace(uuidv7()::VARCHAR, '-', ''))"
        " FROM plan WHERE action IN ('new', 'across')",
    )


def write_electors(job: Job) -> None:
    """Close, change and add, in the order in which no two electors ever share a number."""
    day = literal(job.published_on.isoformat())
    columns = ("id", "constituency_id", "gone_because")
    update_from(
        job,
        table=ELECTORS,
        select="SELECT id, constituency_id, because AS gone_because FROM leaving",
        columns=columns,
        sets=[f"gone_at = {day}", "gone_because = side.gone_because"],
    )
    # A renumbered elector steps out of the numbers in force until all have their new ones.
    update_from(
        job,
        table=ELECTORS,
        select="SELECT w.id, e.constituency_id, '' AS gone_because FROM written w"
        " JOIN plan p USING (line) JOIN entries e USING (line)"
        " WHERE p.action = 'update' AND p.renumbered",
        columns=columns,
        sets=[f"gone_at = {day}"],
    )
    update_from(
        job,
        table=ELECTORS,
        select=_rows(job, "update"),
        columns=COLUMNS,
        sets=[f"{name} = side.{name}" for name in COLUMNS if name not in _KEPT_ON_UPDATE],
    )
    update_from(
        job,
        table=ELECTORS,
        select="SELECT w.id, e.constituency_id FROM written w JOIN entries e USING (line)"
        " WHERE w.action = 'edition'",
        columns=("id", "constituency_id"),
        sets=[f"edition = {day}", f"last_import_id = {job.import_id}"],
    )
    job.load(_rows(job, "new", "across"), ELECTORS, COLUMNS)


def _rows(job: Job, *actions: str) -> str:
    """The electors as they are stored, of entries with these actions."""
    wanted = ", ".join(literal(action) for action in actions)
    return f"""
        SELECT w.id, e.constituency_id, w.person, {job.council_id} AS council_id,
            h.id AS household_id, e.ward_id, d.area_id AS polling_district_id, e.prefix, e.number,
            e.suffix, e.state_number, e.markers, e.unknown_markers, e.kind, e.title, e.forename,
            e.middle_names, e.surname, e.name_suffix, e.name_key, e.attains_on::VARCHAR,
            e.born_on::VARCHAR, e.birth_year, e.party AS party_registered, '' AS absent_vote,
            NULL::VARCHAR AS absent_vote_on, {literal(job.published_on.isoformat())} AS edition,
            {job.import_id} AS last_import_id, e.row_hash, NULL::VARCHAR AS gone_at,
            '' AS gone_because
        FROM entries e JOIN written w USING (line)
        LEFT JOIN home_ids h ON h.constituency_id = e.constituency_id AND h.key = e.household_key
        LEFT JOIN district_areas d USING (prefix)
        WHERE w.action IN ({wanted})"""
