"""Which question comes next, and when somebody may be called back."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from groundswell.contact.rules.script import Choice, Condition, Question
from groundswell.outreach.rules import CallingHours, within_hours
from groundswell.phonebank.rules import call_backs, question_now

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
FIRST = Question("first", "single", "Do you vote?", choices=YES_NO)
POSTER = Question(
    "poster", "single", "A poster?", choices=YES_NO, ask_if=(Condition(("yes",), question="first"),)
)
WHERE = Question("where", "text", "Where?", ask_if=(Condition(("yes",), question="poster"),))
LAST = Question("last", "single", "Anything else?", choices=YES_NO)
SCRIPT = (FIRST, POSTER, WHERE, LAST)


def asked(given_so_far, not_asked=()):
    question = question_now(SCRIPT, given_so_far, not_asked)
    return question.key if question else None


def test_each_answer_leads_to_the_next_question():
    assert asked({}) == "first"
    assert asked({"first": ["yes"]}) == "poster"
    assert asked({"first": ["yes"], "poster": ["yes"]}) == "where"
    assert asked({"first": ["no"]}) == "last"
    assert asked({"first": ["no"], "last": ["no"]}) is None


def test_a_question_left_out_is_not_asked_again():
    assert asked({"first": ["yes"], "poster": ["yes"], "where": []}) == "last"


def test_an_answer_to_a_question_that_is_no_longer_asked_leads_nowhere():
    assert asked({"first": ["no"], "poster": ["yes"]}) == "last"


def test_what_the_facts_rule_out_is_passed_over():
    assert asked({"first": ["yes"]}, not_asked=["poster"]) == "last"


@given(st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31")))
def test_everybody_can_be_called_back_within_the_hours_and_within_a_week(moment):
    hours = CallingHours()
    offered = call_backs(hours, moment)
    assert offered
    assert all(within_hours(hours, one.at) for one in offered)
    assert all(moment < one.at <= moment + timedelta(days=8) for one in offered)
    assert len({one.at for one in offered}) == len(offered)
