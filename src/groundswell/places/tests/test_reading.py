"""Files of places are read as their makers publish them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.places import gazetteer
from groundswell.places.reading import (
    AreaFound,
    Content,
    NotReadable,
    PostcodeFound,
    Reason,
    RefusedLine,
    SeatFound,
    content_of,
    read_boundaries,
    read_postcodes,
    read_seats,
)
from groundswell.places.rules import Position, metres_between
from groundswell.places.tests.files import (
    CODE_POINT_HEADING,
    ONSPD_HEADING,
    archive,
    code_point,
    feature,
    geojson,
    only,
    square,
    text,
)

ROW = code_point("SS141DJ", 570112, 188368, "E05004032")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252"])
@pytest.mark.parametrize("name", ["ss.csv", "ss.csv.gz", "anything"])
def test_code_point_is_read_with_and_without_its_heading(tmp_path, encoding, name):
    bare = list(read_postcodes(text(tmp_path / name, ROW, encoding=encoding)))
    headed = list(read_postcodes(text(tmp_path / name, CODE_POINT_HEADING, ROW)))
    assert bare == headed
    [found] = bare
    assert isinstance(found, PostcodeFound)
    assert (found.postcode, found.ward_code, found.quality) == ("SS14 1DJ", "E05004032", 10)
    assert metres_between(found.position, Position(51.568523, 0.453117)) < 5


def test_the_archive_of_code_point_is_read_area_by_area(tmp_path):
    path = archive(
        tmp_path / "codepo.zip",
        {
            "Data/CSV/ss.csv": ROW,
            "Data/CSV/cm.csv": code_point("CM11 1AA", 568054, 195623, "E05004021"),
            "Doc/columns.csv": "PC,PQ",
        },
    )
    found = only(PostcodeFound, *read_postcodes(path))
    assert [one.postcode for one in found] == ["SS14 1DJ", "CM11 1AA"]


def test_rows_without_a_place_are_refused_with_their_reason(tmp_path):
    path = text(
        tmp_path / "ss.csv",
        ROW,
        code_point("SS14 9ZZ", 0, 0, "E05004032", quality=90),
        code_point("nonsense", 570112, 188368, "E05004032"),
    )
    taken, *left_out = read_postcodes(path)
    nowhere, nonsense = only(RefusedLine, *left_out)
    assert isinstance(taken, PostcodeFound)
    assert nowhere == RefusedLine(2, "SS14 9ZZ, 90, 0, 0", Reason.NO_POSITION)
    assert nonsense.line == 3
    assert nonsense.reason == Reason.NO_POSTCODE


def test_the_ons_directory_tells_degrees_seats_and_ended_postcodes(tmp_path):
    path = text(
        tmp_path / "ONSPD.csv",
        ONSPD_HEADING,
        "BT1 1AA,BT1  1AA,BT1 1AA,198001,,N08000301,146000,530000,1,N05000001,54.602,-5.930",
        "SS141ZZ,SS14 1ZZ,SS14 1ZZ,198001,199905,E05004032,570112,188368,1,E14001077,51.5,0.45",
        "JE2 3AA,JE2  3AA,JE2 3AA,198001,,L99999999,,,9,L99999999,99.999999,0.000000",
    )
    belfast, *left_out = read_postcodes(path)
    ended, jersey = only(RefusedLine, *left_out)
    assert belfast == PostcodeFound("BT1 1AA", Position(54.602, -5.93), 1, "N08000301", "N05000001")
    assert (ended.reason, jersey.reason) == (Reason.TERMINATED, Reason.NO_POSITION)


def test_what_a_file_holds_is_told_by_its_content(tmp_path):
    assert content_of(text(tmp_path / "a.txt", ROW)) is Content.POSTCODES
    assert content_of(gazetteer.POSTCODES) is Content.POSTCODES
    assert content_of(gazetteer.WARDS) is Content.BOUNDARIES
    assert content_of(gazetteer.SEATS) is Content.SEATS
    lookup = text(tmp_path / "b", "WD24CD,WD24NM,PCON24CD,PCON24NM,LAD24CD,LAD24NM,ObjectId")
    assert content_of(lookup) is Content.SEATS
    for lines in (("name,phone", "A,1"), ("",), ("PK\x03\x04 broken",)):
        with pytest.raises(NotReadable):
            content_of(text(tmp_path / "c.csv", *lines))


def test_outlines_on_the_national_grid_come_out_in_degrees(tmp_path):
    path = geojson(
        tmp_path / "wards.json",
        feature(
            square(570112, 188368, 1000), WD24CD="E05000001", WD24NM="Here", LAD24CD="E07000066"
        ),
        feature(square(0.45, 51.56, 0.01), WD24CD="W05000002", WD24NM="There", WD24NMW="Acw"),
    )
    on_grid, in_degrees = only(AreaFound, *read_boundaries(path))
    west, south = on_grid.geometry["coordinates"][0][0]
    assert metres_between(Position(south, west), Position(51.568523, 0.453117)) < 5
    assert (on_grid.name, on_grid.kind, on_grid.council_code) == ("Here", "ward", "E07000066")
    assert (in_degrees.nation, in_degrees.name_cy) == ("W", "Acw")
    assert in_degrees.geometry["coordinates"][0][0] == [0.45, 51.56]


def test_features_that_are_no_areas_are_refused_and_bow_ties_are_mended(tmp_path):
    bow_tie = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
    path = geojson(
        tmp_path / "areas.json",
        feature(square(0, 0, 1), name="No code"),
        feature(square(0, 0, 1), code="NORTH", name="Our north branch"),
        feature(None, WD24CD="E05000003", WD24NM="No outline"),
        feature(bow_tie, WD24CD="E05000004", WD24NM="Bow tie"),
    )
    found = list(read_boundaries(path))
    reasons = [one.reason for one in found if isinstance(one, RefusedLine)]
    assert reasons == [Reason.NO_CODE, Reason.UNKNOWN_KIND, Reason.NO_OUTLINE]
    assert isinstance(found[3], AreaFound)
    assert found[3].geometry["type"] == "MultiPolygon"
    named = list(read_boundaries(path, kind="branch"))
    assert [one.kind for one in named if isinstance(one, AreaFound)] == ["branch", "ward"]


@pytest.mark.parametrize("content", ["{", '{"type": "Feature"}', '{"features": 3}', "[]"])
def test_other_json_is_not_readable_as_boundaries(tmp_path, content):
    path = text(tmp_path / "x.json", content)
    with pytest.raises(NotReadable):
        list(read_boundaries(path))


def test_a_lookup_row_without_a_code_is_refused(tmp_path):
    path = text(
        tmp_path / "lookup.csv",
        "WD24CD,WD24NM,PCON24CD,PCON24NM",
        "E05004032,St Martin's,E14001077,Basildon and Billericay",
        ",Nowhere,E14001077,Basildon and Billericay",
    )
    first, second = read_seats(path)
    [taken], [refused] = only(SeatFound, first), only(RefusedLine, second)
    assert (taken.ward, taken.seat, taken.council) == ("St Martin's", "Basildon and Billericay", "")
    assert (refused.line, refused.reason) == (3, Reason.NO_CODE)


@given(st.lists(st.lists(st.text(max_size=12), max_size=12), max_size=6))
def test_any_table_is_either_read_or_not_readable(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    lines = [",".join(f'"{cell}"' for cell in row) for row in rows]
    path.write_bytes("\n".join([ROW, *lines]).encode("utf-8", "replace"))
    try:
        found = list(read_postcodes(path))
    except NotReadable:
        return
    assert isinstance(found[0], PostcodeFound)
