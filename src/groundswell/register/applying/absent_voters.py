"""Writing an absent voters' list: who votes by post or by proxy, and as of when we know."""

from groundswell.register.applying.job import ELECTORS, Job
from groundswell.register.applying.side_table import update_from
from groundswell.register.checking.workspace import literal


def write_absent_votes(job: Job) -> list[int]:
    """Set the absent votes that differ; gives the constituencies it touched."""
    update_from(
        job,
        table=ELECTORS,
        select="SELECT id, constituency_id, absent_vote FROM absent",
        columns=("id", "constituency_id", "absent_vote"),
        sets=[
            "absent_vote = side.absent_vote",
            f"absent_vote_on = {literal(job.published_on.isoformat())}",
        ],
    )
    rows = job.work.execute("SELECT DISTINCT constituency_id FROM absent ORDER BY 1").fetchall()
    return [row[0] for row in rows]
