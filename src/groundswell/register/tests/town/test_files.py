"""Register files: each in its encoding and shape, every row parses, oddities and all."""

import csv
import io

import pytest

from groundswell.common.postcode import tidy
from groundswell.register import town
from groundswell.register.town.writing import democracy_counts, eros, files, xpress
from groundswell.register.town.writing.address_lines import address_lines

FORMS = {
    "xpress": ("windows-1252", "\t", xpress.HEADER_14),
    "democracy-counts": ("utf-16-le", ",", democracy_counts.HEADER),
    "eros": ("utf-8", ",", eros.HEADER),
}


def read(path, encoding, delimiter=","):
    """Heading and rows."""
    rows = list(
        csv.reader(io.StringIO(path.read_bytes().decode(encoding), newline=""), delimiter=delimiter)
    )
    return rows[0], rows[1:]


@pytest.mark.parametrize("layout", FORMS)
def test_a_register_has_a_row_an_elector_and_as_many_cells_as_its_heading(
    layout, small_town, small_register, tmp_path
):
    path = tmp_path / "register.csv"
    count = town.LAYOUTS[layout](small_town.electors(), path)
    encoding, delimiter, expected = FORMS[layout]
    heading, rows = read(path, encoding, delimiter)
    assert heading == expected
    assert count == len(rows) == len(small_register)
    assert {len(row) for row in rows} == {len(heading)}
    again = tmp_path / "again.csv"
    town.LAYOUTS[layout](small_town.electors(), again)
    assert again.read_bytes() == path.read_bytes()


def test_utf_16_comes_without_a_mark_and_eros_quotes_everything(small_town, tmp_path):
    path = tmp_path / "register.csv"
    town.LAYOUTS["democracy-counts"](small_town.electors(), path)
    assert path.read_bytes()[:4] == b'"\x00P\x00'
    town.LAYOUTS["eros"](small_town.electors(), path)
    first = path.read_bytes().split(b"\r\n")[1]
    assert first.startswith(b'"')
    assert first.count(b'"') == 2 * len(eros.HEADER)


def test_xpress_tells_numbers_names_and_addresses_that_belong_together(
    small_town, small_register, tmp_path
):
    path = tmp_path / "register.csv"
    xpress.write_register(small_town.electors(), path)
    heading, rows = read(path, "windows-1252", "\t")
    for row, elector in zip(rows, small_register, strict=True):
        cells = dict(zip(heading, row, strict=True))
        assert cells["Elector Number Prefix"] == elector.prefix
        assert int(cells["Elector Number"]) == elector.number
        assert int(cells["Elector Number Suffix"] or 0) == elector.suffix
        assert tidy(cells["PostCode"]) == (elector.home.postcode if elector.home else "")
        if elector.home:
            whole = " ".join(row[8:]).replace("\xad", "").replace("\xa0", " ").upper()
            assert elector.home.street.upper() in " ".join(whole.split())


def test_an_anonymous_elector_has_a_number_and_nothing_else(small_town, small_register, tmp_path):
    hidden = [index for index, one in enumerate(small_register) if one.kind == "anonymous"]
    assert hidden
    for layout, (encoding, delimiter, _) in FORMS.items():
        path = tmp_path / "register.csv"
        town.LAYOUTS[layout](small_town.electors(), path)
        _, rows = read(path, encoding, delimiter)
        for index in hidden:
            person = small_register[index].person
            assert not {person.surname, person.forename, person.title} & {*rows[index]} - {""}


def test_letters_that_windows_lacks_lose_their_stroke_and_others_are_kept(tmp_path):
    path = tmp_path / "x.csv"
    names = [["Łukasz", "Siân", "Elżbieta", "O’Brien", "Đức", "Llŷr", "李"]]
    files.write(path, ["a"] * 7, names, files.Form("windows-1252"))
    _, [row] = read(path, "windows-1252")
    assert row == ["Lukasz", "Siân", "Elzbieta", "O’Brien", "Duc", "Llyr", "?"]
    files.write(path, ["a"] * 7, names, files.Form("utf-16-le"))
    assert read(path, "utf-16-le")[1] == names


def test_every_oddity_of_addresses_occurs(small_town):
    larger = town.make_town(12_000, small_town.seed, small_town.published)
    homes = {one.home.home_id: one.home for one in larger.electors() if one.home}
    lines = {pk: address_lines(home, most=6) for pk, home in homes.items()}
    texts = ["|".join(one) for one in lines.values()]
    assert any("\xa0" in text for text in texts)
    assert any("\xad" in text for text in texts)
    assert any(text.isupper() for text in texts)
    assert any("  " in text for text in texts)
    numbers_alone = [one for pk, one in lines.items() if homes[pk].number in one[:2]]
    assert numbers_alone
    repeated = [pk for pk, one in lines.items() if tidy([line for line in one if line][-1])]
    assert 0.05 < len(repeated) / len(lines) < 0.3
    for pk in repeated:
        assert tidy([line for line in lines[pk] if line][-1]) == homes[pk].postcode


@pytest.mark.parametrize("most", [5, 6, 7])
def test_address_lines_are_as_many_as_asked_and_packed(small_register, most):
    for one in small_register:
        if one.home:
            for with_postcode in (False, True):
                lines = address_lines(one.home, most=most, with_postcode=with_postcode)
                assert len(lines) == most
                filled = [bool(line) for line in lines]
                assert filled == sorted(filled, reverse=True)
                if with_postcode:
                    assert tidy([line for line in lines if line][-1]) == one.home.postcode


def test_forms_that_differ_from_council_to_council(small_town, small_register, tmp_path):
    path = tmp_path / "register.csv"
    xpress.write_register(small_town.electors(), path, one_name_column=True)
    heading, rows = read(path, "windows-1252", "\t")
    assert heading == xpress.HEADER_13
    assert {len(row) for row in rows} == {13}
    xpress.write_register(small_town.electors(), path, postal_marks=True)
    _, rows = read(path, "windows-1252", "\t")
    marked = sum("A" in row[3] for row in rows)
    eros.write_register(small_town.electors(), path, postcode_column=False)
    heading, rows = read(path, "utf-8")
    assert "Postcode" not in heading
    postal = eros.write_absent_voters(small_town.electors(), path)
    assert marked == postal
    heading, rows = read(path, "utf-8")
    assert heading == eros.HEADER_ABSENT
    assert {row[0] for row in rows} == {"Postal", "Proxy"}
