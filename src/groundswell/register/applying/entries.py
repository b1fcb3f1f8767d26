"""The rows as they came, and past votes where the file tells of them."""

from groundswell.register.applying.job import ENTRIES, VOTES, Job
from groundswell.register.applying.side_table import add_rows

ENTRY_COLUMNS = (
    "constituency_id",
    "register_import_id",
    "elector_id",
    "line_number",
    "elector_number",
    "operation",
    "raw",
)
VOTE_COLUMNS = ("constituency_id", "elector_id", "held_on", "poll", "mark")
_NUMBER = """CASE WHEN e.state_number <> '' THEN e.state_number
    ELSE e.prefix || '-' || e.number
        || CASE WHEN e.suffix > 0 THEN '/' || e.suffix ELSE '' END END"""


def write_entries(job: Job) -> None:
    """Keep the row as supplied for everybody the import touches."""
    removed = ""
    if job.one("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'removed'"):
        removed = (
            f" UNION ALL SELECT c.constituency_id, c.id, e.line, {_NUMBER}, 'D'"
            " FROM removed r JOIN entries e USING (line) JOIN current c ON c.id = r.id"
        )
    job.make(
        "kept_rows",
        f"SELECT e.constituency_id, w.id AS elector_id, e.line, {_NUMBER} AS elector_number,"
        " coalesce(nullif(e.op, ''), 'A') AS operation"
        f" FROM entries e JOIN written w USING (line) WHERE w.action <> 'same'{removed}",
    )
    job.load(
        f"SELECT k.constituency_id, {job.import_id}, k.elector_id, k.line, k.elector_number,"
        " k.operation, c.raw"
        " FROM kept_rows k JOIN cells c USING (line)",
        ENTRIES,
        ENTRY_COLUMNS,
    )


def write_votes(job: Job) -> None:
    """Past votes of those whose row is new or changed, where the file has columns of elections."""
    if not job.one("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'votes'"):
        return
    job.make(
        "new_votes",
        "SELECT e.constituency_id, w.id AS elector_id, v.held_on::VARCHAR AS held_on, v.poll,"
        " left(v.mark, 10) AS mark FROM votes v JOIN entries e USING (line)"
        " JOIN written w USING (line) WHERE w.action <> 'same'",
    )
    add_rows(job, VOTES, "SELECT * FROM new_votes", VOTE_COLUMNS)
