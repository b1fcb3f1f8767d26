"""Scripts: versions that never change, areas that have a say, questions that hang together."""

from typing import Any

import pytest

from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands import retire_script, save_script
from groundswell.contact.models import ScriptVersion
from groundswell.contact.queries import (
    newest_versions,
    read_answers_for,
    script_for_caller,
    script_seen_by,
)
from groundswell.contact.rules.script import Choice, Condition, Facts, Question, Wording
from groundswell.contact.tests.street import Street, organiser

pytestmark = pytest.mark.django_db

POTHOLES = Question(
    "q1", "single", "Any potholes, {name}?", choices=(Choice("yes", "Yes"), Choice("no", "No"))
)
WHERE = Question("q2", "text", "Where?", ask_if=(Condition(("yes",), question="q1"),))
INTENTION = Question("q3", "voting_intention", "How will you vote?")
POSTAL = Question(
    "q4", "scale", "Is your form here?", ask_if=(Condition(("yes",), fact="postal_vote"),)
)
WORDS = Wording("Hello, is that {name}?", (POTHOLES, WHERE, INTENTION, POSTAL))


def test_other_words_are_another_version_and_the_same_are_none():
    street = Street()
    olu = organiser("Olu", street.constituency)
    first = save_script(by=olu, name="Roads", area=street.constituency, wording=WORDS)
    told = {"by": olu, "name": "Roads", "area": street.ward, "script_id": first.script_id}
    assert save_script(**told, wording=WORDS, based_on=1) == first
    second = save_script(**told, wording=Wording("Good evening!"), based_on=1)
    assert (first.number, second.number) == (1, 2)
    first.refresh_from_db()
    assert first.introduction == "Hello, is that {name}?"
    with pytest.raises(Refused, match="Olu has saved version 2"):
        save_script(**told, wording=Wording("Good morning!"), based_on=1)
    assert ScriptVersion.objects.count() == 2
    assert list(newest_versions(olu)) == [second]


def test_organisers_of_the_area_write_and_those_below_use():
    street, elsewhere = Street(), Street(name="Eastmere")
    above = organiser("Olu", street.constituency)
    below = organiser("Una", street.ward)
    stranger = organiser("Sam", elsewhere.constituency)
    version = save_script(by=above, name="Roads", area=street.constituency, wording=WORDS)
    told: dict[str, Any] = {
        "name": "Roads",
        "wording": Wording("Hi"),
        "script_id": version.script_id,
    }
    with pytest.raises(Refused):
        save_script(by=below, area=street.constituency, **told, based_on=1)
    with pytest.raises(NotFound):
        save_script(by=below, area=street.ward, **told, based_on=1)
    with pytest.raises(NotFound):
        retire_script(by=below, script_id=version.script_id)
    with pytest.raises(NotFound):
        script_seen_by(stranger, version.script_id)
    assert script_seen_by(below, version.script_id) == version.script
    retire_script(by=above, script_id=version.script_id)
    assert not newest_versions(below).exists()


@pytest.mark.parametrize(
    "wording",
    [
        Wording(""),
        Wording("Hello", (Question("q1", "single", "Yes?", choices=(Choice("a", "A"),)),)),
        Wording("Hello", (WHERE, POTHOLES)),
        Wording("Hello", (INTENTION, Question("q9", "voting_intention", "And you?"))),
        Wording("Hello", (Question("q1", "scale", "How much?", low=5, high=5),)),
    ],
)
def test_what_could_not_be_read_out_is_refused(wording):
    street = Street()
    olu = organiser("Olu", street.constituency)
    with pytest.raises(Refused):
        save_script(by=olu, name="Roads", area=street.constituency, wording=wording)
    assert not ScriptVersion.objects.exists()


def test_a_group_without_the_right_asks_no_voting_intention(settings):
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(
        update={"organisation_legal_kind": "recognised_third_party"}
    )
    street = Street()
    olu = organiser("Olu", street.constituency)
    told = {"by": olu, "name": "Roads", "area": street.constituency}
    with pytest.raises(Refused, match="may not keep"):
        save_script(**told, wording=WORDS)
    save_script(**told, wording=Wording("Hello", (POTHOLES,)))


def test_a_caller_is_shown_what_fits_the_person():
    street = Street()
    olu = organiser("Olu", street.constituency)
    version = save_script(by=olu, name="Roads", area=street.constituency, wording=WORDS)
    shown = script_for_caller(version, Facts(), {"name": "Ann Example"})
    assert shown.introduction == "Hello, is that Ann Example?"
    assert [one["key"] for one in shown.questions] == ["q1", "q2", "q3"]
    assert shown.questions[1]["ask_if"] == [{"question": "q1", "among": ["yes"]}]
    assert "health" in shown.questions[1]["warning"]
    posts = script_for_caller(version, Facts(postal_vote="yes"))
    assert [one["value"] for one in posts.questions[3]["answers"]] == ["1", "2", "3", "4", "5"]


def test_the_meaning_of_an_answer_is_the_scripts():
    street = Street()
    olu = organiser("Olu", street.constituency)
    version = save_script(by=olu, name="Roads", area=street.constituency, wording=WORDS)
    vote, where = read_answers_for(version.pk, {"q3": ["A"], "q2": [" By the mill "]})[::-1]
    assert (where.value, where.meaning) == ("By the mill", "")
    assert (vote.value, vote.meaning) == ("A", "against")
    for wrong in [{"q1": ["maybe"]}, {"q9": ["yes"]}, {"q1": ["yes", "no"]}]:
        with pytest.raises(Refused):
            read_answers_for(version.pk, wrong)
