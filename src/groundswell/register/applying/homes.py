"""Households: new ones written, those whose address is worded anew put right."""

from groundswell.register.applying.job import HOMES, Job
from groundswell.register.applying.side_table import update_from

COLUMNS = (
    "id",
    "constituency_id",
    "key",
    "address",
    "flat",
    "house_name",
    "number",
    "number_order",
    "street",
    "locality",
    "town",
    "postcode",
    "uprn",
    "ward_id",
    "polling_district_id",
    "latitude",
    "longitude",
)
_SHOWN = """e.constituency_id, e.household_key AS key, e.address, e.flat, e.house_name,
    e.house_number AS number, e.number_order, e.street, e.locality, e.town, e.postcode, e.uprn,
    e.ward_id, d.area_id AS polling_district_id, e.latitude, e.longitude"""


def write_homes(job: Job) -> None:
    """Write households; make ``home_ids`` (constituency_id, key, id) for the electors in them."""
    job.make(
        "wanted_homes",
        f"SELECT {_SHOWN} FROM entries e LEFT JOIN district_areas d USING (prefix)"
        " WHERE e.line IN (SELECT min(line) FROM entries JOIN plan USING (line)"
        " WHERE household_key <> '' AND action NOT IN ('same', 'edition')"
        " GROUP BY constituency_id, household_key)",
    )
    job.make(
        "new_homes",
        "SELECT w.* FROM wanted_homes w ANTI JOIN homes h"
        " ON h.constituency_id = w.constituency_id AND h.key = w.key",
    )
    first = job.engine.reserve_ids(HOMES, job.one("SELECT count(*) FROM new_homes"))
    job.make(
        "home_ids",
        "SELECT constituency_id, key, id FROM homes UNION ALL SELECT constituency_id, key,"
        f" {first} - 1 + row_number() OVER (ORDER BY constituency_id, key) FROM new_homes",
    )
    columns = ", ".join(f"h.{name}" if name == "id" else f"w.{name}" for name in COLUMNS)
    same_home = "h.constituency_id = w.constituency_id AND h.key = w.key"
    job.load(
        f"SELECT {columns} FROM new_homes w JOIN home_ids h ON {same_home}",
        HOMES,
        COLUMNS,
    )
    update_from(
        job,
        table=HOMES,
        select=f"SELECT {columns} FROM wanted_homes w JOIN homes h ON {same_home}"
        " WHERE h.address <> w.address OR h.ward_id IS DISTINCT FROM w.ward_id",
        columns=COLUMNS,
    )
