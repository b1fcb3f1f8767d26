"""Phones, postcodes and ids as they are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.common import phone, postcode
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("07700 900123", "+447700900123"),
        ("(01632) 960001", "+441632960001"),
        ("+44 7700 900999", "+447700900999"),
    ],
)
def test_numbers_are_kept_as_e164(typed: str, kept: str) -> None:
    assert phone.to_e164(typed) == kept
    assert phone.to_e164(phone.readable(kept)) == kept


@pytest.mark.parametrize("typed", ["", "ring me", "12", "960001", "0770090012345678"])
def test_what_is_no_number_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Refused, match="not a telephone number"):
        phone.to_e164(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ss141aa", "SS14 1AA"),
        ("E1\xa01AA", "E1 1AA"),
        (" cm11  1ab ", "CM11 1AB"),
        ("GIR0AA", "GIR 0AA"),
        ("bfpo801", "BFPO 801"),
        ("Basildon", ""),
        ("", ""),
    ],
)
def test_postcodes_are_tidied(typed: str, kept: str) -> None:
    assert postcode.tidy(typed) == kept


@given(st.text(max_size=12))
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = postcode.tidy(text)
    assert postcode.tidy(once) == once


def test_ids_sort_by_time_and_say_version_seven() -> None:
    made = [uuid7() for _ in range(50)]
    assert {one.version for one in made} == {7}
    assert [one.int >> 80 for one in made] == sorted(one.int >> 80 for one in made)
