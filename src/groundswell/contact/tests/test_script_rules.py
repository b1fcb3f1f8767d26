"""Rules of scripts, on made-up questions."""

import string

from hypothesis import given
from hypothesis import strategies as st

from groundswell.contact.rules.script import (
    KINDS,
    Choice,
    Condition,
    Facts,
    Question,
    choices_from_lines,
    fill,
    problems_in,
    questions_to_ask,
    read_questions,
    with_added,
    with_moved,
    without,
    write_questions,
)

words = st.text(string.ascii_letters + " ", max_size=20)
choices = st.lists(words, max_size=4).map(lambda lines: choices_from_lines("\n".join(lines)))
conditions = st.lists(
    st.one_of(
        st.builds(Condition, st.just(("yes",)), question=st.sampled_from(["q1", "q2", "q3"])),
        st.builds(Condition, st.just(("yes",)), fact=st.sampled_from(["postal_vote"])),
    ),
    max_size=2,
).map(tuple)
one_question = st.builds(
    Question,
    key=st.sampled_from(["q1", "q2", "q3", "q4"]),
    kind=st.sampled_from(KINDS),
    text=words,
    note=words,
    choices=choices,
    ask_if=conditions,
)
drafts = st.lists(one_question, max_size=5)


@given(drafts)
def test_questions_come_back_as_they_were_kept(questions):
    kept = write_questions(questions)
    assert write_questions(read_questions(kept)) == kept
    plain = [one for one in questions if one.kind != "scale"]
    assert list(read_questions(write_questions(plain))) == plain


@given(drafts, st.sampled_from(["q1", "q2", "q3", "q4"]), st.sampled_from([-1, 1]))
def test_moving_loses_nothing(questions, key, steps):
    moved = with_moved(questions, key, steps)
    assert sorted(map(repr, moved)) == sorted(map(repr, questions))
    assert key not in [one.key for one in without(moved, key)]


@given(drafts, st.sampled_from(KINDS))
def test_an_added_question_has_a_key_of_its_own(questions, kind):
    added = with_added(questions, kind, used=["q7"])[-1]
    assert added.kind == kind
    assert added.key not in {"q7", *(one.key for one in questions)}


@given(st.lists(words, max_size=6))
def test_each_line_is_a_choice_with_a_value_of_its_own(lines):
    made = choices_from_lines("\n".join(lines))
    assert [one.label for one in made] == [line.strip() for line in lines if line.strip()]
    assert len({one.value for one in made}) == len(made)


def test_a_label_keeps_its_value():
    before = (Choice("old", "Certainly"), Choice("no", "No"))
    after = choices_from_lines("No\ncertainly\nMaybe", before)
    assert [one.value for one in after] == ["no", "old", "maybe"]


@given(drafts)
def test_what_has_no_problem_can_be_asked_from_the_top(questions):
    if problems_in(questions, opinions=True):
        return
    asked = questions_to_ask(questions, {}, Facts())
    assert [one for one in questions if not one.ask_if] == [one for one in asked if not one.ask_if]
    for one in asked:
        assert all(on.fact for on in one.ask_if)


def test_an_answer_to_what_was_not_asked_leads_nowhere():
    yes = (Choice("yes", "Yes"), Choice("no", "No"))
    first = Question("q1", "single", "One?", choices=yes)
    second = Question("q2", "single", "Two?", choices=yes, ask_if=(Condition(("yes",), "q1"),))
    third = Question("q3", "single", "Three?", choices=yes, ask_if=(Condition(("yes",), "q2"),))
    asked = questions_to_ask([first, second, third], {"q1": ["no"], "q2": ["yes"]}, Facts())
    assert asked == [first]
    asked = questions_to_ask([first, second, third], {"q1": ["yes"], "q2": ["yes"]}, Facts())
    assert asked == [first, second, third]


def test_only_known_words_are_filled_in():
    assert fill("{name} of {place}, {caller}", {"name": "Ann"}) == "Ann of {place}, {caller}"
