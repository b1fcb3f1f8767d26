"""Polling districts as areas: made when a register first names them, under the ward they lie in."""

import csv

from groundswell.places.commands import keep_polling_districts
from groundswell.places.models import Area
from groundswell.register.applying.job import Job
from groundswell.register.checking.workspace import literal


def keep_districts(job: Job) -> None:
    """Make ``district_areas`` (prefix, area_id) on the work database, and the areas it lacks."""
    rows = job.work.execute(
        "SELECT prefix, ward_id, constituency_id FROM districts WHERE prefix <> ''"
        " AND prefix IN (SELECT DISTINCT e.prefix FROM entries e JOIN plan p USING (line)"
        " WHERE p.action <> 'same') ORDER BY prefix"
    ).fetchall()
    areas = keep_polling_districts(
        by=None,
        council=Area.objects.get(pk=job.council_id),
        wards={prefix: ward or seat or job.council_id for prefix, ward, seat in rows},
    )
    path = job.folder / "districts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(areas.items())
    job.make(
        "district_areas",
        f"SELECT * FROM read_csv({literal(str(path))}, header = false, auto_detect = false,"
        " columns = {'prefix': 'VARCHAR', 'area_id': 'BIGINT'})",
    )
