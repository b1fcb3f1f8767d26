"""What makes two ways of writing the same person one hash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.privacy import rules

REGISTER = ("Siân Mary Jones", "Flat 2, 14 High Street, Basildon, Essex", "SS14 1AA")


@pytest.mark.parametrize(
    ("name", "address", "postcode"),
    [
        ("Ms SIAN JONES", "Flat 2, 14 High St, Basildon", "ss141aa"),
        ("Sian M. Jones", "14 High Street, flat 2, Basildon SS14 1AA", ""),
        ("siân  jones", "14 High Street (Flat 2)", "SS14 1AA"),
    ],
)
def test_people_write_themselves_in_many_ways(name, address, postcode):
    assert rules.name_and_address(name, address, postcode) == rules.name_and_address(*REGISTER)


@pytest.mark.parametrize(
    ("name", "address", "postcode"),
    [
        ("Simon Jones", REGISTER[1], REGISTER[2]),
        (REGISTER[0], "Flat 3, 14 High Street, Basildon", REGISTER[2]),
        (REGISTER[0], REGISTER[1], "SS14 1AB"),
    ],
)
def test_others_stay_others(name, address, postcode):
    assert rules.name_and_address(name, address, postcode) != rules.name_and_address(*REGISTER)


def test_a_house_without_a_number_is_known_by_its_name():
    ours = rules.name_and_address("Ann Lee", "The Old Mill, Mill Lane", "SS15 6QX")
    assert ours == rules.name_and_address("Ann Lee", "the old mill, Basildon", "SS15 6QX")
    assert ours != rules.name_and_address("Ann Lee", "Rose Cottage, Mill Lane", "SS15 6QX")


@given(st.text(), st.text(), st.text())
def test_any_text_gives_one_plain_text_always_the_same(name, address, postcode):
    made = rules.name_and_address(name, address, postcode)
    assert made == rules.name_and_address(name, address, postcode)
    assert made == rules.name_and_address(name.upper().upper(), address, postcode.upper()) or (
        name.upper().casefold() != name.casefold()
        or postcode.upper().casefold() != postcode.casefold()
    )
    assert made.count("|") == 2


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("phone", "+447700900123", "+44 7700 900123"),
        ("email", "Ann@Example.org ", "ann@example.org"),
        ("uprn", "010001234567", "10001234567"),
        ("elector_number", "kd-2/289 ", "KD-2/289"),
    ],
)
def test_each_kind_has_one_form(kind, one, other):
    assert rules.as_hashed(kind, one) == rules.as_hashed(kind, other)
