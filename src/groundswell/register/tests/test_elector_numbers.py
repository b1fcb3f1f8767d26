"""Elector numbers, read from the right."""

from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.rules.elector_number import (
    ElectorNumber,
    from_cells,
    parse,
    parse_slashed,
)

letters = st.text("ABCDEKW0123456789/-", min_size=1, max_size=6).filter(
    lambda text: text.strip("-/ ") != "" and text[0] not in "-/"
)
numbers = st.integers(0, 999_999_999)


def test_a_prefix_may_hold_the_marks_of_the_number():
    assert parse("KD-2/2-289/1") == ElectorNumber("KD-2/2", 289, 1)
    assert parse("BW1-4/1") == ElectorNumber("BW1", 4, 1)
    assert parse("1E-2") == ElectorNumber("1E", 2)


def test_a_slash_with_nothing_after_it_is_no_suffix():
    assert parse("CAS-17/") == ElectorNumber("CAS", 17)


def test_what_is_no_number_is_none():
    assert parse("CAS") is None
    assert parse("CAS-") is None
    assert parse("-12") is None
    assert from_cells("CAS", "twelve") is None
    assert from_cells("CAS", "12", "b") is None
    assert from_cells("CAS", "") is None


def test_a_decimal_roll_number_carries_its_suffix():
    assert from_cells("BR", "123.1") == ElectorNumber("BR", 123, 1)
    assert from_cells("BR", "123/1") == ElectorNumber("BR", 123, 1)
    assert from_cells("BR", "123", "2") == ElectorNumber("BR", 123, 2)
    assert from_cells("BR", "123.1", "0") == ElectorNumber("BR", 123, 1)


def test_absent_voters_lists_put_a_slash_before_the_number():
    assert parse_slashed("AB/123") == ElectorNumber("AB", 123)
    assert parse_slashed("AB/123/1") == ElectorNumber("AB", 123, 1)
    assert parse_slashed("KD-2/2-289/1") == ElectorNumber("KD-2/2", 289, 1)


@given(letters, numbers, st.integers(0, 999))
def test_what_is_written_is_read_again(prefix, number, suffix):
    written = ElectorNumber(prefix, number, suffix)
    assert parse(str(written)) == written


@given(letters, numbers, st.integers(0, 999))
def test_cells_and_one_column_agree(prefix, number, suffix):
    assert from_cells(prefix, str(number), str(suffix)) == parse(f"{prefix}-{number}/{suffix}")
