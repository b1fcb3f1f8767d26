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
_SHOWN = """h.id, e.constituency_id, e.household_key AS key, e.address, e.flat, e.house_name,
    e.house_number AS number, e.number_order, e.street, e.locality, e.town, e.postcode, e.uprn,
    e.ward_id, d.area_id AS polling_district_id, e.latitude, e.longitude"""


def write_homes(job: Job) -> None:
    """Write households; make ``home_ids`` (constituency_id, key, id) for the electors in them.

    The first row of the file at an address tells what is kept of it. Until they are written only
    the addresses' keys and lines are handled: whole rows are ten times as wide.
    """
    job.make(
        "wanted_homes",
        "SELECT constituency_id, household_key AS key, min(line) AS line"
        " FROM entries JOIN plan USING (line)"
        " WHERE household_key <> '' AND action NOT IN ('same', 'edition')"
        " GROUP BY constituency_id, household_key",
    )
    same_home = "h.constituency_id = w.constituency_id AND h.key = w.key"
    first = job.engine.reserve_ids(
        HOMES, job.one(f"SELECT count(*) FROM wanted_homes w ANTI JOIN homes h ON {same_home}")
    )
    job.make(
        "new_homes",
        f"SELECT w.*, {first} - 1 + row_number() OVER (ORDER BY w.constituency_id, w.key) AS id"
        f" FROM wanted_homes w ANTI JOIN homes h ON {same_home}",
    )
    job.make(
        "home_ids",
        "SELECT constituency_id, key, id FROM homes"
        " UNION ALL SELECT constituency_id, key, id FROM new_homes",
    )
    job.load(
        f"SELECT {_SHOWN} FROM new_homes h JOIN entries e USING (line)"
        " LEFT JOIN district_areas d USING (prefix) ORDER BY h.id",
        HOMES,
        COLUMNS,
    )
    update_from(
        job,
        table=HOMES,
        select=f"SELECT {_SHOWN} FROM wanted_homes w JOIN homes h ON {same_home}"
        " JOIN entries e ON e.line = w.line LEFT JOIN district_areas d USING (prefix)"
        " WHERE h.address <> e.address OR h.ward_id IS DISTINCT FROM e.ward_id",
        columns=COLUMNS,
    )
