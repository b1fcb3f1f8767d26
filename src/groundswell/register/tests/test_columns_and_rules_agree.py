"""What DuckDB does with whole columns is what the rules say of single values."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from groundswell.common import postcode as postcodes
from groundswell.register.checking.cells import load_work_file
from groundswell.register.checking.entries import make_entries
from groundswell.register.checking.homes import take_homes_apart
from groundswell.register.checking.numbers import (
    number_columns,
    number_joins,
    read_number_cells,
)
from groundswell.register.checking.operations import operation
from groundswell.register.checking.people import read_people
from groundswell.register.checking.workspace import open_workspace
from groundswell.register.layouts import Mapping
from groundswell.register.rules import elector_number
from groundswell.register.rules.address import (
    household_key,
    last_postcode,
    read_address,
    used_lines,
)
from groundswell.register.rules.elector_number import ElectorNumber
from groundswell.register.rules.months import monthly_operation
from groundswell.register.rules.names import is_anonymous, name_key, repair_case, split_forenames
from groundswell.register.rules.text import clean

FEW = settings(max_examples=8)
FEWER = settings(max_examples=4)
cells = st.text("AB12/.- 9", max_size=9).map(str.strip)
months = st.integers(0, 12)
_SEEN = """
Flat 2|FLAT A / 12A|Rose Cottage|1  Eden House|Alwoodley Lane|BASILDON|Essex|12|Flat 1 Essex Lodge
4- 6 Knowsley Road|SS14 1AA|14½ High St|Other Electors|7a The Gore
"""
_LINES = st.one_of(
    st.sampled_from(["", *_SEEN.strip().replace("\n", "|").split("|")]),
    st.text("Ab1 2,-/'é", max_size=14),
)


def _columns(values: list[dict[str, str]], mapping: Mapping, tmp: Path) -> list[tuple[Any, ...]]:
    with (tmp / "t.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(values[0]))
        writer.writeheader()
        writer.writerows(values)
    select = f"{number_columns(mapping)}, {operation(mapping)}"
    with open_workspace(tmp) as work:
        cells = work.read_csv(str(tmp / "t.csv"), header=True, all_varchar=True, na_values=["none"])
        cells.to_table("cells")
        read_number_cells(work, mapping)
        found = work.query(" ".join(["SELECT", select, "FROM cells c", number_joins(mapping)]))
        return found.fetchall()


def _as_found(number: ElectorNumber | None) -> tuple[Any, ...] | None:
    return None if number is None else (number.prefix.upper(), number.number, number.suffix)


@FEW
@given(rows=st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=60))
def test_elector_numbers_in_cells(tmp_path_factory, rows):
    names = ("prefix", "number", "number_suffix")
    mapping = Mapping(layout="m", columns=dict(enumerate(names)), width=3)
    values = [dict(zip(names, row, strict=True)) for row in rows]
    found = _columns(values, mapping, tmp_path_factory.mktemp("w"))
    for row, (prefix, number, suffix, _) in zip(rows, found, strict=True):
        expected = _as_found(elector_number.from_cells(*row))
        assert (None if number is None else (prefix, number, suffix)) == expected


@FEW
@given(rows=st.lists(cells, min_size=1, max_size=60), slashed=st.booleans())
def test_elector_numbers_in_one_column(tmp_path_factory, rows, slashed):
    mapping = Mapping(
        layout="m",
        columns={0: "whole_number"},
        width=1,
        number="slashed" if slashed else "whole",
    )
    read = elector_number.parse_slashed if slashed else elector_number.parse
    values = [{"whole_number": cell, "line": "x"} for cell in rows]
    found = _columns(values, mapping, tmp_path_factory.mktemp("w"))
    for cell, (prefix, number, suffix, _) in zip(rows, found, strict=True):
        assert (None if number is None else (prefix, number, suffix)) == _as_found(read(cell))


@FEW
@given(rows=st.lists(st.tuples(months, months, months), min_size=1, max_size=60))
def test_monthly_operations(tmp_path_factory, rows):
    names = ("created_month", "changed_month", "deleted_month")
    columns = {0: "whole_number", **dict(enumerate(names, 1))}
    mapping = Mapping(layout="m", columns=columns, width=4, number="whole")
    values = [
        {"whole_number": "AB-1", **dict(zip(names, map(str, row), strict=True))} for row in rows
    ]
    found = _columns(values, mapping, tmp_path_factory.mktemp("w"))
    expected = [monthly_operation(created=row[0], deleted=row[2]) for row in rows]
    assert [row[-1] for row in found] == expected


@FEWER
@given(
    people=st.lists(
        st.tuples(
            st.sampled_from(["SMITH", "O'BRIEN", "VAN DER BERG", "ó Súilleabháin", "", "Elector"]),
            st.sampled_from(["JOHN PAUL", "Siân", "", "Anonymous", "jp"]),
            st.lists(_LINES, min_size=3, max_size=3),
            st.sampled_from(["", "ss14 1aa", "SS141AA", "n/a"]),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_whole_rows(tmp_path_factory, people):
    folder = tmp_path_factory.mktemp("w")
    held = (
        "prefix",
        "number",
        "surname",
        "forename",
        "address_1",
        "address_2",
        "address_3",
        "postcode",
    )
    mapping = Mapping(layout="m", columns=dict(enumerate(held)), width=len(held))
    rows = [
        ["AB", str(place), surname, forename, *lines, postcode]
        for place, (surname, forename, lines, postcode) in enumerate(people, 1)
    ]
    for entry, row in zip(_entries(folder, mapping, rows), rows, strict=True):
        _, _, surname, forename, *lines, postcode = (clean(cell) for cell in row)
        first, middle = split_forenames(forename)
        home = read_address(used_lines(lines))
        code = postcodes.tidy(postcode) if postcode else last_postcode(lines)
        assert entry["surname"] == repair_case(surname, surname=True)
        assert (entry["forename"], entry["middle_names"]) == (
            repair_case(first),
            repair_case(middle),
        )
        assert entry["name_key"] == name_key(surname, first)
        assert entry["postcode"] == code
        assert (entry["kind"] == "anonymous") == is_anonymous(surname, forename)
        assert entry["address"] == home.text
        assert (entry["flat"], entry["house_number"]) == (home.flat, home.number)
        assert (entry["street"], entry["number_order"]) == (home.street, home.number_order)
        if entry["kind"] == "ordinary":
            assert entry["household_key"] == household_key(home, code)


def _entries(folder: Path, mapping: Mapping, rows: list[list[str]]) -> list[dict[str, Any]]:
    path = folder / "work.csv"
    lines = (
        "\t".join([str(line), str(len(row)), "", *map(clean, row)])
        for line, row in enumerate(rows, 2)
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    with open_workspace(folder) as work:
        load_work_file(work, path, mapping)
        take_homes_apart(work, folder, mapping)
        read_people(work, folder, mapping, nation="E", published_on=date(2026, 12, 1))
        work.execute(
            "CREATE TABLE places (postcode VARCHAR, ward_id BIGINT, constituency_id BIGINT,"
            " latitude DOUBLE, longitude DOUBLE)"
        )
        make_entries(work, mapping, fallback_constituency=1)
        found = work.execute("SELECT * FROM entries ORDER BY line")
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
