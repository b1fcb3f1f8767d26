"""What the register holds now, brought to the work database of an import."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import duckdb
from django.db import connection
from django.db.models import F

from groundswell.places.models import Area, Postcode
from groundswell.register.applying.engine import engine
from groundswell.register.checking.workspace import literal
from groundswell.register.comparing.current import load_current
from groundswell.register.models import Elector, RegisterImport

# Somebody who left less than this ago and is back is taken up again with all that is known.
BACK_WITHIN = timedelta(days=730)
_POSTCODES_AT_ONCE = 5_000
_PLACE_COLUMNS = {
    "postcode": "VARCHAR",
    "ward_id": "BIGINT",
    "constituency_id": "BIGINT",
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
}


def bring_places(work: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Make ``places`` of the postcodes that the file names."""
    wanted = [
        row[0] for row in work.execute("SELECT DISTINCT postcode FROM means_postcode").fetchall()
    ]
    path = folder / "places.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_places(wanted))
    work.execute(
        f"CREATE OR REPLACE TABLE places AS SELECT * FROM read_csv({literal(str(path))},"
        f" header = false, auto_detect = false, columns = {_PLACE_COLUMNS})"
    )


def _places(postcodes: Sequence[str]) -> Iterable[tuple[object, ...]]:
    for first in range(0, len(postcodes), _POSTCODES_AT_ONCE):
        some = postcodes[first : first + _POSTCODES_AT_ONCE]
        yield from Postcode.objects.filter(postcode__in=some).values_list(
            "postcode", "ward_id", "constituency_id", "latitude", "longitude"
        )


def constituency_without_postcodes(council: Area) -> int:
    """Where electors are whose postcodes tell nothing: the council's constituency, or itself."""
    if council.parent is not None and council.parent.kind == Area.Kind.CONSTITUENCY:
        return council.parent.pk
    return council.pk


def bring_register(
    work: duckdb.DuckDBPyConnection, folder: Path, *, council_id: int, published_on: date
) -> list[int]:
    """Make ``current`` and ``homes``; gives the constituencies that were looked at."""
    rows = work.execute("SELECT DISTINCT constituency_id FROM entries").fetchall()
    seats = sorted({row[0] for row in rows} | constituencies_of(council_id))
    among = ", ".join(map(str, seats)) or "NULL"
    writer = engine(folder)
    electors, homes = folder / "electors.csv", folder / "homes.csv"
    since = (published_on - BACK_WITHIN).isoformat()
    writer.export(
        f"SELECT e.id, e.constituency_id, {_plain_uuid('e.person')}, e.household_id,"
        " coalesce(h.key, ''), e.prefix, e.number, e.suffix, e.state_number, e.markers, e.kind,"
        " e.title, e.forename, e.middle_names, e.surname, e.name_suffix, e.name_key, e.attains_on,"
        " e.born_on, e.party_registered, e.absent_vote, e.edition, e.row_hash, e.gone_at,"
        " e.gone_because"
        " FROM register_elector e LEFT JOIN register_household h"
        " ON h.constituency_id = e.constituency_id AND h.id = e.household_id"
        f" WHERE e.constituency_id IN ({among}) AND e.council_id = {council_id}"
        f" AND (e.gone_at IS NULL OR (e.gone_at >= '{since}'"
        " AND e.gone_because IN ('not_listed', 'removed', 'told_moved', 'deceased')))",
        electors,
    )
    writer.export(
        "SELECT id, constituency_id, key, address, ward_id FROM register_household"
        f" WHERE constituency_id IN ({among})",
        homes,
    )
    load_current(work, electors, homes)
    return seats


def constituencies_of(council_id: int) -> set[int]:
    """Constituencies in which earlier imports of this council put electors."""
    applied = RegisterImport.objects.filter(
        council_id=council_id, state=RegisterImport.State.APPLIED
    ).values_list("summary", flat=True)
    return {seat for summary in applied for seat in summary.get("constituencies", [])}


def state_of_register(council_id: int) -> str:
    """A word that changes whenever the register of this council does."""
    applied = RegisterImport.objects.filter(
        council_id=council_id, state=RegisterImport.State.APPLIED
    )
    last = applied.order_by(F("applied_at").desc()).values_list("pk", flat=True).first()
    electors = Elector.objects.filter(
        constituency_id__in=constituencies_of(council_id), council_id=council_id, gone_at=None
    )
    return f"{last or 0}:{electors.count()}"


def _plain_uuid(column: str) -> str:
    """A UUID as 32 digits, as both databases take it back."""
    if connection.vendor == "postgresql":
        return f"replace({column}::text, '-', '')"
    return column
