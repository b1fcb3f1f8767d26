"""Layouts: recognised by their headings, guessed at where there is none."""

from pathlib import Path

import pytest

from groundswell.register.layouts import (
    FIELDS,
    Mapping,
    all_layouts,
    guess_columns,
    has_heading,
    header_signature,
    recognise,
)
from groundswell.register.reading import look_at, sample_rows

FIXTURES = Path(__file__).parent / "fixtures"

XPRESS = "Elector Number Prefix,Elector Number,Elector Number Suffix,Elector Markers,Elector DOB,"
ADDRESS = "PostCode,Address1,Address2,Address3,Address4,Address5,Address6"
EROS = "PD,ENO,Status,Title,{},Initials,Surname,Suffix,{},Franchise Flag,Address 1,Address 2"
HEADINGS = {
    f"{XPRESS}Elector Surname,Elector Forename,{ADDRESS}": ("xpress-14", 14),
    f"{XPRESS}Elector Name,{ADDRESS}": ("xpress-13", 13),
    EROS.format("First Names", "Date of Attainment") + ",Opt Out,Postcode": ("eros", 12),
    EROS.format("First Name", "Date Of Attainment") + ",Address 9": ("eros", 12),
    "ElectorID,PDCode,RollNo,ElectorTitle,ElectorSurname,ElectorForename,ElectorMiddleName,"
    "FranchiseMarker,DateOfAttainment,RegisteredAddress1,RegisteredAddress2,PostCode,SubHouse,"
    "House,UPRN,Suffix,ChangeTypeID": ("democracy-counts", 14),
    "CompanyName,DistrictRef,PropertyAddress1,PropertyPostCode,ElectorNumber,ElectorForename,"
    "ElectorSurname,ElectorDOB,ElectorCreatedMonth,ElectorChangedMonth,ElectorDeletedMonth,"
    "MarkersRegisterText,CurrentRegisterMonth": ("xpress-monthly-update", 10),
    "AV Type,PD/ENO,Elector Surname,Elector Forename,Elector Title": ("absent-voters-eros", 5),
    "ElectorNo,Type": ("absent-voters-xpress", 1),
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_layout_is_known_by_its_headings(heading):
    found = recognise([heading.split(",")])
    assert found is not None
    assert (found.layout, len(found.columns)) == HEADINGS[heading]


@pytest.mark.parametrize("heading", HEADINGS)
def test_case_spacing_and_order_of_headings_do_not_matter(heading):
    shouted = [cell.upper().replace(" ", "_") for cell in reversed(heading.split(","))]
    found = recognise([shouted])
    assert found is not None
    assert (found.layout, len(found.columns)) == HEADINGS[heading]


def test_every_layout_names_fields_that_exist():
    for layout in all_layouts():
        held = {*layout.columns, *layout.positions.values()}
        assert held <= set(FIELDS), layout.name
        assert layout.needs <= held, layout.name


@pytest.mark.parametrize(
    ("name", "layout"), [("nc.csv", "north-carolina"), ("oh.csv", "ohio"), ("fl.csv", "florida")]
)
def test_voter_files_of_three_states(name, layout):
    path = FIXTURES / name
    found = recognise(sample_rows(path, look_at(path)))
    assert found is not None
    assert (found.layout, found.country, found.has_header) == (layout, "US", name != "fl.csv")


def test_each_election_in_an_ohio_file_has_a_column():
    path = FIXTURES / "oh.csv"
    found = recognise(sample_rows(path, look_at(path)))
    assert found is not None
    assert sorted(found.elections.values()) == [
        ("GENERAL", "2015-11-03"),
        ("PRIMARY", "2013-05-07"),
    ]


def test_an_unknown_file_is_guessed_at_and_never_taken_for_a_register():
    for name in ("democracy-counts-utf-16le.csv", "ext-tsv-with-csv-ext.csv"):
        path = FIXTURES / name
        rows = sample_rows(path, look_at(path))
        assert recognise(rows) is None
        guessed = {guess.field for guess in guess_columns(rows, headed=has_heading(rows))}
        assert {"address_1", "postcode"} <= guessed


def test_values_tell_what_no_heading_says():
    rows = [
        ["Mr", "AB-1", "SS14 1AA", "Smith", "2027-01-02"],
        ["Ms", "AB-2/1", "SS14 1AB", "Jones", ""],
        ["Dr", "AB-3", "SS14 1AB", "Ng", "2027-03-04"],
    ]
    assert not has_heading(rows)
    guesses = guess_columns(rows, headed=False)
    assert [guess.field for guess in guesses] == [
        "title",
        "whole_number",
        "postcode",
        "",
        "age_date",
    ]
    assert guesses[1].samples == ("AB-1", "AB-2/1", "AB-3")


def test_nothing_is_guessed_twice():
    rows = [["Surname", "Last name", "Family name"], ["Smith", "Smith", "Smith"]]
    fields = [guess.field for guess in guess_columns(rows, headed=True)]
    assert sorted(fields) == ["", "", "surname"]


def test_a_mapping_survives_being_kept_as_json():
    path = FIXTURES / "oh.csv"
    found = recognise(sample_rows(path, look_at(path)))
    assert found is not None
    kept = found.as_json()
    kept["columns"] = {str(place): held for place, held in kept["columns"].items()}
    kept["elections"] = {str(place): list(held) for place, held in kept["elections"].items()}
    kept["dates"] = list(kept["dates"])
    assert Mapping.from_json(kept) == found


def test_a_heading_is_known_again_in_another_case():
    assert header_signature(["Post Code", "Name"]) == header_signature(["postcode", "NAME"])
    assert header_signature(["Post Code", "Name"]) != header_signature(["Name", "Post Code"])
