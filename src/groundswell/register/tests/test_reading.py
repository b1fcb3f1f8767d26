"""Files as councils send them: encodings, separators, workbooks, and what is no table at all."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.reading import (
    FileShape,
    UnreadableFile,
    Why,
    look_at,
    sample_rows,
    write_work_file,
)
from groundswell.register.tests.workbooks import write_workbook

FIXTURES = Path(__file__).parent / "fixtures"
ROWS = [["PD", "ENO", "Surname"], ["AB", "1", "Siân"], ["AB", "2", "O'Brien"], ["AB", "3", "Ng"]]


def _work_rows(path: Path, folder: Path, columns: int) -> list[list[str]]:
    to = folder / "work.csv"
    write_work_file(path, look_at(path), to, columns=columns, has_header=True)
    return [line.split("\t") for line in to.read_text(encoding="utf-8").split("\n")[:-1]]


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "width"),
    [
        ("democracy-counts-utf-16le.csv", "utf-16-le", ",", 12),
        ("encoding-windows1252.tsv", "windows-1252", "\t", 38),
        ("ext-tsv-with-csv-ext.csv", "utf-8", "\t", 38),
        ("ext-csv-with-tsv-ext.tsv", "utf-8", ",", 19),
        ("incomplete-file.CSV", "utf-8", ",", 38),
        ("nc.csv", "utf-8", "\t", 71),
        ("fl.csv", "utf-8", "\t", 38),
        ("oh.csv", "utf-8", ",", 48),
    ],
)
def test_a_file_is_known_by_its_content(name, encoding, delimiter, width):
    shape = look_at(FIXTURES / name)
    assert shape == FileShape(encoding=encoding, delimiter=delimiter)
    assert len(sample_rows(FIXTURES / name, shape)[0]) == width


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Why.EMPTY),
        (b" \r\n", Why.EMPTY),
        (b"%PDF-1.7 ...", Why.PDF),
        (bytes(range(1, 32)) * 50, Why.BINARY),
        (b"PK\x03\x04 broken", Why.WORKBOOK_BROKEN),
    ],
)
def test_what_is_no_table_says_what_it_is(tmp_path, content, why):
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as unreadable:
        look_at(path)
    assert unreadable.value.why is why


def test_archives_and_json_are_not_taken_for_tables():
    for name, why in (("not-a-csv.csv", Why.ZIP), ("ems-fcs.json", Why.JSON)):
        with pytest.raises(UnreadableFile) as unreadable:
            look_at(FIXTURES / name)
        assert unreadable.value.why is why


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"]
)
@pytest.mark.parametrize("delimiter", [",", "\t", "|"])
def test_one_register_reads_the_same_in_every_form(tmp_path, encoding, delimiter):
    path = tmp_path / "register.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(ROWS)
    shape = look_at(path)
    assert shape.delimiter == delimiter
    assert sample_rows(path, shape) == ROWS


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="cp1252", exclude_categories=["C"])), min_size=3, max_size=3
        ),
        min_size=5,
        max_size=8,
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_reading_never_fails_on_text(tmp_path_factory, rows, encoding):
    path = tmp_path_factory.mktemp("read") / "file.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["one", "two", "three"], *rows])
    assert len(sample_rows(path, look_at(path))) <= len(rows) + 1


def test_rows_keep_their_line_their_raw_cells_and_one_width(tmp_path):
    path = tmp_path / "register.csv"
    path.write_bytes(
        b"PD,ENO,Surname\r\nAB,1,Smith\r\n\r\nAB,2\r\nAB,3,O\x92Brien\r\nAB,4,Ng,,\r\nAB,5,A,b,c\r\n"
    )
    assert _work_rows(path, tmp_path, 3) == [
        ["2", "3", "", "AB", "1", "Smith"],
        ["4", "2", "", "AB", "2", ""],
        ["5", "3", "AB\x1e3\x1eO’Brien", "AB", "3", "O'Brien"],
        ["6", "3", "", "AB", "4", "Ng"],
        ["7", "5", "", "AB", "5", "A"],
    ]


def test_a_quotation_mark_never_closed_costs_one_row_and_not_the_file(tmp_path):
    path = tmp_path / "register.csv"
    lines = ["PD,ENO,Surname", 'AB,1,"Smith', *(f"AB,{n},Jones" for n in range(2, 2000))]
    lines[50] = 'AB,50,"The ""Old"" Forge, Essex"'
    path.write_text("\n".join(lines))
    rows = _work_rows(path, tmp_path, 3)
    assert rows[0][:4] == ["2", "1", "\ufffd", "\ufffd"]
    assert rows[1] == ["3", "3", "", "AB", "2", "Jones"]
    assert rows[49] == ["51", "3", "", "AB", "50", 'The "Old" Forge, Essex']
    assert rows[-1] == ["2000", "3", "", "AB", "1999", "Jones"]


def test_a_value_may_go_over_several_lines(tmp_path):
    path = tmp_path / "register.csv"
    path.write_text('PD,ENO,Surname\nAB,1,"Smith\nJones"\nAB,2,Ng\n')
    assert _work_rows(path, tmp_path, 3) == [
        ["3", "3", "AB\x1e1\x1eSmith Jones", "AB", "1", "Smith Jones"],
        ["4", "3", "", "AB", "2", "Ng"],
    ]


def test_a_workbook_reads_as_the_council_saw_it(tmp_path):
    path = tmp_path / "register.csv"
    write_workbook(
        path, [["PD", "ENO", "Elector DOB"], ["1E", 289.0, "01/02/2027"], ["1E", 123.1, ""]]
    )
    assert look_at(path) == FileShape()
    assert _work_rows(path, tmp_path, 3) == [
        ["2", "3", "", "1E", "289", "01/02/2027"],
        ["3", "3", "", "1E", "123.1", ""],
    ]
