"""Text as councils send it."""

from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.rules.text import clean, fold


def test_what_only_confuses_goes():
    assert clean("  O\u2019Brien ") == "O'Brien"
    assert clean("O`Brien") == "O'Brien"
    assert clean("E1\u00a01AA") == "E1 1AA"
    assert clean("Rose\u00ad Cottage") == "Rose Cottage"
    assert clean("4- 6  Knowsley\tRoad") == "4- 6 Knowsley Road"
    assert clean("14½ High Street") == "14 1/2 High Street"


def test_letters_of_other_languages_stay():
    for name in ("Siân", "Tŷ Gwyn", "Ó Súilleabháin", "Łukasz", "Ŵyn", "Müller-Groß"):
        assert clean(name) == name


def test_mangled_utf8_is_put_right():
    assert clean("SiÃ¢n") == "Siân"
    assert clean("Oâ€™Brien") == "O'Brien"


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=40))
def test_clean_text_is_printable_and_single_spaced(text):
    cleaned = clean(text)
    assert cleaned.isprintable()
    assert "  " not in cleaned
    assert cleaned == cleaned.strip()


def test_a_folded_name_is_the_same_for_every_spelling():
    assert fold("Ó Súilleabháin") == fold("O'SUILLEABHAIN")
    assert fold("Smith-Jones") == fold("smith jones")
    assert fold("Łoś") == "los"


@given(st.text(max_size=30))
def test_folding_ignores_case(text):
    assert fold(text.upper()) == fold(text.upper().lower())
