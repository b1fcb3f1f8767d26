"""Charts draw what they are given, in numbers too, and let nothing through unescaped."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.look import charts
from groundswell.look.ward_map import ward_map

values = st.floats(0, 1e6, allow_nan=False)
labelled = st.lists(st.tuples(st.text(max_size=20), values), max_size=12)


def _numbers(chart: charts.Chart) -> list[list[str]]:
    return [row.cells for row in chart.rows]


@given(labelled)
def test_no_label_breaks_out_and_no_bar_leaves_the_drawing(rows):
    drawn = [
        chart(title="<b>", rows=rows, row_heading="Day", value_heading="Calls")
        for chart in (charts.bar_chart, charts.column_chart)
    ]
    for chart in drawn:
        assert "<b>" not in chart.svg
        assert " style=" not in chart.svg
        assert len(chart.rows) == len(rows)
        widths = [float(width) for width in re.findall(r' width="([\d.]+)%"', chart.svg)]
        assert all(0 <= width <= 100 for width in widths)


def test_a_chart_has_a_name_a_description_and_its_numbers():
    chart = charts.bar_chart(
        title="Calls & talks",
        rows=[("Mon", 1234), ("Tue", 2.5)],
        row_heading="Day",
        value_heading="Calls",
        summary="Few.",
    )
    assert "<title>Calls &amp; talks</title><desc>Few.</desc>" in chart.svg
    assert 'role="img"' in chart.svg
    assert chart.columns == ["Day", "Calls"]
    assert _numbers(chart) == [["1,234"], ["2.5"]]


def test_parts_of_a_stacked_bar_add_up_to_its_share_of_the_longest():
    chart = charts.stacked_bar_chart(
        title="Intention",
        series=[charts.Series("For", "supporter"), charts.Series("Against", "against")],
        rows=[("Vange", [30, 10]), ("Fryerns", [60, 20])],
        row_heading="Ward",
    )
    parts = re.findall(r'parting tone-(\d)" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', chart.svg)
    assert parts == [("1", "0", "37.5"), ("4", "37.5", "12.5"), ("1", "0", "75"), ("4", "75", "25")]
    assert [entry.label for entry in chart.legend] == ["For", "Against"]


def test_shares_are_of_the_whole():
    chart = charts.share_bar(
        title="Intention",
        parts=[charts.Share("For", 3), charts.Share("Against", 1)],
        part_heading="Intention",
        value_heading="People",
    )
    assert _numbers(chart) == [["3", "75.0"], ["1", "25.0"]]


def test_nothing_to_share_is_an_empty_chart():
    parts = [charts.Share("For", 0)]
    chart = charts.share_bar(title="x", parts=parts, part_heading="x", value_heading="y")
    assert chart.rows == []


@pytest.mark.parametrize(
    ("days", "points"),
    [([5], "0,50 0,50 "), ([0, 10], "0,100 100,0"), ([10, 5, 0], "0,0 50,50 100,100")],
)
def test_a_line_runs_from_edge_to_edge(days, points):
    rows = [("day", [day]) for day in [*days]]
    rows_with_top = [(label, [value, 10]) for label, (value,) in rows]
    series = [charts.Series("Calls"), charts.Series("Ten")]
    chart = charts.line_chart(title="x", series=series, rows=rows_with_top, row_heading="Day")
    assert f'points="{points}"' in chart.svg


def test_a_sparkline_needs_two_values():
    assert charts.sparkline([3], title="x") == ""
    assert "polyline" in charts.sparkline([3, 4], title="x")


SQUARE = [[0.0, 51.0], [1.0, 51.0], [1.0, 52.0], [0.0, 52.0], [0.0, 51.0]]
FEATURES = {
    "features": [
        {
            "properties": {"code": code, "name": name},
            "geometry": {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
        }
        for code, name in [("A", "Fryerns <x>"), ("B", "Vange"), ("C", "Pitsea")]
    ]
}


def _map(**more):
    return ward_map(
        title="Talks",
        features=FEATURES,
        values={"A": 120, "B": 0},
        code="code",
        name="name",
        area_heading="Ward",
        value_heading="Talks",
        **more,
    )


def test_a_map_shades_by_class_and_lists_every_ward():
    chart = _map()
    assert re.findall(r'class="fill (map-\w+)"', chart.svg) == ["map-5", "map-none", "map-0"]
    assert [(row.heading, row.cells) for row in chart.rows] == [
        ("Fryerns <x>", ["120"]),
        ("Pitsea", ["no figures"]),
        ("Vange", ["0"]),
    ]
    assert "<x>" not in chart.svg
    labels = [entry.label for entry in chart.legend]
    assert labels == ["no figures", "0", "1–25", "26–50", "51–75", "76–100", "101–125"]


def test_links_in_a_map_can_be_reached_by_screen_readers():
    chart = _map(links={"A": "/wards/A"})
    assert 'role="group"' in chart.svg
    assert '<a href="/wards/A" aria-label="Fryerns &lt;x&gt;: 120">' in chart.svg
