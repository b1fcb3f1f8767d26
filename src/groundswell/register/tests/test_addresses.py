"""Address lines taken apart."""

from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.rules.address import Address, household_key, last_postcode, read_address


def _home(*lines: str) -> tuple[str, str, str, str]:
    found = read_address(lines)
    return found.flat, found.house_name, found.number, found.street


def test_the_number_may_stand_before_the_street_or_in_a_line_of_its_own():
    assert _home("12 High Road", "Basildon") == ("", "", "12", "High Road")
    assert _home("12", "HIGH ROAD", "BASILDON") == ("", "", "12", "High Road")
    assert _home("12A, High Road") == ("", "", "12A", "High Road")


def test_flats_are_told_from_houses():
    assert _home("Flat A / 12A", "High Street") == ("Flat A", "", "12A", "High Street")
    assert _home("Flat 2, 14 High Street") == ("Flat 2", "", "14", "High Street")
    assert _home("Flat 1 Essex Lodge", "King Edward Road") == (
        "Flat 1",
        "Essex Lodge",
        "",
        "King Edward Road",
    )
    assert _home("2", "14 High Street") == ("2", "", "14", "High Street")
    assert _home("1  Eden House", "Alwoodley Lane") == ("1", "Eden House", "", "Alwoodley Lane")
    assert _home("2", "Eden House", "Alwoodley Lane") == ("2", "Eden House", "", "Alwoodley Lane")
    assert _home("Flat 3", "Elm House", "Long Lane", "Town") == (
        "Flat 3",
        "Elm House",
        "",
        "Long Lane",
    )
    assert _home("Ground Floor Flat", "12 Elm Road") == ("Ground Floor Flat", "", "12", "Elm Road")


def test_a_block_of_flats_stands_in_a_street_whatever_that_is_called():
    for lines in (
        ["Flat 3", "Eden House", "Long Riding", "Basildon"],
        ["Flat 3 Eden House", "LONG RIDING", "BASILDON", "ESSEX"],
        ["Flat 3, Eden House", "Long Riding", "Barstable", "Basildon", "Essex"],
        ["3 Eden House", "Long Riding", "Basildon", "Essex"],
        ["3", "Eden House", "Long Riding", "Basildon"],
    ):
        found = read_address(lines)
        assert (found.flat[-1], found.house_name, found.number) == ("3", "Eden House", "")
        assert (found.street.title(), found.town.title()) == ("Long Riding", "Basildon")


def test_a_town_alone_or_a_village_is_no_street():
    assert _home("Flat 3", "Eden House", "Basildon", "Essex") == ("Flat 3", "Eden House", "", "")
    assert _home("The Old Mill", "Fobbing", "Basildon") == ("", "The Old Mill", "", "")
    assert _home("3 Eden Court", "Pitsea", "Basildon") == ("", "", "3", "Eden Court")


def test_a_house_may_have_a_name_only():
    assert _home("The Cottage", "Church Lane", "Fobbing") == ("", "The Cottage", "", "Church Lane")
    assert _home("Low Pasture", "Tunstall", "Richmond") == ("", "Low Pasture", "", "")
    assert _home("Rose Cottage", "12 The Street") == ("", "Rose Cottage", "12", "The Street")
    assert _home("Tŷ Gwyn", "Heol Fawr", "Caerdydd") == ("", "Tŷ Gwyn", "", "Heol Fawr")


def test_small_words_are_small_within_a_name_and_not_where_it_begins():
    assert _home("25 THE KNARES", "BASILDON") == _home("25", "THE KNARES", "BASILDON")
    assert _home("25 THE KNARES", "BASILDON") == ("", "", "25", "The Knares")
    assert _home("9 ROW BY THE SEA", "HOVE")[3] == "Row by the Sea"


def test_ranges_fractions_and_unit_numbers_are_kept():
    assert _home("4- 6 Knowsley Road")[2] == "4-6"
    assert _home("14 1/2 High Street")[2] == "14½"
    assert _home("3784 JARED BROOKS APT. 087")[:1] == ("Apt. 087",)


def test_locality_town_and_county_are_told_apart():
    found = read_address(["5 Long Riding", "Pitsea", "Basildon", "Essex", "SS13 3BA"])
    assert (found.locality, found.town) == ("Pitsea", "Basildon")
    assert found.text == "5 Long Riding, Pitsea, Basildon"


def test_other_electors_have_no_address():
    for lines in ([], ["", ""], ["Other Electors"], ["Electoral Services", "Town Hall"]):
        assert read_address(lines) == Address()


def test_two_spellings_of_one_home_have_one_key():
    keys = {
        household_key(read_address(lines), "SS14 1AA")
        for lines in (
            ["Flat 2", "14 High Street", "Basildon"],
            ["FLAT 2", "14", "HIGH STREET", "BASILDON", "ESSEX"],
            ["Flat 2, 14 High St.", "Basildon", "SS14 1AA"],
            ["2", "14 High Street"],
        )
    }
    assert len(keys) == 1


def test_neighbours_have_different_keys():
    homes = [
        ["1 High Street"],
        ["11 High Street"],
        ["Flat 1", "1 High Street"],
        ["1A High Street"],
        ["1-1 High Street"],
        ["Rose Cottage", "High Street"],
    ]
    assert len({household_key(read_address(home), "SS14 1AA") for home in homes}) == len(homes)


def test_the_last_line_may_be_the_postcode():
    assert last_postcode(["5 Long Riding", "Basildon", "ss133ba", ""]) == "SS13 3BA"
    assert last_postcode(["5 Long Riding", "Basildon"]) == ""
    assert last_postcode([]) == ""


@given(
    st.integers(1, 999), st.sampled_from(["High Road", "Long Riding", "The Gore", "St John's Way"])
)
def test_a_numbered_street_is_read_in_any_case(number, street):
    for line in (f"{number} {street}", f"{number} {street.upper()}", f"{number}, {street.lower()}"):
        found = read_address([line, "Basildon"])
        assert (found.number, found.number_order) == (str(number), number)
        assert found.street.lower() == street.lower()
        assert found.town == "Basildon"


@given(st.lists(st.text(max_size=30), max_size=7))
def test_no_lines_make_it_fail(lines):
    found = read_address([" ".join(line.split()) for line in lines])
    assert found.text or found == Address()
