"""Checking one file, start to finish: what the check command does under its lock."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
from django.utils.translation import gettext as _

from groundswell.common.errors import Refused
from groundswell.register import wording
from groundswell.register.checking.cells import load_work_file
from groundswell.register.checking.entries import make_entries, refuse_repeated_numbers
from groundswell.register.checking.homes import take_homes_apart
from groundswell.register.checking.people import read_people
from groundswell.register.checking.workspace import open_workspace, settle
from groundswell.register.comparing.absent_voters import plan_absent_votes
from groundswell.register.comparing.in_force import (
    bring_places,
    bring_register,
    constituency_without_postcodes,
    state_of_register,
)
from groundswell.register.comparing.leftovers import doubt_moves, link_leftovers, no_doubts
from groundswell.register.comparing.links import link_update, link_whole_register
from groundswell.register.comparing.plan import (
    count_entries,
    count_plan,
    districts_missing,
    make_plan,
)
from groundswell.register.layouts import Mapping
from groundswell.register.models import RegisterImport
from groundswell.register.reading import FileShape, expected_rows, write_work_file
from groundswell.register.work_folder import Watch, folder_of, refused_of, upload_of

Scope = RegisterImport.Scope


def check_file(found: RegisterImport, watch: Watch) -> dict[str, Any]:
    """Read, check and compare the file; sets the import's scope and gives its summary."""
    folder = folder_of(found.pk)
    mapping = Mapping.from_json(found.mapping or {})
    (folder / "check.duckdb").unlink(missing_ok=True)
    shape = FileShape(encoding=found.encoding, delimiter=found.delimiter)
    upload = upload_of(found.pk)
    watch.step(_("Reading the file"), expected_rows(upload, shape))
    written = write_work_file(
        upload,
        shape,
        folder / "work.csv",
        columns=mapping.width,
        has_header=mapping.has_header,
        tell=watch.done,
    )
    with open_workspace(folder) as work:
        load_work_file(work, written.path, mapping)
        settle(work)
        written.path.unlink()
        _read_columns(work, folder, found, mapping, watch)
        mapping = _with_scope(work, found, mapping)
        refuse_repeated_numbers(work, update=mapping.scope == "update")
        summary = _compare(work, folder, found, mapping, watch)
        _keep_refused(work, refused_of(found.pk))
    return {"read": written.rows, "based_on": state_of_register(found.council_id), **summary}


def _read_columns(
    work: duckdb.DuckDBPyConnection,
    folder: Path,
    found: RegisterImport,
    mapping: Mapping,
    watch: Watch,
) -> None:
    watch.step(_("Taking addresses apart"))
    take_homes_apart(work, folder, mapping)
    watch.step(_("Reading names and dates"))
    read_people(work, folder, mapping, nation=found.council.nation, published_on=found.published_on)
    watch.step(_("Finding wards and constituencies"))
    bring_places(work, folder)
    watch.step(_("Checking every row"))
    make_entries(work, mapping, fallback_constituency=constituency_without_postcodes(found.council))


def _with_scope(
    work: duckdb.DuckDBPyConnection, found: RegisterImport, mapping: Mapping
) -> Mapping:
    """The scope, decided by the rows where the layout leaves it to them."""
    if mapping.scope == "by_operations":
        row = work.execute("SELECT count(*) > 0 AND bool_and(op <> '') FROM entries").fetchone()
        mapping = replace(mapping, scope="update" if row and row[0] else "full")
    found.scope = mapping.scope
    rows = work.execute("SELECT count(*) FROM entries").fetchone()
    if not rows or not rows[0]:
        raise Refused(
            _(
                "No row of this file could be read: download the refused rows to see why, "
                "and check which council and layout it is."
            )
        )
    return mapping


def _compare(
    work: duckdb.DuckDBPyConnection,
    folder: Path,
    found: RegisterImport,
    mapping: Mapping,
    watch: Watch,
) -> dict[str, Any]:
    watch.step(_("Comparing with the register in force"))
    bring_register(work, folder, council_id=found.council_id, published_on=found.published_on)
    if mapping.scope == "absent_voters":
        counted = plan_absent_votes(work) | count_entries(work)
    else:
        counted = _plan(work, folder, found, mapping, watch)
    for row in counted["nastiest"]:
        row["why"] = [wording.odd(oddity) for oddity in row["why"]]
    return counted


def _plan(
    work: duckdb.DuckDBPyConnection,
    folder: Path,
    found: RegisterImport,
    mapping: Mapping,
    watch: Watch,
) -> dict[str, Any]:
    update = mapping.scope == "update"
    if update:
        link_update(work)
        doubt_moves(work)
    else:
        by_state_number = mapping.number == "state"
        link_whole_register(work, published_on=found.published_on, by_state_number=by_state_number)
        no_doubts(work)
        if not by_state_number:
            watch.step(_("Looking for people who have moved or changed their name"))
            link_leftovers(work, folder)
    make_plan(
        work, published_on=found.published_on, update=update, relist=_under_another_supply(found)
    )
    missing = [] if update else districts_missing(work)
    return {**count_plan(work), "districts_missing": missing}


def _under_another_supply(found: RegisterImport) -> bool:
    """Whether the register in force came under another supply than this file."""
    last = (
        RegisterImport.objects.filter(
            council_id=found.council_id, state=RegisterImport.State.APPLIED
        )
        .order_by("-applied_at")
        .values_list("supply_id", flat=True)
        .first()
    )
    return last is not None and last != found.supply_id


def _keep_refused(work: duckdb.DuckDBPyConnection, path: Path) -> None:
    rows = work.execute(
        "SELECT r.line, r.reason, r.detail, c.raw FROM refused r JOIN cells c USING (line)"
        " ORDER BY r.line"
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        while some := rows.fetchmany(10_000):
            writer.writerows(some)
