"""Where things are: checked against positions that others published."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.places.rules import (
    Position,
    from_national_grid,
    kind_of_code,
    metres_between,
    nation_of_code,
)

# Eastings, northings, latitude, longitude of ten postcodes as the ONS Postcode Directory has them.
ONSPD = Path(__file__).parent / "onspd_positions.csv"


def test_grid_references_come_out_where_the_ons_has_them_within_five_metres():
    with ONSPD.open(newline="") as file:
        rows = list(csv.DictReader(file))
    found = from_national_grid(
        [int(row["easting"]) for row in rows], [int(row["northing"]) for row in rows]
    )
    off = [
        metres_between(one, Position(float(row["latitude"]), float(row["longitude"])))
        for one, row in zip(found, rows, strict=True)
    ]
    assert len(off) == 10
    assert max(off) < 5


def test_no_grid_references_give_no_positions():
    assert from_national_grid([], []) == []


positions = st.builds(Position, st.floats(-89, 89), st.floats(-179, 179))


@given(positions, positions)
def test_distance_is_the_same_both_ways_and_never_more_than_half_round_the_earth(one, other):
    there = metres_between(one, other)
    assert there == pytest.approx(metres_between(other, one))
    assert 0 <= there < 20_016_000


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres():
    assert metres_between(Position(51, 0), Position(52, 0)) == pytest.approx(111_195, abs=5)


@pytest.mark.parametrize(
    ("code", "kind", "nation"),
    [
        ("E05004021", "ward", "E"),
        ("W05000981", "ward", "W"),
        ("S13002777", "ward", "S"),
        ("N08000101", "ward", "N"),
        ("E14001077", "constituency", "E"),
        ("S14000033", "constituency", "S"),
        ("N05000001", "constituency", "N"),
        ("E07000066", "council", "E"),
        ("K02000001", "country", ""),
        ("E01021247", None, "E"),
        ("22UBFQ", None, ""),
        ("", None, ""),
    ],
)
def test_a_code_tells_what_sort_of_area_it_names(code, kind, nation):
    assert kind_of_code(code) == kind
    assert nation_of_code(code) == nation


@given(st.text(max_size=12))
def test_any_text_can_be_asked(text):
    assert kind_of_code(text) is None or len(text) == 9
