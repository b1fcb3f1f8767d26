"""Whose row is it: numbers count only with the name, names only with the home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.register.rules.whose_row import (
    Candidate,
    Certainty,
    How,
    home_likeness,
    name_likeness,
    person,
    whose_row,
)

HOME = "ss141el|southernhay|12||"
ANN = Candidate(1, person("Smith", "Ann", HOME, "SS14 1EL", "12 Southernhay, Basildon"))
BOB = Candidate(2, person("Smith", "Bob", HOME, "SS14 1EL", "12 Southernhay, Basildon"))
ZOE = Candidate(3, person("Young", "Zoe", "ss141el|southernhay|30||", "SS14 1EL"))
NOBODY = Candidate(4, person("", ""), anonymous=True)
_names = st.text("abcdefghij", max_size=8)


def asked(surname="Smith", forename="Ann", home=HOME, postcode="SS14 1EL", address=""):
    return person(surname, forename, home, postcode, address)


@pytest.mark.parametrize(
    ("row", "numbered", "others", "certainty", "how", "place"),
    [
        (asked(), ANN, [], Certainty.SURE, How.NUMBER, 1),
        (person("", ""), ANN, [], Certainty.SURE, How.NUMBER, 1),
        (asked(), ZOE, [ANN, BOB], Certainty.SURE, How.NAME_AND_HOME, 1),
        (asked(forename="Anne"), None, [ANN, BOB], Certainty.SURE, How.NAME_AND_HOME, 1),
        (asked(forename="A"), None, [ANN, BOB], Certainty.SURE, How.NAME_AND_HOME, 1),
        (asked(surname="Jones"), None, [ANN, BOB], Certainty.UNCLEAR, How.LIKE_NAME_AND_HOME, 1),
        (asked(home="", postcode=""), None, [ANN], Certainty.UNCLEAR, How.NAME_ELSEWHERE, 1),
        (asked(), ZOE, [], Certainty.UNCLEAR, How.NUMBER_OF_ANOTHER, 3),
        (asked(), None, [ANN, ANN], Certainty.UNCLEAR, How.NAMESAKES, 1),
        (asked(), NOBODY, [ANN], Certainty.NOBODY, How.ANONYMOUS, None),
        (asked("Nobody", "Here"), None, [ANN, BOB], Certainty.NOBODY, How.NOT_FOUND, None),
        (person("", ""), None, [NOBODY], Certainty.NOBODY, How.NOT_FOUND, None),
    ],
)
def test_examples(row, numbered, others, certainty, how, place):
    judged = whose_row(row, numbered=numbered, others=others)
    assert (judged.certainty, judged.how) == (certainty, how)
    assert (judged.candidate.place if judged.candidate else None) == place


def test_a_flat_written_on_one_line_is_the_same_home_and_another_flat_is_not():
    held = person(
        "J", "C", "ss141el|southernhay|14||2", "SS14 1EL", "Flat 2, Eden House, 14 Southernhay"
    )
    one_line = person("J", "C", "x", "SS14 1EL", "Flat 2 Eden House, 14 Southernhay")
    next_door = person("J", "C", "x", "SS14 1EL", "Flat 3 Eden House, 14 Southernhay")
    assert home_likeness(one_line, held) > 0.9
    assert home_likeness(next_door, held) < 0.9


@given(_names, _names, _names, _names)
def test_likeness_of_names_is_even_handed_and_within_bounds(surname, forename, other, another):
    one, two = person(surname, forename), person(other, another)
    assert name_likeness(one, two) == pytest.approx(name_likeness(two, one))
    assert 0 <= name_likeness(one, two) <= 1
    assert name_likeness(one, one) == 1


@given(st.lists(st.sampled_from([ANN, BOB, ZOE, NOBODY]), max_size=5), st.booleans())
def test_an_anonymous_entry_is_never_anybodys(others, by_number):
    judged = whose_row(asked(), numbered=NOBODY if by_number else None, others=others)
    assert judged.candidate is None or not judged.candidate.anonymous
