"""Names of people."""

from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.rules.names import (
    PersonName,
    is_anonymous,
    name_key,
    repair_case,
    split_surname_first,
)

words = st.text("abcdefghijklmnopqrstuvwxyzéŵ'-", min_size=1, max_size=12)


def test_a_whole_name_comes_surname_first():
    assert split_surname_first("SMITH John Paul") == PersonName("SMITH", "John", "Paul")
    assert split_surname_first("Smith John") == PersonName("Smith", "John")
    assert split_surname_first("MADONNA") == PersonName("MADONNA")
    assert split_surname_first("") == PersonName("")


def test_a_surname_may_have_several_words():
    assert split_surname_first("VAN DER BERG Jan Pieter") == PersonName(
        "VAN DER BERG", "Jan", "Pieter"
    )
    assert split_surname_first("van der Berg Jan") == PersonName("van der Berg", "Jan")
    assert split_surname_first("VAN DER BERG JAN") == PersonName("VAN DER BERG", "JAN")
    assert split_surname_first("GARCIA LOPEZ Maria") == PersonName("GARCIA LOPEZ", "Maria")


def test_capitals_stand_where_people_put_them():
    for shouted, written in {
        "MCDONALD": "McDonald",
        "MACDONALD": "MacDonald",
        "MACKIE": "Mackie",
        "O'BRIEN": "O'Brien",
        "SMITH-JONES": "Smith-Jones",
        "VAN DER BERG": "van der Berg",
        "DE LA RUE": "de la Rue",
        "NG": "Ng",
    }.items():
        assert repair_case(shouted, surname=True) == written
    assert repair_case("JP") == "JP"
    assert repair_case("MARY-JANE") == "Mary-Jane"


def test_a_name_somebody_took_care_of_stays_as_it_is():
    for name in ("Mackenzie", "deSouza", "van Dyke", "LeBlanc"):
        assert repair_case(name, surname=True) == name


@given(words, st.booleans())
def test_repairing_keeps_every_letter(word, surname):
    assert repair_case(word.upper(), surname=surname).lower() == word.upper().lower()


@given(st.lists(words, min_size=1, max_size=5))
def test_no_word_of_a_name_is_lost(name):
    split = split_surname_first(" ".join(name))
    assert " ".join(part for part in split if part).split() == " ".join(name).split()


def test_who_shows_no_name_is_anonymous():
    assert is_anonymous("", "")
    assert is_anonymous("Anonymous Elector", "")
    assert is_anonymous("ELECTOR", "ANONYMOUS")
    assert not is_anonymous("Smith", "")


def test_the_key_ignores_accents_and_marks():
    assert name_key("O'Brien", "Siân") == name_key("OBRIEN", "sian") == "obrien sian"
